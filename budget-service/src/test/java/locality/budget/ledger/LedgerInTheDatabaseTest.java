package locality.budget.ledger;

import static locality.budget.ledger.Books.assertRefusedByTheDatabase;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.spend;
import static locality.budget.testing.Manchester.anApprovedFund;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Test;

/// What the database holds of the ledger by itself, whoever writes to it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class LedgerInTheDatabaseTest {

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
}
