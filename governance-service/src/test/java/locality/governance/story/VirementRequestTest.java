package locality.governance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import locality.governance.approval.ApprovalRequests;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.VirementEvent.Move;
import locality.platform.event.VirementEvent.VirementRefused;
import locality.platform.event.VirementEvent.VirementRequested;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Topics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A virement over the tier of the fund manager waits for a body, as a commitment over its limit
/// does, and no longer once whoever asked does not.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class VirementRequestTest {

    private static final Topics BUDGET = Topics.of("budget");

    @Inject ApprovalRequests requests;

    @Test
    @Tag("B14")
    void waitsForABodyUntilItIsWithdrawn() {
        var manchester = Manchester.in2014();
        var asked = asksFor(manchester.ccg);

        BUDGET.tell(asked);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> inATransaction(() -> requests.count("id", asked.requestId())) == 1);
        var request = inATransaction(() -> requests.require(asked.reference()));
        assertThat(request.isOpen()).isTrue();
        assertThat(request.subjectType()).isEqualTo("virement");
        assertThat(request.subjectId()).isEqualTo(asked.virementId());
        assertThat(request.contentHash()).isEqualTo(asked.contentHash());
        assertThat(request.amount()).isEqualTo(asked.amountPence());
        assertThat(request.owners()).hasSize(1);

        BUDGET.tell(withdrawn(asked));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !inATransaction(() -> requests.require(asked.reference())).isOpen());
    }

    private static <T> T inATransaction(Callable<T> read) {
        return QuarkusTransaction.requiringNew().call(read);
    }

    private static VirementRequested asksFor(String owner) {
        var virement = UUID.randomUUID();
        return new VirementRequested(
                virement,
                "V-" + virement.toString().substring(28),
                UUID.randomUUID(),
                "0123456789abcdef".repeat(4),
                UUID.randomUUID(),
                List.of(
                        new Move(UUID.randomUUID(), "MCR-BCF-2014-15-L02", Pence.of(-5_000_000)),
                        new Move(UUID.randomUUID(), "MCR-BCF-2014-15-L01", Pence.of(5_000_000))),
                Pence.of(5_000_000),
                "bcf-investment-wave-one",
                "ALIGNED",
                List.of(new CommitmentEvent.Owner(owner, Pence.of(5_000_000))),
                "Reablement starts earlier than planned",
                "E08000003",
                LocalDate.of(2014, 8, 31),
                Locality.MANCHESTER,
                LocalDate.of(2014, 5, 1));
    }

    private static VirementRefused withdrawn(VirementRequested asked) {
        return new VirementRefused(
                asked.virementId(),
                asked.reference(),
                asked.fundId(),
                asked.amountPence(),
                "WITHDRAWN",
                "The ward opens later",
                null,
                asked.locality(),
                asked.effectiveOn());
    }
}
