package locality.budget.ledger;

import static locality.budget.testing.Manchester.finance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import locality.budget.laws.Rows;
import locality.budget.testing.Manchester;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The pool manager's books, as the tests write, take back and read them.
final class Books {

    private Books() {}

    static Response post(String fund, String entry) {
        return finance().body(entry).post("/api/budget/v1/funds/{fund}/journal-entries", fund);
    }

    static Response reverse(String entry) {
        return finance()
                .body("{\"reason\": \"Paid twice\"}")
                .post("/api/budget/v1/journal-entries/{entry}/reverse", entry);
    }

    static Response balances(String fund, String query) {
        return finance().get("/api/budget/v1/funds/" + fund + "/balances" + query);
    }

    static String spend(String fund, long pence) {
        return entry(
                """
                {"account": "SPEND", "lineId": "%s-L01", "amountPence": %d},
                {"account": "HOST_CASH", "amountPence": %d}
                """
                        .formatted(fund, pence, -pence));
    }

    static String under(DecisionTaken decision, String entry) {
        return entry.replace(
                "\"postings\"",
                "\"decisionId\": \"%s\", \"postings\"".formatted(decision.decisionId()));
    }

    /// A decision on a fund about the money of several owners, each with its share of the value.
    static DecisionTaken decides(String fund, long value, MoneyOwner... owners) {
        var one = Manchester.decision(new Subject("fund", fund), "IN_EFFECT", value, null, null);
        var decision =
                new DecisionTaken(
                        one.decisionId(),
                        one.reference(),
                        one.title(),
                        one.bodyId(),
                        one.bodyName(),
                        one.meetingId(),
                        one.decisionType(),
                        one.outcome(),
                        one.state(),
                        one.validityCodes(),
                        one.function(),
                        one.valuePence(),
                        one.basis(),
                        List.of(owners),
                        one.subject(),
                        one.requestId(),
                        one.contentHash(),
                        one.locality(),
                        one.effectiveOn(),
                        one.provenance());
        Manchester.governance().tell(decision);
        var probe = under(decision, entry(advance(value + 1)));
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                !"DECISION_NOT_KNOWN"
                                        .equals(post(fund, probe).jsonPath().getString("code")));
        return decision;
    }

    private static String advance(long pence) {
        return """
        {"account": "PREPAYMENTS", "amountPence": %d}, {"account": "HOST_CASH", "amountPence": %d}
        """
                .formatted(pence, -pence);
    }

    static String entry(String postings) {
        return """
        {"effectiveDate": "2014-06-30", "description": "Reablement", "postings": [%s]}
        """
                .formatted(postings);
    }

    /// Whatever is asked, afterwards every row that belongs to the fund is as it was: its lines,
    /// the journal and the event log among them.
    static void assertKeepsNothing(String fund, Runnable asking) {
        var id = finance().get("/api/budget/v1/funds/{fund}", fund).<String>path("id");
        var everything = Rows.everything("array['%s'::uuid]".formatted(id));
        var before = Rows.of(everything);

        asking.run();

        assertThat(before).isNotEmpty();
        assertThat(Rows.of(everything)).isEqualTo(before);
    }

    static void assertRefusedByTheDatabase(String change, String because) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining(because);
        }
    }

    /// The database refuses it from the service, by the constraint of this name.
    static void assertBreaks(String change, String constraint) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change))
                    .isInstanceOfSatisfying(
                            PSQLException.class,
                            refused ->
                                    assertThat(refused.getServerErrorMessage())
                                            .extracting(ServerErrorMessage::getConstraint)
                                            .as("%s", refused.getMessage())
                                            .isEqualTo(constraint));
        }
    }
}
