package locality.budget.commitment;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.answer;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import locality.budget.testing.AtOnce;
import locality.budget.testing.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import locality.platform.testing.Tokens;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What officers may decide at once of Central Manchester CCG's money: 50,000 of one subject, and
/// nothing once the delegation has ended.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class DelegatedAuthorityTest {

    private static final String CENTRAL = "00W";
    private static final String COUNCIL = "E08000003";
    private static final long LIMIT = 50_000;
    private static final LocalDate TODAY = BusinessClock.today(Clock.systemUTC());

    @Inject Delegations delegations;
    @Inject ApplyDecision applyDecision;

    private String function;
    private UUID delegation;

    @BeforeEach
    void theCouncilsOfficersAreDelegatedTo() {
        function = "delegated-" + UUID.randomUUID();
        delegation = delegations.grant(CENTRAL, COUNCIL, function, LIMIT);
    }

    @Test
    void isNotSplitByLeavingOutWhatItIsFor() {
        var fund = withALine(aFund(function), 1_000_000);

        opens(ask(fund, LIMIT, "RW3", ""));
        waits(ask(fund, 1, "RW3", ""));
        waits(ask(fund, 1, "RW3", ", \"interventionId\": \"MCR-OTHER\""));
        opens(ask(fund, LIMIT, "R0A", ", \"interventionId\": \"MCR-FIRST\""));
        waits(ask(fund, 1, "R0A", ""));
        opens(ask(fund, LIMIT, "R0A", ", \"interventionId\": \"MCR-SECOND\""));
    }

    @Test
    void isNotSplitAmongProvidersOfOneContract() {
        var fund = withALine(aFund(function), 1_000_000);

        opens(ask(fund, LIMIT, "RW3", ", \"contractId\": \"MCR-CON-1\""));
        waits(ask(fund, 1, "R0A", ", \"contractId\": \"MCR-CON-1\""));
        waits(ask(fund, 1, "RW3", ", \"contractId\": \"MCR-CON-2\""));
        opens(ask(fund, LIMIT, "R0A", ", \"contractId\": \"MCR-CON-2\""));
    }

    @Test
    void isNotSplitAmongDelegationsOrOrganisations() {
        var forIntervention = forAnIntervention();
        delegations.grant(CENTRAL, COUNCIL, function, LIMIT);
        delegations.grant(CENTRAL, CENTRAL, function, LIMIT);
        var officers = as(Tokens.of("finance").from(CENTRAL).in(Locality.MANCHESTER));
        var fund = withALine(aFund(function), 1_000_000);

        opens(ask(fund, LIMIT, "RW3", forIntervention));
        waits(ask(fund, 1, "RW3", forIntervention));
        waits(ask(officers, fund, 1, "R0A", forIntervention));
        opens(ask(officers, fund, LIMIT, "R0A", forAnIntervention()));
    }

    @Test
    void countsWhatABodyDecidedForTheSameSubjectToo() {
        var forIntervention = forAnIntervention();
        var fund = withALine(aFund(function), 1_000_000);
        var one = ask(fund, LIMIT, "RW3", forIntervention).jsonPath();
        var raised =
                finance()
                        .body("{\"amountPence\": 50001, \"reason\": \"A second ward joins\"}")
                        .post("/api/budget/v1/commitments/{id}/vary", one.getString("id"));
        raised.then().statusCode(202);
        applyDecision.handle(
                DecidedIn.function(
                        function,
                        Manchester.decision(
                                null,
                                "IN_EFFECT",
                                50_001,
                                raised.jsonPath().getUUID("variations[0].request.id"),
                                raised.jsonPath().getString("variations[0].request.contentHash"))));
        assertThat(Manchester.commitment(one.getString("id")).getString("decisionId")).isNotNull();

        waits(ask(fund, 1, "RW3", forIntervention));
    }

    @Test
    void countsNothingThatWaitsOrWasRefusedOrGivenBack() {
        var forIntervention = forAnIntervention();
        var fund = withALine(aFund(function), 1_000_000);
        var refused = ask(fund, LIMIT + 1, "RW3", forIntervention);
        waits(refused);
        applyDecision.handle(
                DecidedIn.function(function, answer(refused.jsonPath(), "LOST", LIMIT + 1)));

        var opened = ask(fund, LIMIT, "RW3", forIntervention);
        opens(opened);
        finance()
                .body("{\"reason\": \"Not needed\"}")
                .post("/api/budget/v1/commitments/{id}/release", opened.jsonPath().getString("id"))
                .then()
                .statusCode(200);
        opens(ask(fund, LIMIT, "RW3", forIntervention));
    }

    @Test
    void isNotSplitByOfficersWhoAskAtTheSameMomentOnDifferentLines() throws Exception {
        var forIntervention = forAnIntervention();
        var fund = aFund(function);
        plan(
                        fund,
                        PLAN_HEADER
                                + aLine("Integrated care", 1_000_000)
                                + aLine("Reablement", 1_000_000))
                .statusCode(200);

        var asked = new AtomicInteger();

        var statuses =
                AtOnce.ask(
                        10,
                        () -> {
                            var line = asked.incrementAndGet() % 2 + 1;
                            return ask(finance(), fund, line, 20_000, "RW3", forIntervention)
                                    .statusCode();
                        });

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 202).hasSize(8);
    }

    @Test
    void isOverForEveryDayOnceTheDelegationHasEnded() {
        var fund = withALine(aFund(function), 1_000_000);
        var opened = ask(fund, 1_000, "RW3", "");
        opens(opened);

        delegations.end(delegation, TODAY);

        waits(ask(fund, 1, "RW3", ""));
        finance()
                .body(
                        """
                        {"amountPence": 1001, "reason": "A second ward joins",
                         "effectiveDate": "2014-06-01"}
                        """)
                .post("/api/budget/v1/commitments/{id}/vary", opened.jsonPath().getString("id"))
                .then()
                .statusCode(202);
    }

    @Test
    void waitsForAnEndThatIsBeingTold() throws Exception {
        var fund = withALine(aFund(function), 1_000_000);

        try (var callers = Executors.newSingleThreadExecutor();
                var ending = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = ending.createStatement()) {
            ending.setAutoCommit(false);
            statement.execute(
                    "update known_delegation set ended_on = '%s' where id = '%s'"
                            .formatted(TODAY, delegation));
            var asked = callers.submit(() -> ask(fund, 1_000, "RW3", ""));
            await().until(() -> waitForThis(statement) == 1);
            ending.commit();

            waits(asked.get());
        }
    }

    @Test
    void endsOnlyOnceWhatIsDoneUnderItIsDone() throws Exception {
        try (var callers = Executors.newSingleThreadExecutor();
                var acting = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = acting.createStatement()) {
            acting.setAutoCommit(false);
            statement.execute(
                    "select from known_delegation where id = '%s' for share".formatted(delegation));
            var ending = callers.submit(() -> delegations.end(delegation, TODAY));
            await().until(() -> waitForThis(statement) == 1);
            assertThat(ending.isDone()).isFalse();
            acting.rollback();

            ending.get();
        }
    }

    /// How many wait for a lock that this transaction holds.
    private static long waitForThis(Statement statement) throws SQLException {
        try (var row =
                statement.executeQuery(
                        """
                        select count(*) from pg_locks
                        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void opens(Response asked) {
        asked.then().statusCode(201);
    }

    private static void waits(Response asked) {
        asked.then().statusCode(202);
    }

    private static String forAnIntervention() {
        return ", \"interventionId\": \"MCR-%s\"".formatted(UUID.randomUUID());
    }

    private static Response ask(String fund, long pence, String provider, String more) {
        return ask(finance(), fund, pence, provider, more);
    }

    private static Response ask(
            RequestSpecification who, String fund, long pence, String provider, String more) {
        return ask(who, fund, 1, pence, provider, more);
    }

    private static Response ask(
            RequestSpecification who,
            String fund,
            int line,
            long pence,
            String provider,
            String more) {
        return who.body(
                        """
                        {"lineId": "%s-L0%d", "amountPence": %d, "provider": "%s",
                         "purpose": "Integrated care", "effectiveOn": "2014-05-14"%s}
                        """
                                .formatted(fund, line, pence, provider, more))
                .post(Manchester.commitments(fund));
    }
}
