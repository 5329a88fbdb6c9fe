package locality.budget.commitment;

import static locality.budget.commitment.Alliance.ALLIANCE;
import static locality.budget.commitment.Alliance.FUND;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.answer;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.commitments;
import static locality.budget.testing.Manchester.delegates;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import locality.budget.testing.AtOnce;
import locality.platform.money.FinancialYear;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a commitment held is free again, once, however it ends.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class EndOfCommitmentTest {

    private static final LocalDate TODAY = BusinessClock.today(Clock.systemUTC());
    private static final String COMMITMENT = "/api/budget/v1/commitments/{id}";

    @Inject ExpireCommitments expire;
    @Inject ApplyDecision applyDecision;
    @Inject MeterRegistry registry;

    @Test
    void isFreeAgainOnTheDayAfterItsLast() {
        var fund = ofThisYear();
        var opened = until(fund, TODAY).then().statusCode(201).extract().jsonPath();
        pay(opened, 300).then().statusCode(200);

        expire.handle(TODAY);
        assertThat(stateOf(opened)).isEqualTo("PART_DISCHARGED");
        expire.handle(TODAY.plusDays(1));

        var expired = commitment(opened.getString("id"));
        assertThat(expired.getString("state")).isEqualTo("EXPIRED");
        assertThat(expired.getLong("releasedPence")).isEqualTo(700);
        assertThat(expired.getLong("remainingPence")).isZero();
        assertThat(line(fund + "-L01").getLong("committedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(9_700);
        assertThat(heldOn(fund, TODAY)).isEqualTo(700);
        assertThat(heldOn(fund, TODAY.plusDays(1))).isZero();
    }

    @Test
    void isReleasedOnceWhenThreeReplicasFindItExpired() throws InterruptedException {
        var fund = ofThisYear();
        var opened = until(fund, TODAY).jsonPath();

        var done = AtOnce.ask(3, () -> expire.handle(TODAY.plusDays(1)));

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isPositive();
        assertThat(stateOf(opened)).isEqualTo("EXPIRED");
        assertThat(line(fund + "-L01").getLong("committedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(10_000);
        assertThat(entriesOf(fund, opened).getList("description"))
                .filteredOn(text -> text.toString().endsWith(" expired"))
                .hasSize(1);
        assertThat(expire.handle(TODAY.plusDays(1))).isZero();
    }

    @Test
    void expiresOnEveryOtherLineWhenItFailsOnOne() throws SQLException {
        var broken = ofThisYear();
        var stays = until(broken, TODAY).jsonPath();
        var sound = ofThisYear();
        var ends = until(sound, TODAY).jsonPath();
        correct(broken, 0);
        double before = failures();

        expire.handle(TODAY.plusDays(1));

        assertThat(stateOf(stays)).isEqualTo("OPEN");
        assertThat(stateOf(ends)).isEqualTo("EXPIRED");
        assertThat(failures()).isGreaterThan(before);
        correct(broken, 1_000);
        expire.handle(TODAY.plusDays(1));
        assertThat(stateOf(stays)).isEqualTo("EXPIRED");
    }

    private double failures() {
        return registry.counter("budget.lines.failed").count();
    }

    /// As somebody would who corrects a line by hand.
    private static void correct(String fund, long committed) throws SQLException {
        try (var connection = Infrastructure.get().postgres().superuser("suite");
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update budget_line set committed_pence = %d where reference = '%s-L01'"
                            .formatted(committed, fund));
        }
    }

    @Test
    void doesNotExpireWhenItWasEnteredOnlyAfterItsTerm() {
        var function = "late-" + UUID.randomUUID();
        delegates(function, 10_000);
        var fund = withALine(aFund(function), 10_000);
        var opened =
                commit(fund, 1_000, ", \"expiresOn\": \"2015-03-31\"")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();

        expire.handle(TODAY.plusDays(1));

        assertThat(stateOf(opened)).isEqualTo("OPEN");
    }

    @Test
    void paysNothingOnceItIsExpired() {
        var fund = ofThisYear();
        var opened = until(fund, TODAY).jsonPath();
        expire.handle(TODAY.plusDays(1));

        pay(opened, 1)
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMITMENT_NOT_OPEN"))
                .body("state", equalTo("EXPIRED"));
        finance()
                .body("{\"reason\": \"Not needed\"}")
                .post(COMMITMENT + "/release", opened.getString("id"))
                .then()
                .statusCode(409);
    }

    @Test
    void isWithdrawnByWhoAskedAndFreesWhatWasSetAside() {
        var fund = aFundWithALine(FUND);
        var asked = commit(fund, ALLIANCE).jsonPath();

        as(Tokens.of("finance").from("00W").in(Locality.MANCHESTER))
                .body("{\"reason\": \"Not needed\"}")
                .post(COMMITMENT + "/withdraw", asked.getString("id"))
                .then()
                .statusCode(422)
                .body("code", equalTo("ASKED_BY_ANOTHER"))
                .body("requestedBy", equalTo("E08000003"))
                .body("organisation", equalTo("00W"));
        withdraw(asked, true).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(stateOf(asked)).isEqualTo("PENDING_APPROVAL");
        withdraw(asked, false).then().statusCode(200).body("state", equalTo("WITHDRAWN"));

        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(FUND);
        withdraw(asked, false)
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMITMENT_NOT_WAITING"))
                .body("state", equalTo("WITHDRAWN"));
        applyDecision.handle(answer(asked, "IN_EFFECT", ALLIANCE));
        assertThat(stateOf(asked)).isEqualTo("WITHDRAWN");
        assertThat(commitment(asked.getString("id")).getList("attempts[0].reasons"))
                .containsExactly("NOT_PENDING");
    }

    /// A fund of the year that runs, whose officers may decide all of it.
    private static String ofThisYear() {
        var function = "expiry-" + UUID.randomUUID();
        delegates(function, 10_000);
        return withALine(aFund(function, FinancialYear.of(TODAY).toString()), 10_000);
    }

    private static Response until(String fund, LocalDate lastDay) {
        return finance()
                .body(
                        """
                        {"lineId": "%s-L01", "amountPence": 1000, "provider": "RW3",
                         "purpose": "Reablement", "expiresOn": "%s"}
                        """
                                .formatted(fund, lastDay))
                .post(commitments(fund));
    }

    private static Response pay(JsonPath commitment, long pence) {
        return finance()
                .body("{\"amountPence\": %d}".formatted(pence))
                .post(COMMITMENT + "/discharge", commitment.getString("id"));
    }

    private static Response withdraw(JsonPath commitment, boolean dryRun) {
        return finance()
                .queryParam("dryRun", dryRun)
                .body("{\"reason\": \"Funded by the trust\"}")
                .post(COMMITMENT + "/withdraw", commitment.getString("id"));
    }

    private static String stateOf(JsonPath commitment) {
        return commitment(commitment.getString("id")).getString("state");
    }

    private static long heldOn(String fund, LocalDate day) {
        return finance()
                .queryParam("effectiveAt", day.toString())
                .get("/api/budget/v1/funds/{fund}/balances", fund)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items.find { it.account == 'COMMITMENTS' }.balancePence");
    }

    private static JsonPath entriesOf(String fund, JsonPath commitment) {
        return finance()
                .get("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .jsonPath()
                .setRootPath(
                        "items.findAll { it.commitmentId == '%s' }"
                                .formatted(commitment.getString("id")));
    }
}
