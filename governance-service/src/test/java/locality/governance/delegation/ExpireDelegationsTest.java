package locality.governance.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.eventlog.EventLog;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The days of these tests are long before those of any other: what expires here is theirs alone.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G13")
class ExpireDelegationsTest {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    private final Caller secretary = Caller.secretaryOf(Locality.WIGAN);
    private final int number = NEXT.incrementAndGet();
    private final String council = "WX" + number;

    @Inject Delegations delegations;
    @Inject EventLog eventLog;
    @Inject AgroalDataSource database;

    @BeforeEach
    void settleWigan() {
        secretary.does(
                "/organisations",
                """
                {"code": "%s", "name": "Wigan", "kind": "COUNCIL", "locality": "E08000010",
                 "effectiveOn": "1974-04-01"}
                """
                        .formatted(council));
        secretary.does(
                "/bodies",
                """
                {"reference": "WX-%d", "name": "Cabinet", "classification": "CABINET",
                 "spatialLevel": "LOCALITY", "organisation": "%s", "topOfOrganisation": true,
                 "locality": "E08000010",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "1974-04-01"}]}
                """
                        .formatted(number, council));
    }

    @Test
    void itsEndIsToldOnTheDayAfterItsLastAndOnce() {
        var delegation = granted("A", "2001-03-31");

        assertThat(onThe("2001-03-31T12:00:00Z").handle()).isZero();
        shown("A").body("endedOn", nullValue());
        assertThat(onThe("2001-03-31T23:30:00Z").handle()).as("1 April in London").isOne();
        assertThat(onThe("2001-04-02T12:00:00Z").handle()).isZero();

        shown("A").body("endedOn", equalTo("2001-04-01")).body("endReason", equalTo("EXPIRED"));
        var told = Told.of(database, delegation);
        assertThat(told)
                .extracting(Told::type)
                .containsExactly(
                        "governance.delegation-granted.v1", "governance.delegation-ended.v1");
        assertThat(told.getLast().data().getString("reason")).isEqualTo("EXPIRED");
        assertThat(told.getLast().data().getString("effectiveOn")).isEqualTo("2001-04-01");
        assertThat(endRecordedAt(delegation)).isEqualTo(Instant.parse("2001-03-31T23:30:00Z"));
    }

    @Test
    void oneThatWasRevokedIsNotToldAgain() {
        var delegation = granted("R", "2001-03-31");
        secretary.does(
                "/delegations/%s/revoke".formatted(reference("R")),
                "{\"effectiveOn\": \"2001-01-01\", \"reason\": \"No longer needed\"}");

        onThe("2001-04-01T12:00:00Z").handle();

        shown("R").body("endReason", equalTo("No longer needed"));
        assertThat(Told.of(database, delegation)).hasSize(2);
        assertThat(endRecordedAt(delegation)).isAfter(Instant.parse("2001-04-01T12:00:00Z"));
    }

    @Test
    void severalReplicasTellEachOnce() throws Exception {
        var all = IntStream.range(0, 40).mapToObj(i -> granted("N" + i, "2001-06-30")).toList();
        Callable<Integer> replica = () -> onThe("2001-07-01T12:00:00Z").handle();

        var expired = AtOnce.call(4, List.of(replica, replica, replica, replica));

        assertThat(expired.stream().mapToInt(Integer::intValue).sum()).isEqualTo(all.size());
        assertThat(all)
                .allSatisfy(
                        one ->
                                assertThat(
                                                Told.of(database, one).stream()
                                                        .filter(
                                                                told ->
                                                                        told.type()
                                                                                .contains("ended")))
                                        .hasSize(1));
    }

    private ExpireDelegations onThe(String moment) {
        return new ExpireDelegations(
                delegations, eventLog, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }

    private String granted(String name, String lastDay) {
        return secretary
                .does(
                        "/delegations",
                        """
                        {"reference": "%s", "from": "WX-%d", "toOrganisation": "%s",
                         "functions": ["commissioning"], "place": "E08000010",
                         "effectiveOn": "2000-04-01", "expiresOn": "%s"}
                        """
                                .formatted(reference(name), number, council, lastDay))
                .extract()
                .path("id");
    }

    private String reference(String name) {
        return "WXD-%d-%s".formatted(number, name);
    }

    private ValidatableResponse shown(String name) {
        return secretary.get("/delegations/" + reference(name)).statusCode(200);
    }

    private Instant endRecordedAt(String delegation) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select ended_recorded_at from delegation where id = ?::uuid")) {
            query.setString(1, delegation);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getTimestamp(1).toInstant();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
