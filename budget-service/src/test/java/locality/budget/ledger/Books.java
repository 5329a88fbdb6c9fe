package locality.budget.ledger;

import static locality.budget.testing.Manchester.finance;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.response.Response;
import java.sql.SQLException;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;

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

    static String entry(String postings) {
        return """
        {"effectiveDate": "2014-06-30", "description": "Reablement", "postings": [%s]}
        """
                .formatted(postings);
    }

    static void assertRefusedByTheDatabase(String change, String because) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining(because);
        }
    }
}
