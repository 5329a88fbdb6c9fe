package locality.governance.meeting;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls meetings with: one of the governing body that is open.
public final class MeetingsToWalk {

    private MeetingsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var meetings = "POST /api/governance/v1/meetings";
        var meeting = meetings + "/{meeting}";
        things.named("meeting", manchester.meets(manchester.governingBody))
                .json(
                        meetings,
                        """
                        {"body": "%s", "startsAt": "2014-07-09T10:00"}
                        """
                                .formatted(manchester.board))
                .json(
                        meeting + "/move",
                        "{\"startsAt\": \"2014-07-09T10:00\", \"reason\": \"No room\"}")
                .json(
                        meeting + "/adjourn",
                        "{\"at\": \"2014-05-14T11:00\", \"reason\": \"No quorum\"}")
                .json(meeting + "/reconvene", "{\"startsAt\": \"2014-05-14T13:00\"}")
                .json(meeting + "/notice", "{\"noticedOn\": \"2014-05-01\"}")
                .json(meeting + "/cancel", "{\"reason\": \"Too few could come\"}")
                .json(meeting + "/attendance", "{\"attendance\": [{\"member\": \"S4\"}]}")
                .json(
                        meeting + "/items/{item}/interests",
                        """
                        {"member": "S4", "effect": "DECLARED", "nature": "A relative works there"}
                        """);
    }
}
