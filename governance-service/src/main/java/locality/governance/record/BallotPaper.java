package locality.governance.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import locality.governance.meeting.Seats;
import locality.governance.voting.Choice;
import locality.governance.voting.Vote;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How each seat voted on an item, as `{"S1": "FOR"}` or as `[{"seat": "S1", "choice": "FOR"}]`. A
/// seat with null said nothing.
@Schema(
        name = "BallotPaper",
        type = SchemaType.OBJECT,
        description =
                "FOR, AGAINST or ABSTAIN by seat; null says nothing. A list of `{seat, choice}` is"
                        + " taken too.",
        additionalProperties = Choice.class)
record BallotPaper(@JsonValue Map<String, @Nullable Choice> bySeat) {

    BallotPaper {
        bySeat = Collections.unmodifiableMap(new LinkedHashMap<>(bySeat));
    }

    /// @throws IllegalArgumentException saying what cannot be read
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static BallotPaper of(JsonNode written) {
        var votes = new LinkedHashMap<String, @Nullable Choice>();
        if (written.isObject()) {
            written.properties()
                    .forEach(vote -> put(votes, vote.getKey(), choice(vote.getValue())));
        } else if (written.isArray()) {
            written.forEach(
                    vote -> put(votes, vote.path("seat").asText(), choice(vote.path("choice"))));
        } else {
            throw new IllegalArgumentException("votes are given by seat, or as a list");
        }
        return new BallotPaper(votes);
    }

    List<Vote> votes() {
        return bySeat.entrySet().stream()
                .flatMap(
                        vote ->
                                Stream.ofNullable(vote.getValue())
                                        .map(choice -> new Vote(vote.getKey(), choice)))
                .toList();
    }

    private static void put(
            Map<String, @Nullable Choice> votes, String seat, @Nullable Choice choice) {
        var name = Seats.shortOf(seat);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a vote names its seat");
        }
        if (votes.containsKey(name)) {
            throw new IllegalArgumentException(name + " votes twice");
        }
        votes.put(name, choice);
    }

    private static @Nullable Choice choice(JsonNode written) {
        if (written.isNull() || written.isMissingNode()) {
            return null;
        }
        return Arrays.stream(Choice.values())
                .filter(choice -> choice.name().equals(written.asText()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\"%s\" is none of FOR, AGAINST, ABSTAIN"
                                                .formatted(written.asText())));
    }
}
