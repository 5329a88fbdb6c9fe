package locality.governance.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import locality.governance.story.AtOnce;
import locality.governance.story.Told;
import locality.platform.eventlog.EventLog;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What comes about of agreements by itself is written down and told once.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G29")
class SettleAgreementsTest {

    @Inject Agreements agreements;
    @Inject PartyDecisions decisions;
    @Inject EventLog eventLog;
    @Inject AgroalDataSource database;

    private Partners stockport;

    @BeforeEach
    void thereArePartners() {
        stockport = Partners.of(Locality.STOCKPORT);
    }

    @Test
    void itBeginsOnItsDayAndExpiresOnTheDayAfterItsLast() {
        var id = signed("A");

        onThe("2040-03-31T12:00:00Z").handle();
        assertThat(told(id)).endsWith("FOR_RATIFICATION", "RATIFIED");
        onThe("2040-03-31T23:30:00Z").handle();
        assertThat(told(id)).as("1 April in London").endsWith("RATIFIED", "IN_FORCE");
        onThe("2041-03-31T12:00:00Z").handle();
        assertThat(told(id)).endsWith("RATIFIED", "IN_FORCE");
        onThe("2041-04-01T12:00:00Z").handle();
        onThe("2041-04-02T12:00:00Z").handle();

        assertThat(told(id)).endsWith("RATIFIED", "IN_FORCE", "EXPIRED");
        assertThat(Told.of(database, id).getLast().data().getString("effectiveOn"))
                .isEqualTo("2041-04-01");
    }

    @Test
    void severalReplicasTellEachStepOnce() throws Exception {
        var all = IntStream.range(0, 20).mapToObj(i -> signed("N" + i)).toList();
        Callable<Integer> replica = () -> onThe("2040-04-01T12:00:00Z").handle();

        AtOnce.call(4, List.of(replica, replica, replica, replica));

        assertThat(all)
                .allSatisfy(id -> assertThat(told(id)).filteredOn("IN_FORCE"::equals).hasSize(1));
    }

    private SettleAgreements onThe(String moment) {
        return new SettleAgreements(
                agreements,
                decisions,
                eventLog,
                Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }

    private List<String> told(String id) {
        return Told.of(database, id).stream().map(one -> one.data().getString("state")).toList();
    }

    /// Ratified by signatures alone, to hold for 2040/41.
    private String signed(String name) {
        var reference = stockport.named("STO-" + name);
        stockport.drafts(
                reference,
                "COMPACT",
                ", \"ratifiedBy\": \"SIGNATURE\"",
                """
                , "effectiveOn": "2040-04-01", "expiresOn": "2041-03-31",
                  "draftedOn": "2018-01-10"
                """);
        stockport.reviewed(reference, 1, "2018-01-20");
        stockport.submitted(reference, 1, "2018-02-01");
        stockport.signs(reference, 1, stockport.council, "2018-02-02");
        stockport.signs(reference, 1, stockport.ccg, "2018-02-02");
        return stockport.shown(reference, "2018-02-02").getString("id");
    }
}
