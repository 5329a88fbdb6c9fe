package locality.budget.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.spend;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
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

    @Test
    void namesTheFirstLinkThatNoLongerHolds() throws SQLException {
        var fund = anApprovedFund(100_000);
        var event = eventOf(post(fund, spend(fund, 70_000)).jsonPath());
        await().until(() -> isPositioned(event));
        verify().then().body("chain.intact", equalTo(true)).body("chain.firstBroken", nullValue());

        asSuperuser("update event_log set actor = actor || '!' where id = " + event);
        try {
            verify().then()
                    .body("intact", equalTo(false))
                    .body("chain.intact", equalTo(false))
                    .body("chain.firstBroken.fault", equalTo("ALTERED"))
                    .body("chain.firstBroken.position", equalTo((int) positionOf(event)));
        } finally {
            asSuperuser("update event_log set actor = rtrim(actor, '!') where id = " + event);
        }
        verify().then().body("chain.intact", equalTo(true));
    }

    @Test
    void isAskedByACommandThatNamesWhatIsBroken() throws Exception {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath();
        assertThat(command().printed()).doesNotContain(posted.getString("reference") + ",");

        asSuperuser("update posting set amount_pence = amount_pence + 1 where " + firstOf(posted));
        try {
            var found = command();
            assertThat(found.exit()).isEqualTo(1);
            assertThat(found.printed())
                    .contains("entry,%s,CHANGED,".formatted(posted.getString("reference")));
        } finally {
            asSuperuser(
                    "update posting set amount_pence = amount_pence - 1 where " + firstOf(posted));
        }
    }

    private record Ended(int exit, String printed) {}

    /// The command as an operator runs it, against this service.
    private static Ended command() throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder("bash", "../deploy/verify-ledger").redirectErrorStream(true);
        builder.environment().put("SUITE_URL", "http://localhost:" + RestAssured.port);
        builder.environment().put("TOKEN", Tokens.of("auditor").in(Locality.MANCHESTER));
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    private static long eventOf(JsonPath posted) throws SQLException {
        return number(
                "select id from event_log where type = 'budget.journal-entry-posted.v1'"
                        + " and subject_id = '%s'".formatted(posted.getString("id")));
    }

    private static boolean isPositioned(long event) throws SQLException {
        return number("select count(*) from event_position where event_log_id = " + event) == 1;
    }

    private static long positionOf(long event) throws SQLException {
        return number("select position from event_position where event_log_id = " + event);
    }

    private static long number(String select) throws SQLException {
        try (var connection = Infrastructure.get().postgres().superuser("suite");
                var statement = connection.createStatement();
                var row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
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
