package locality.budget.ledger;

import static locality.budget.ledger.Books.balances;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.spend;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.finance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import locality.budget.testing.AtOnce;
import locality.platform.caller.Caller;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the accounts held, on a day and as was known at a moment.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BalancesTest {

    private static final Caller POOL_MANAGER =
            new Caller(
                    "E08000003",
                    "pool-manager",
                    Set.of(Roles.FINANCE),
                    Set.of(Locality.MANCHESTER));

    @Inject Ledger ledger;
    @Inject PostEntries postEntries;
    @Inject ReverseEntry reverseEntry;

    @TempDir private Path folder;

    @Test
    void answersAsItWasKnownWhateverIsPostedLater() {
        var fund = anApprovedFund(100_000);
        post(fund, spend(fund, 10_000)).then().statusCode(201);
        var then = balances(fund, "").jsonPath().getString("knownAt");
        var before = balances(fund, "?knownAt=" + then).jsonPath().getList("items");

        post(fund, spend(fund, 20_000)).then().statusCode(201);

        assertThat(balances(fund, "?knownAt=" + then).jsonPath().getList("items"))
                .isEqualTo(before);
        balances(fund, "?effectiveAt=2014-06-29")
                .then()
                .body("items.findAll { it.account == 'SPEND' }", hasSize(0));
        balances(fund, "")
                .then()
                .body("items.find { it.account == 'SPEND' }.balancePence", equalTo(30_000));
    }

    @Test
    void recordsByOneClockWhateverTheClockOfAReplicaSays() {
        var fund = anApprovedFund(100_000);

        QuarkusMock.installMockForType(
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)), Clock.class);
        post(fund, spend(fund, 10_000)).then().statusCode(201);
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);

        balances(fund, "")
                .then()
                .body("items.find { it.account == 'SPEND' }.balancePence", equalTo(10_000));
    }

    @Test
    void answersAsOfBeforeWhatIsStillBeingPostedAndHoldsNobodyUp() {
        var fund = anApprovedFund(100_000);
        post(fund, spend(fund, 10_000)).then().statusCode(201);

        QuarkusTransaction.begin();
        var began = ledger.recordingTime(idOf(fund));
        post(fund, spend(fund, 20_000)).then().statusCode(201);
        var meanwhile = balances(fund, "").jsonPath();
        var longAgo = balances(fund, "?knownAt=2020-01-01T00:00:00Z").jsonPath();
        ledger.recordingTime(idOf(fund));
        QuarkusTransaction.rollback();

        assertThat(Instant.parse(meanwhile.getString("knownAt")))
                .isEqualTo(began.minus(1, ChronoUnit.MICROS));
        assertThat(spent(meanwhile)).isEqualTo(10_000);
        assertThat(longAgo.getString("knownAt")).isEqualTo("2020-01-01T00:00:00Z");
        var known = meanwhile.getString("knownAt");
        assertThat(balances(fund, "?knownAt=" + known).jsonPath().getList("items"))
                .isEqualTo(meanwhile.getList("items"));
        assertThat(spent(balances(fund, "").jsonPath())).isEqualTo(30_000);
    }

    @Test
    void countsNothingThatIsOnlyTriedOut() throws IOException {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 10_000)).jsonPath().getString("id");
        var file =
                new JournalCsv(
                        Files.writeString(
                                folder.resolve("journal.csv"),
                                String.join(",", JournalCsv.COLUMNS)
                                        + "\nK1,2014-06-30,Fee,SPEND,%s-L01,,,20000\n"
                                                .formatted(fund)
                                        + "K1,,,HOST_CASH,,,,-20000\n"));

        assertIsSeenUnlessOnlyTried(
                fund, onlyTry -> postEntries.handle(POOL_MANAGER, fund, file, onlyTry));
        assertIsSeenUnlessOnlyTried(
                fund, onlyTry -> reverseEntry.handle(POOL_MANAGER, posted, "Twice", onlyTry));
    }

    @Test
    void waitsForNothingThatIsPostedToAnotherFund() {
        var fund = anApprovedFund(100_000);
        var other = anApprovedFund(100_000);

        QuarkusTransaction.begin();
        ledger.recordingTime(idOf(other));
        post(fund, spend(fund, 10_000)).then().statusCode(201);
        var meanwhile = balances(fund, "").jsonPath();
        QuarkusTransaction.rollback();

        assertThat(spent(meanwhile)).isEqualTo(10_000);
    }

    /// Every caller finds what it was just told is posted, and no answer ever changes.
    @Test
    void answersTheSameForEverWhileManyPost() throws InterruptedException {
        var fund = anApprovedFund(100_000);
        var answers = new ConcurrentHashMap<String, List<Object>>();

        var found =
                AtOnce.ask(
                        8,
                        () -> {
                            boolean all = true;
                            for (int i = 0; i < 15; i++) {
                                var posted = post(fund, spend(fund, 100)).jsonPath();
                                var balances = balances(fund, "").jsonPath();
                                var known = Instant.parse(balances.getString("knownAt"));
                                all &=
                                        !known.isBefore(
                                                Instant.parse(posted.getString("recordedAt")));
                                answers.put(known.toString(), balances.getList("items"));
                            }
                            return all;
                        });

        assertThat(found).containsOnly(true);
        assertThat(spent(balances(fund, "").jsonPath())).isEqualTo(8 * 15 * 100);
        answers.forEach(
                (known, items) ->
                        assertThat(balances(fund, "?knownAt=" + known).jsonPath().getList("items"))
                                .as("as known at %s", known)
                                .isEqualTo(items));
    }

    @Test
    void asksForADateThatIsOne() {
        balances(aFundWithALine(1), "?effectiveAt=yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
    }

    /// Balances stand for a moment after what is only tried out, and for one before what is posted.
    private void assertIsSeenUnlessOnlyTried(String fund, Consumer<Boolean> command) {
        for (boolean onlyTry : List.of(true, false)) {
            QuarkusTransaction.begin();
            command.accept(onlyTry);
            var afterwards = ledger.recordingTime(UUID.randomUUID(), true);
            var meanwhile = balances(fund, "").jsonPath();
            QuarkusTransaction.rollback();

            assertThat(Instant.parse(meanwhile.getString("knownAt")).isAfter(afterwards))
                    .isEqualTo(onlyTry);
            assertThat(spent(meanwhile)).isEqualTo(10_000);
        }
    }

    private static UUID idOf(String fund) {
        return UUID.fromString(finance().get("/api/budget/v1/funds/{fund}", fund).path("id"));
    }

    private static long spent(JsonPath balances) {
        return balances.getLong("items.find { it.account == 'SPEND' }.balancePence");
    }
}
