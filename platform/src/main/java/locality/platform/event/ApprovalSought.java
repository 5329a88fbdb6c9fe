package locality.platform.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentVariationRequested;
import locality.platform.event.CommitmentEvent.Owner;
import locality.platform.event.VirementEvent.VirementRequested;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// What every event says that asks governance to decide about money. The decision counts only when
/// it repeats `requestId` and `contentHash`.
public sealed interface ApprovalSought
        permits ApprovalRequested, CommitmentVariationRequested, VirementRequested {

    UUID requestId();

    String reference();

    String contentHash();

    Pence amountPence();

    /// In which it is to be decided.
    String function();

    /// `POOLED`, or another basis of the money.
    String basis();

    List<Owner> owners();

    /// The organisation that asks.
    String requestedBy();

    /// The last day an answer is of use.
    LocalDate dueOn();

    Locality locality();

    LocalDate effectiveOn();
}
