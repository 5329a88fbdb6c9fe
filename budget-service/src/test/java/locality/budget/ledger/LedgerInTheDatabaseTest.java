package locality.budget.ledger;

import static locality.budget.ledger.Books.assertBreaks;
import static locality.budget.ledger.Books.assertRefusedByTheDatabase;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.spend;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Test;

/// What the database holds of the ledger by itself, whoever writes to it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class LedgerInTheDatabaseTest {

    /// One that says all it must, but for what a test puts in the place of a column.
    private static final String COPY =
            """
            with entry as (
              insert into journal_entry (id, fund_id, locality, effective_on, period, reverses,
                recorded_at, description, authority_kind, authority_id, actor, provenance,
                posting_count, digest)
              select gen_random_uuid(), e.fund_id, e.locality, e.effective_on, e.period, null::uuid,
                recorded_at, description, authority_kind, authority_id, actor, provenance,
                posting_count, digest from journal_entry e
              where id = :posted
              returning id
            )
            insert into posting (entry_id, ordinal, account, line_id, partner, source, amount_pence)
            select entry.id, p.ordinal, p.account, p.line_id, p.partner, p.source, p.amount_pence
            from entry, posting p where p.entry_id = :posted
            """;

    private static final String CASH_IS = "replace(p.account, 'HOST_CASH', '%s')";
    private static final String PERIOD = "e.effective_on, e.period";

    @Test
    void isInsertOnlyForEverybodyInTheDatabase() throws SQLException {
        var fund = anApprovedFund(100_000);
        post(fund, spend(fund, 70_000)).then().statusCode(201);

        var postgres = Infrastructure.get().postgres();
        for (var role : new String[] {Postgres.APP, Postgres.OWNER}) {
            try (var connection = postgres.as(role, "suite");
                    var statement = connection.createStatement()) {
                for (var change :
                        new String[] {
                            "update posting set amount_pence = amount_pence + 1",
                            "delete from posting",
                            "update journal_entry set description = ''",
                            "truncate posting"
                        }) {
                    assertThatThrownBy(() -> statement.execute(change))
                            .as("%s as %s", change, role)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }

    @Test
    void refusesAnUnbalancedEntryInTheDatabaseToo() throws SQLException {
        var fund = anApprovedFund(100_000);
        var id = post(fund, spend(fund, 70_000)).jsonPath().getString("id");
        var later =
                """
                insert into posting (entry_id, ordinal, account, amount_pence)
                values ('%s', %d, 'HOST_CASH', 5)
                """;

        assertRefusedByTheDatabase(later.formatted(id, 3), "does not balance");
        assertRefusedByTheDatabase(later.formatted(id, 0), "posting_is_numbered_from_one");
        assertRefusedByTheDatabase(later.formatted(id, -1), "posting_is_numbered_from_one");
    }

    @Test
    void refusesPostingsThatLeaveAPlaceForOthersInTheDatabaseToo() throws SQLException {
        var fund = anApprovedFund(100_000);
        var id = post(fund, spend(fund, 70_000)).jsonPath().getString("id");

        assertRefusedByTheDatabase(
                """
                with entry as (
                  insert into journal_entry (id, fund_id, locality, effective_on, period,
                    recorded_at, description, authority_kind, authority_id, actor, provenance,
                    posting_count, digest)
                  select gen_random_uuid(), fund_id, locality, effective_on, period,
                    recorded_at, description, authority_kind, authority_id, actor, provenance,
                    2, digest from journal_entry where id = '%s'
                  returning id
                )
                insert into posting (entry_id, ordinal, account, amount_pence)
                select id, 3, 'HOST_CASH', 5 from entry
                union all select id, 4, 'CREDITORS', -5 from entry
                """
                        .formatted(id),
                "does not balance");
    }

    @Test
    void boundsTheKeyAndWhatElseAnEntrySaysInTheDatabaseToo() throws SQLException {
        var fund = anApprovedFund(100_000);
        var keyed = spend(fund, 70_000).replaceFirst("\\{", "{\"key\": \"AP-1\", ");
        var id = post(fund, keyed).jsonPath().getString("id");
        var copy =
                """
                insert into journal_entry (id, fund_id, locality, effective_on, period,
                  recorded_at, description, authority_kind, authority_id, actor, provenance,
                  posting_count, digest, %s)
                select gen_random_uuid(), fund_id, locality, effective_on, period,
                  recorded_at, description, authority_kind, authority_id, actor, provenance,
                  posting_count, digest, %s from journal_entry where id = '%s'
                """;

        assertRefusedByTheDatabase(
                copy.formatted("key", "key", id), "journal_entry_key_is_unique_in_its_fund");
        assertRefusedByTheDatabase(
                copy.formatted("key", "'a b'", id), "journal_entry_key_is_a_name");
        assertRefusedByTheDatabase(
                copy.formatted("source_document", "''", id),
                "journal_entry_source_document_is_short");
        assertRefusedByTheDatabase(
                copy.formatted("metadata", "'[]'", id), "journal_entry_metadata_is_small");
        assertRefusedByTheDatabase(
                copy.formatted("metadata", "jsonb_build_object('note', repeat('x', 20000))", id),
                "journal_entry_metadata_is_small");
    }

    @Test
    void asksOfEveryPostingWhatItsAccountNames() throws SQLException {
        var posted = posted(anApprovedFund(100_000));

        assertBreaks(
                posted.replace("p.account", CASH_IS.formatted("SLUSH")),
                "posting_account_is_known");
        assertBreaks(
                posted.replace("p.line_id", "null::uuid"),
                "posting_of_spend_or_a_promise_names_a_line");
        for (var account : Account.values()) {
            if (account.isBetweenPartners()) {
                var ofAPartner = posted.replace("p.account", CASH_IS.formatted(account));
                assertBreaks(ofAPartner, "posting_between_partners_names_a_partner");
                assertBreaks(
                        ofAPartner.replace("p.partner", "' '"),
                        "posting_between_partners_names_a_partner");
            }
        }
        assertBreaks(
                posted.replace("p.account", CASH_IS.formatted("SOURCE_BALANCE")),
                "posting_of_a_source_names_it");
    }

    @Test
    void knowsEveryAccountThatThereIs() throws SQLException {
        var posted = posted(anApprovedFund(100_000));

        for (var account : Account.values()) {
            if (!account.isMemorandum()) {
                assertTaken(
                        posted.replace("p.account", CASH_IS.formatted(account))
                                .replace("p.partner", "'00W'")
                                .replace(
                                        "p.line_id",
                                        "(select line_id from posting where entry_id = p.entry_id"
                                                + " and ordinal = 1)")
                                .replace("p.source", "'CCG'"));
            }
        }
    }

    @Test
    void keepsAnEntryInItsFund() throws SQLException {
        var posted = posted(anApprovedFund(100_000));
        var elsewhere = aFundWithALine(100_000);

        assertBreaks(
                posted.replace(
                        "p.line_id",
                        "case when p.line_id is not null then (select id from budget_line"
                                + " where reference = '%s-L01') end".formatted(elsewhere)),
                "posting_stands_on_a_line_of_its_fund");
        assertBreaks(
                posted.replace(
                        "e.fund_id,",
                        "(select id from fund where reference = '%s'),".formatted(elsewhere)),
                "posting_stands_on_a_line_of_its_fund");
        assertBreaks(
                posted.replace("e.locality", "'E08000005'")
                        .replace("p.account", "replace(p.account, 'SPEND', 'CREDITORS')")
                        .replace("p.line_id", "null::uuid"),
                "journal_entry_lies_where_its_fund_does");
    }

    @Test
    void keepsAnEntryInItsYearAndThePeriodOfItsDay() throws SQLException {
        var posted = posted(anApprovedFund(100_000));

        assertBreaks(
                posted.replace(PERIOD, "date '2014-03-31', 12"),
                "journal_entry_is_not_before_its_year");
        for (var wrong : List.of("'2014-06-30', 4", "'2015-03-31', 13", "'2015-04-01', 1")) {
            assertBreaks(
                    posted.replace(PERIOD, "date " + wrong),
                    "journal_entry_period_is_that_of_its_day");
        }
        for (var right : List.of("'2014-04-01', 1", "'2014-12-31', 9", "'2015-01-01', 10")) {
            assertTaken(posted.replace(PERIOD, "date " + right));
        }
        for (var right : List.of("'2015-03-31', 12", "'2015-04-01', 13", "'2016-05-01', 13")) {
            assertTaken(posted.replace(PERIOD, "date " + right));
        }
    }

    @Test
    void takesAnEntryBackByItsOppositeAlone() throws SQLException {
        var fund = anApprovedFund(100_000);
        var id = post(fund, spend(fund, 70_000)).jsonPath().getString("id");
        var again = like(id).replace("null::uuid", "'%s'::uuid".formatted(id));
        var opposite = again.replace("p.amount_pence", "-p.amount_pence");

        for (var other :
                List.of(
                        again,
                        opposite.replace("-p.amount_pence", "sign(-p.amount_pence)"),
                        opposite.replace(PERIOD, "date '2014-07-01', 4"),
                        opposite.replace("p.account", CASH_IS.formatted("CREDITORS")),
                        opposite.replace("p.source", "'CCG'"))) {
            assertBreaks(other, "journal_entry_reverses_by_its_opposite");
        }
        assertTaken(opposite);
    }

    private static String posted(String fund) {
        return like(post(fund, spend(fund, 70_000)).jsonPath().getString("id"));
    }

    private static String like(String entry) {
        return COPY.replace(":posted", "'%s'".formatted(entry));
    }

    /// The database would take it from the service; nothing of it is kept.
    private static void assertTaken(String change) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.executeUpdate(change)).isEqualTo(2);
            statement.execute("set constraints all immediate");
            connection.rollback();
        }
    }
}
