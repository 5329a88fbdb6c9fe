package locality.budget.laws;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.withALine;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import locality.budget.testing.AtOnce;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Many who ask for the same money at the same moment get it once.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AtTheSameTimeTest {

    @Test
    @Tag("B4")
    void twoHundredEntriesAtOnceIntoRoomForFiftyMakeExactlyFifty() throws Exception {
        var fund = anApprovedFund(50_000);

        try (var callers = Executors.newFixedThreadPool(32)) {
            var asked = Collections.<Callable<Integer>>nCopies(200, () -> spend(fund).statusCode());
            var byStatus =
                    callers.invokeAll(asked).stream()
                            .collect(groupingBy(Future::resultNow, counting()));

            assertThat(byStatus).containsOnlyKeys(201, 422).containsEntry(201, 50L);
        }

        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(50_000);
        assertThat(line(fund + "-L01").getLong("availablePence")).isZero();
        assertThat(balance(fund, "HOST_CASH", "2014-06-30")).isEqualTo(-50_000);
        assertThat(balance(fund, "SPEND", "2014-06-30")).isEqualTo(50_000);
    }

    @Test
    @Tag("B16")
    void oneLineOfABankStatementIsTakenOnceByTwenty() throws InterruptedException {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        var answers =
                AtOnce.ask(20, () -> receive(contribution, 100, "2014-04-03", "BACS 2014-04-03/1"));

        assertOnce(answers, 201);
        assertThat(contribution(contribution, "").getLong("paidPence")).isEqualTo(100);
        assertThat(balance(fund, "HOST_CASH", "2014-04-03")).isEqualTo(100);
    }

    @Test
    @Tag("B16")
    void twentyPaymentsAtOnceAreNoMoreThanTheYear() throws InterruptedException {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        var statuses =
                AtOnce.ask(
                        20,
                        () ->
                                receive(
                                                contribution,
                                                100,
                                                "2014-04-03",
                                                "BACS " + UUID.randomUUID())
                                        .statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(12);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(8);
        assertThat(balance(fund, "HOST_CASH", "2014-04-03")).isEqualTo(1_200);
        assertThat(balance(fund, "INCOME_IN_ADVANCE", "2014-04-03")).isEqualTo(-1_100);
    }

    @Test
    @Tag("B4")
    void anEntryIsReversedOnceByTwenty() throws InterruptedException {
        var fund = anApprovedFund(1_000);
        var posted = spend(fund).jsonPath().getString("id");

        var answers =
                AtOnce.ask(
                        20,
                        () ->
                                finance()
                                        .body("{\"reason\": \"Paid twice\"}")
                                        .post(
                                                "/api/budget/v1/journal-entries/{entry}/reverse",
                                                posted));

        assertOnce(answers, 201);
        assertThat(line(fund + "-L01").getLong("spentPence")).isZero();
        assertThat(balance(fund, "HOST_CASH", "2014-06-30")).isZero();
    }

    @Test
    @Tag("B17")
    void whatACommitmentHoldsIsReleasedOnceByTwenty() throws InterruptedException {
        var function = "release-" + UUID.randomUUID();
        Decisions.delegate(function, 1_000);
        var fund = withALine(aFund(function), 1_000);
        var held = commit(fund, 700).then().statusCode(201).extract().jsonPath().getString("id");

        var answers =
                AtOnce.ask(
                        20,
                        () ->
                                finance()
                                        .body("{\"reason\": \"The contract cost less\"}")
                                        .post("/api/budget/v1/commitments/{id}/release", held));

        assertOnce(answers, 200);
        assertThat(line(fund + "-L01").getLong("committedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(1_000);
        assertThat(balance(fund, "COMMITMENTS", Pool.TODAY.toString())).isZero();
    }

    /// One is done, and each of the others refused because it is.
    private static void assertOnce(List<Response> answers, int done) {
        assertThat(answers)
                .extracting(Response::statusCode)
                .filteredOn(status -> status == done)
                .hasSize(1);
        assertThat(answers)
                .extracting(Response::statusCode)
                .filteredOn(status -> status == 409)
                .hasSize(answers.size() - 1);
    }

    private static Response spend(String fund) {
        return finance()
                .body(
                        """
                        {"effectiveDate": "2014-06-30", "description": "Reablement", "postings": [
                          {"account": "SPEND", "lineId": "%s-L01", "amountPence": 1000},
                          {"account": "HOST_CASH", "amountPence": -1000}]}
                        """
                                .formatted(fund))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund);
    }
}
