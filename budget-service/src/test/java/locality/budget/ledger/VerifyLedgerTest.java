package locality.budget.ledger;

import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.spend;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/// The check of every entry names those that were changed past every guard of the database.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class VerifyLedgerTest {

    @Test
    void namesTheEntryThatSomebodyEditedBehindItsBack() throws SQLException {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath();
        assertThat(faultsOf(posted)).isEmpty();

        asSuperuser("update posting set amount_pence = amount_pence + 1 where " + firstOf(posted));
        assertThat(faultsOf(posted)).containsExactly("CHANGED");

        asSuperuser("update posting set amount_pence = amount_pence - 1 where " + firstOf(posted));
        assertThat(faultsOf(posted)).isEmpty();
    }

    @Test
    void namesTheEntryThatSomebodyTookAwayOrMadeUpADigestFor() throws SQLException {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath();
        var id = posted.getString("id");

        asSuperuser("update journal_entry set digest = 'made up' where id = '%s'".formatted(id));
        assertThat(faultsOf(posted)).containsExactlyInAnyOrder("CHANGED", "NOT_AS_TOLD");

        asSuperuser(
                "delete from posting where entry_id = '%s'".formatted(id),
                "delete from journal_entry where id = '%s'".formatted(id));
        assertThat(faultsOf(posted)).containsExactly("MISSING");
    }

    private static String firstOf(JsonPath posted) {
        return "ordinal = 1 and entry_id = '%s'".formatted(posted.getString("id"));
    }

    /// What no grant, trigger or constraint holds back.
    private static void asSuperuser(String... changes) throws SQLException {
        try (var connection = Infrastructure.get().postgres().superuser("suite");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var change : changes) {
                statement.execute(change);
            }
        }
    }

    private static List<String> faultsOf(JsonPath posted) {
        return verify().jsonPath()
                .getList(
                        "broken.findAll { it.entryId == '%s' }.fault"
                                .formatted(posted.getString("id")));
    }

    private static Response verify() {
        return as(Tokens.of("auditor").in(Locality.MANCHESTER)).get("/api/budget/v1/ledger/verify");
    }
}
