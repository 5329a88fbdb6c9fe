package locality.governance.record;

import java.util.List;
import locality.governance.decision.ItemStanding;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingState;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Outcome;
import locality.governance.validity.ValidityCode;
import locality.governance.validity.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a record wrote, and what now stands.
///
/// @param dryRun whether it was only tried out: then nothing of it is kept
/// @param changed false when everything told was on record already
/// @param written what was written, in the order in which it was
@Schema(name = "MeetingRecorded")
record Recorded(
        String meeting,
        MeetingState state,
        boolean dryRun,
        boolean changed,
        List<String> written,
        List<ItemRecorded> items) {

    /// @param state of the decision; null where nothing is to be decided
    /// @param quorum null before the outcome
    /// @param validity why it does not bind; empty when it does
    /// @param inWords the count, and what spoils it
    @Schema(name = "ItemRecorded")
    record ItemRecorded(
            int item,
            String reference,
            String title,
            @Nullable DecisionType type,
            @Nullable String state,
            @Nullable Outcome outcome,
            Verdict.@Nullable Quorum quorum,
            @Nullable CountRecorded count,
            List<Code> validity,
            @Nullable String inWords) {

        static ItemRecorded of(Meeting meeting, int item, @Nullable ItemStanding standing) {
            var taken = standing == null ? null : standing.taken();
            return new ItemRecorded(
                    item,
                    meeting.referenceOf(item),
                    meeting.titleOf(item),
                    standing == null ? null : standing.type(),
                    standing == null ? null : standing.state(),
                    taken == null ? null : taken.outcome(),
                    taken == null ? null : taken.quorum(),
                    taken == null ? null : CountRecorded.of(taken),
                    taken == null ? List.of() : taken.codes().stream().map(Code::of).toList(),
                    taken == null ? null : taken.inWords());
        }
    }

    @Schema(name = "CountRecorded")
    record CountRecorded(int votesFor, int against, int abstained) {
        static CountRecorded of(ItemStanding.Taken taken) {
            return new CountRecorded(taken.votesFor(), taken.against(), taken.abstained());
        }
    }

    @Schema(name = "ValidityInWords")
    record Code(ValidityCode code, String inWords) {
        static Code of(ValidityCode code) {
            return new Code(code, code.inWords());
        }
    }
}
