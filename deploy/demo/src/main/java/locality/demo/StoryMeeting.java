package locality.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting of the story: noticed, attended, and with one item, the commitment, on which everybody
/// present votes in favour.
///
/// @param body the reference of the body that meets
/// @param date its day
/// @param noticedOn when notice was given
/// @param present the seats of those who attend
/// @param interest who has an interest in the item, if anybody
record StoryMeeting(
        String body,
        String date,
        String noticedOn,
        List<String> present,
        @Nullable Interest interest) {

    record Interest(String seat, String effect) {}

    /// Sends what a board secretary enters, and gives the answer.
    interface Secretary {
        JsonNode post(String path, JsonNode body);
    }

    StoryMeeting(String body, String date, String noticedOn) {
        this(body, date, noticedOn, List.of(), null);
    }

    StoryMeeting attendedBy(String... seats) {
        return new StoryMeeting(body, date, noticedOn, List.of(seats), interest);
    }

    StoryMeeting inWhich(String seat, String effect) {
        return new StoryMeeting(body, date, noticedOn, present, new Interest(seat, effect));
    }

    String path() {
        return "/api/governance/v1/meetings/%s-%s".formatted(body, date);
    }

    /// Plans the meeting and gives notice of it.
    void called(Secretary secretary) {
        var plan = object().put("body", body).put("startsAt", date + "T14:00");
        secretary.post("/api/governance/v1/meetings", invented(plan));
        secretary.post(path() + "/notice", object().put("noticedOn", noticedOn));
    }

    /// Holds the meeting from its notice to its close.
    ///
    /// @return the outcome of its one item
    JsonNode decides(String commitment, Secretary secretary) {
        called(secretary);
        var item =
                object().put("title", "Central Manchester pre-alliance, new investment")
                        .put("approvalRequest", commitment);
        secretary.post(path() + "/items", invented(item));
        secretary.post(path() + "/open", object());
        secretary.post(path() + "/attendance", attendance());
        if (interest instanceof Interest declared) {
            secretary.post(path() + "/items/1/interests", declaration(declared));
        }
        secretary.post(path() + "/items/1/votes", votes());
        var outcome = secretary.post(path() + "/items/1/outcome", object());
        secretary.post(path() + "/close", object());
        return outcome;
    }

    private ObjectNode attendance() {
        var sheet = object();
        var rows = sheet.putArray("attendance");
        present.forEach(seat -> rows.addObject().put("member", seat));
        return sheet;
    }

    private static ObjectNode declaration(Interest interest) {
        return object().put("member", interest.seat())
                .put("effect", interest.effect())
                .put("nature", "Practice is a member of Manchester Primary Care Limited");
    }

    private ObjectNode votes() {
        var ballot = object().put("votedAt", "14:40");
        var rows = ballot.putArray("votes");
        present.forEach(seat -> rows.addObject().put("member", seat).put("vote", "FOR"));
        return ballot;
    }

    private static ObjectNode invented(ObjectNode body) {
        body.putObject("provenance").put("kind", "ILLUSTRATIVE");
        return body;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
