package locality.platform.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What budget-service tells of virements: what moves from line to line, and which amounts are
/// protected from it.
public sealed interface VirementEvent extends PublishedEvent {
    /// What happened to a virement.
    sealed interface OfVirement extends VirementEvent {
        UUID virementId();

        @Override
        default String subjectType() {
            return "virement";
        }

        @Override
        default String subjectId() {
            return virementId().toString();
        }
    }

    /// What a line gets or gives.
    ///
    /// @param amountPence less than nothing where the line gives; the moves sum to zero
    record Move(UUID lineId, String line, Pence amountPence) {}

    /// A virement is over the tier that whoever asked may decide: governance must decide. What the
    /// giving lines would give is set aside. The decision counts only when it repeats `requestId`
    /// and `contentHash`.
    ///
    /// @param amountPence what moves in all: the sum of what lines get
    @EventType("budget.virement-requested.v1")
    record VirementRequested(
            UUID virementId,
            String reference,
            UUID requestId,
            String contentHash,
            UUID fundId,
            List<Move> moves,
            Pence amountPence,
            String function,
            String basis,
            List<CommitmentEvent.Owner> owners,
            String reason,
            String requestedBy,
            LocalDate dueOn,
            Locality locality,
            LocalDate effectiveOn)
            implements OfVirement, ApprovalSought {}

    /// Money moved from line to line, under a decision or a delegation.
    ///
    /// @param warnings the references of protected amounts that only warn and are touched
    @EventType("budget.virement-made.v1")
    record VirementMade(
            UUID virementId,
            String reference,
            UUID fundId,
            List<Move> moves,
            Pence amountPence,
            String reason,
            UUID entryId,
            @Nullable UUID decisionId,
            @Nullable UUID delegationId,
            List<String> warnings,
            Locality locality,
            LocalDate effectiveOn)
            implements OfVirement {}

    /// A virement that waited for approval ended without it.
    ///
    /// @param state `REJECTED`, `LAPSED` or `WITHDRAWN`
    @EventType("budget.virement-refused.v1")
    record VirementRefused(
            UUID virementId,
            String reference,
            UUID fundId,
            Pence amountPence,
            String state,
            String reason,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfVirement {}

    /// So much must stay for a purpose in a fund, as the minimum contribution of the NHS or the
    /// protection of social care: its terms as they hold from a day.
    ///
    /// @param amountPence what must stay at least
    /// @param action `BLOCK` or `WARN`: what happens to a change that would leave less
    /// @param lines the references of the lines that count
    /// @param endsOn its last day, null without an end
    @EventType("budget.protected-amount-set.v1")
    record ProtectedAmountSet(
            UUID protectedAmountId,
            String reference,
            UUID fundId,
            String name,
            Pence amountPence,
            String action,
            List<String> lines,
            @Nullable LocalDate endsOn,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements VirementEvent {
        @Override
        public String subjectType() {
            return "protected-amount";
        }

        @Override
        public String subjectId() {
            return protectedAmountId.toString();
        }
    }
}
