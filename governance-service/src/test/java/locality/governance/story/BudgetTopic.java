package locality.governance.story;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.CommitmentEvent.CommitmentRefused;
import locality.platform.event.CommitmentEvent.CommitmentVariationRefused;
import locality.platform.event.CommitmentEvent.CommitmentVariationRequested;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Topics;

/// What budget-service would tell, on its real topic.
public final class BudgetTopic {

    private static final Topics TOPIC = Topics.of("budget");

    private BudgetTopic() {}

    /// A request as a commitment of Manchester's makes it.
    public static ApprovalRequested asksFor(String owner, String function, long pence) {
        return asksFor(owner, function, pence, LocalDate.of(2014, 8, 31));
    }

    public static ApprovalRequested asksFor(
            String owner, String function, long pence, LocalDate dueOn) {
        var all = List.of(new CommitmentEvent.Owner(owner, Pence.of(pence)));
        return asks(all, "ALIGNED", function, pence, dueOn);
    }

    /// A request about the money of several, which lies in one pool or is each one's own.
    public static ApprovalRequested asksForAll(
            List<CommitmentEvent.Owner> owners, String basis, String function, long pence) {
        return asks(owners, basis, function, pence, LocalDate.of(2014, 8, 31));
    }

    private static ApprovalRequested asks(
            List<CommitmentEvent.Owner> owners,
            String basis,
            String function,
            long pence,
            LocalDate dueOn) {
        var commitment = UUID.randomUUID();
        var request =
                new ApprovalRequested(
                        commitment,
                        "C-" + commitment.toString().substring(28),
                        UUID.randomUUID(),
                        "0123456789abcdef".repeat(4),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Pence.of(pence),
                        function,
                        basis,
                        owners,
                        "R0A",
                        "Central Manchester pre-alliance",
                        null,
                        "E08000003/finance",
                        dueOn,
                        Locality.MANCHESTER,
                        LocalDate.of(2014, 5, 1));
        TOPIC.tell(request);
        return request;
    }

    /// The commitment of a request is to be of another amount in all.
    public static CommitmentVariationRequested asksToVary(ApprovalRequested first, long pence) {
        var owner = first.owners().getFirst().organisation();
        var request =
                new CommitmentVariationRequested(
                        first.commitmentId(),
                        first.reference(),
                        UUID.randomUUID(),
                        "fedcba9876543210".repeat(4),
                        first.fundId(),
                        first.lineId(),
                        first.amountPence(),
                        Pence.of(pence),
                        first.function(),
                        first.basis(),
                        List.of(new CommitmentEvent.Owner(owner, Pence.of(pence))),
                        first.provider(),
                        first.purpose(),
                        first.interventionId(),
                        first.requestedBy(),
                        first.dueOn(),
                        first.locality(),
                        first.effectiveOn());
        TOPIC.tell(request);
        return request;
    }

    public static void variationLapses(CommitmentVariationRequested request) {
        TOPIC.tell(
                new CommitmentVariationRefused(
                        request.commitmentId(),
                        request.reference(),
                        request.requestId(),
                        request.fundId(),
                        request.lineId(),
                        request.amountPence(),
                        "LAPSED",
                        "Due on " + request.dueOn(),
                        null,
                        request.locality(),
                        request.dueOn()));
    }

    /// A commitment of £1 that is opened under a decision.
    public static void opensUnder(UUID decision, String reference) {
        TOPIC.tell(
                new CommitmentOpened(
                        UUID.randomUUID(),
                        reference,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Pence.of(100),
                        "R0A",
                        "Central Manchester pre-alliance",
                        null,
                        decision,
                        null,
                        Locality.MANCHESTER,
                        LocalDate.of(2014, 5, 14),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    public static void lapses(ApprovalRequested request) {
        TOPIC.tell(
                new CommitmentRefused(
                        request.commitmentId(),
                        request.reference(),
                        request.fundId(),
                        request.lineId(),
                        request.amountPence(),
                        "LAPSED",
                        "Due on " + request.dueOn(),
                        null,
                        request.locality(),
                        request.dueOn()));
    }
}
