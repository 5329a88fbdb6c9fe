package locality.budget.virement;

import static locality.budget.testing.InTheDatabase.nobodyMay;
import static locality.budget.testing.InTheDatabase.refuses;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.virement.TwoLines.approved;
import static locality.budget.virement.TwoLines.move;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the database holds of virements by itself, whoever writes to it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class VirementInTheDatabaseTest {

    @Test
    void keepsWhatWasMadeForItsOwnerToo() {
        var id = made();

        for (var change :
                List.of(
                        "update virement set reason = 'Other' where id = '%s'",
                        "update virement set state = 'WITHDRAWN', entry_id = null,"
                                + " decision_id = null where id = '%s'",
                        "delete from virement where id = '%s'",
                        "truncate virement cascade",
                        "update virement_move set amount_pence = 1 where virement_id = '%s'",
                        "delete from virement_move where virement_id = '%s'",
                        "truncate virement_move")) {
            nobodyMay(change.formatted(id));
        }
        assertThat(TwoLines.virement(id).getString("state")).isEqualTo("MADE");
    }

    @Test
    void keepsWhatWasAskedForWhileItWaits() {
        var id = move(approved(), 100, "").jsonPath().getString("id");

        for (var change :
                List.of(
                        "amount_pence = 1",
                        "reason = 'Other'",
                        "requested_by = '00W'",
                        "owners = '[]'",
                        "decision_function = 'other'",
                        "tier = tier - 'functions'",
                        "due_on = due_on + 1",
                        "content_hash = repeat('0', 64)")) {
            nobodyMay("update virement set %s where id = '%s'".formatted(change, id));
        }
    }

    @Test
    void isMadeOnlyUnderAnAuthorityAndInTheLedger() {
        var id = move(approved(), 100, "").jsonPath().getString("id");
        var makes = "update virement set state = 'MADE', %s where id = '" + id + "'";

        refuses(
                makes.formatted("entry_id = gen_random_uuid()"),
                "virement_is_made_only_under_authority");
        refuses(
                makes.formatted(
                        "entry_id = gen_random_uuid(), decision_id = gen_random_uuid(),"
                                + " delegation_id = gen_random_uuid()"),
                "virement_is_made_only_under_authority");
        refuses(
                makes.formatted("decision_id = gen_random_uuid()"),
                "virement_is_in_the_ledger_once_made");
    }

    @Test
    void sumsToZeroWithinItsFundAndNamesALineOnce() {
        var fund = approved();
        var id = move(fund, 100, "").jsonPath().getString("id");
        var elsewhere = approved() + "-L01";

        refuses(moveMore(id, 2, fund + "-L01", 1), "virement_move_names_a_line_once");
        refuses(moveMore(id, 2, elsewhere, 1), "virement_sums_to_zero");
        refuses(
                """
                with another as (
                  insert into virement (id, reference, fund_id, number, locality, amount_pence,
                    reason, state, tier, decision_function, basis, owners, content_hash,
                    requested_by, effective_on, provenance, version)
                  select gen_random_uuid(), reference || '-AGAIN', fund_id, number + 1, locality,
                    amount_pence, reason, 'WITHDRAWN', tier, decision_function, basis, owners,
                    content_hash, requested_by, effective_on, provenance, 0
                  from virement where id = '%s' returning id)
                insert into virement_move (virement_id, ordinal, line_id, line, amount_pence)
                select v.id, l.number, l.id, l.reference,
                  case when l.reference = '%s' then 100 else -100 end
                from another v, budget_line l where l.reference in ('%s', '%s')
                """
                        .formatted(id, elsewhere, elsewhere, fund + "-L02"),
                "virement_stays_within_its_fund");
    }

    private static String moveMore(String virement, int ordinal, String line, int pence) {
        return """
        insert into virement_move (virement_id, ordinal, line_id, line, amount_pence)
        select '%s', %d, id, reference, %d from budget_line where reference = '%s'
        """
                .formatted(virement, ordinal, pence, line);
    }

    private static String made() {
        var fund = approved();
        var decision = approves("fund", fund, 100).reference();
        return move(fund, 100, ", \"decisionId\": \"%s\"".formatted(decision))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
