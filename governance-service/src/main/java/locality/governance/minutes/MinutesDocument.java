package locality.governance.minutes;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import locality.governance.voting.Interest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the record of a meeting says, as minutes do. It names posts and seats; whom they are held
/// by, and who a substitute was, it says to nobody.
@Schema(name = "MinutesDocument")
record MinutesDocument(
        UUID meetingId,
        String reference,
        String body,
        boolean openToPublic,
        List<SittingMinuted> sittings,
        List<ItemMinuted> items) {

    /// @param apologies the members who were not there, though a substitute may have been
    @Schema(name = "SittingMinuted")
    record SittingMinuted(
            int number,
            LocalDateTime startsAt,
            @Nullable LocalDateTime endedAt,
            @Nullable String place,
            List<PresentMinuted> present,
            List<ApologyMinuted> apologies,
            @Nullable String adjournedBecause,
            @Nullable LocalDateTime resumesAt) {}

    @Schema(name = "PresentMinuted")
    record PresentMinuted(
            String seat,
            String post,
            @Nullable String organisation,
            boolean voting,
            boolean substitute,
            LocalTime arrivedAt,
            @Nullable LocalTime leftAt) {}

    @Schema(name = "ApologyMinuted")
    record ApologyMinuted(String seat, String post, boolean substituted) {}

    /// @param decision what became of it; null for an item that was discussed, or not come to
    @Schema(name = "ItemMinuted")
    record ItemMinuted(
            int number,
            String reference,
            String title,
            List<InterestMinuted> interests,
            @Nullable DecisionMinuted decision) {}

    @Schema(name = "InterestMinuted")
    record InterestMinuted(
            String seat, boolean substitute, Interest.Effect effect, String nature) {}

    /// @param decidedOn the day of the sitting that decided it
    /// @param takenAs what the outcome counts as, which is less than was tabled when a shadow body
    ///   approves
    /// @param validityCodes why it does not bind; empty when it does
    @Schema(name = "DecisionMinuted")
    record DecisionMinuted(
            LocalDate decidedOn,
            String takenAs,
            String outcome,
            int votesFor,
            int against,
            int abstained,
            boolean valid,
            List<String> validityCodes,
            String inWords) {}
}
