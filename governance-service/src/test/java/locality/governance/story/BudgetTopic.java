package locality.governance.story;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BudgetEvent.ApprovalRequested;
import locality.platform.event.BudgetEvent.CommitmentRefused;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Topics;

/// What budget-service would tell, on its real topic.
public final class BudgetTopic {

    private static final Topics TOPIC = Topics.of("budget");

    private BudgetTopic() {}

    /// A request as a commitment of Manchester's makes it.
    public static ApprovalRequested asksFor(String owner, String function, long pence) {
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
                        "ALIGNED",
                        List.of(new ApprovalRequested.Owner(owner, Pence.of(pence))),
                        "R0A",
                        "Central Manchester pre-alliance",
                        null,
                        "E08000003/finance",
                        LocalDate.of(2014, 8, 31),
                        Locality.MANCHESTER,
                        LocalDate.of(2014, 5, 1));
        TOPIC.tell(request);
        return request;
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
