package locality.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.event.BudgetEvent.JournalEntryPosted;
import locality.platform.event.VirementEvent.Move;
import locality.platform.event.VirementEvent.VirementMade;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.reporting.Facts;
import org.junit.jupiter.api.Test;

/// What becomes of commitments, plans of money and the days of accounts.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ProjectedMoneyTest extends Projected {

    @Test
    void aRefusedCommitmentIsWhatItWasAskedForAndWhy() throws Exception {
        var asked = example("budget.approval-requested.v1").replace("8f2120", "8f2423");

        tell(
                read("budget.approval-requested.v1", asked.replace("0120-7c3e", "0123-7c3e")),
                read("budget.commitment-refused.v1", example("budget.commitment-refused.v1")));

        assertThat(
                        rows(
                                "select state, reason, effective_on from read_model.commitment"
                                        + " where commitment_id ="
                                        + " '01930b2a-0123-7c3e-9a41-5b7d2e8f2423'"))
                .containsExactly("LAPSED|No decision by 2014-07-31|2014-08-01");
    }

    @Test
    void aPlanThatIsToldAfterAnApprovalIsNotTheOneApproved() throws Exception {
        var facts = new Facts(Locality.WIGAN);
        var decision = Ids.next();
        var approved =
                new FundPlanApproved(facts.fund, decision, facts.place, Facts.DAY, 1, "FINAL");

        tell(facts.fundOpened(), facts.planned(1, 2), approved);
        assertThat(approval(facts.fund)).isEqualTo(decision.toString());

        tell(facts.planned(3, 4));
        assertThat(approval(facts.fund)).isEqualTo("null");

        tell(approved, facts.planned(5, 6));
        assertThat(approval(facts.fund)).isEqualTo("null");

        tell(facts.planned(7, 8), approved);
        assertThat(approval(facts.fund)).isEqualTo(decision.toString());
    }

    @Test
    void aLineHasWhatWasMovedSinceItsPlanAlsoWhenTheVirementIsReadFirst() throws Exception {
        var facts = new Facts(Locality.WIGAN);
        tell(facts.fundOpened());

        tellAndReadReversed(facts.planned(1_000, 2_000), moved(facts, 300));

        assertThat(current(facts)).containsExactly("700", "2300");

        tell(facts.planned(1_000, 2_000));
        assertThat(current(facts))
                .as("a plan told later says itself what was moved by then")
                .containsExactly("1000", "2000");
    }

    private static VirementMade moved(Facts facts, long pence) {
        return new VirementMade(
                Ids.next(),
                facts.reference("VIR"),
                facts.fund,
                List.of(
                        new Move(facts.carers, facts.reference("Car"), Pence.of(-pence)),
                        new Move(facts.development, facts.reference("Loc"), Pence.of(pence))),
                Pence.of(pence),
                "It begins later than planned",
                Ids.next(),
                Ids.next(),
                null,
                List.of(),
                facts.place,
                Facts.DAY);
    }

    private List<String> current(Facts facts) throws SQLException {
        return rows(
                "select current_pence from read_model.budget_line where fund_id = '%s' order by 1"
                        .formatted(facts.fund));
    }

    @Test
    void addsToTheDaysOfAnAccountInOneOrderSoThatTwoConsumersNeverDeadlock() throws Exception {
        var facts = new Facts(Locality.WIGAN);
        var lines = Stream.of(Ids.next(), Ids.next()).sorted().toList();
        post(spent(facts, lines.getFirst()), spent(facts, lines.getLast()));
        QuarkusTransaction.commit();
        QuarkusTransaction.begin();

        try (var other = database.getConnection()) {
            add(other, lines.getFirst());
            var second =
                    CompletableFuture.runAsync(
                            () ->
                                    QuarkusTransaction.requiringNew()
                                            .run(() -> postBackwards(facts, lines)));
            await().pollInSameThread().atMost(Duration.ofSeconds(9)).until(() -> isAwaited(other));
            add(other, lines.getLast());
            QuarkusTransaction.commit();
            second.get(30, TimeUnit.SECONDS);
        }

        QuarkusTransaction.begin();
        assertThat(
                        rows(
                                "select amount_pence from read_model.account_day where fund_id = '%s'"
                                        .formatted(facts.fund)))
                .containsExactly("3", "3");
    }

    private void postBackwards(Facts facts, List<UUID> lines) {
        post(spent(facts, lines.getLast()), spent(facts, lines.getFirst()));
    }

    private void post(JournalEntryPosted... entries) {
        var money = new MoneyBatch();
        Stream.of(entries).forEach(money::take);
        try (var connection = database.getConnection()) {
            money.write(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void add(Connection connection, UUID line) throws SQLException {
        try (var update = connection.createStatement()) {
            update.execute(
                    "update read_model.account_day set amount_pence = amount_pence + 1"
                            + " where line_id = '%s'".formatted(line));
        }
    }

    private static boolean isAwaited(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row =
                        select.executeQuery(
                                "select exists (select from pg_stat_activity where"
                                        + " pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static JournalEntryPosted spent(Facts facts, UUID line) {
        return new JournalEntryPosted(
                Ids.next(),
                facts.reference("JE"),
                facts.fund,
                "June invoice",
                "DECISION",
                Ids.next(),
                null,
                List.of(new JournalEntryPosted.Posting("SPEND", line, null, null, Pence.of(1))),
                "cd".repeat(32),
                facts.place,
                Facts.DAY,
                3,
                null,
                false,
                null);
    }

    private String approval(UUID fund) throws SQLException {
        return rows("select plan_decision_id from read_model.fund where fund_id = '%s'"
                        .formatted(fund))
                .getFirst();
    }
}
