package locality.budget.contribution;

import static locality.budget.testing.InTheDatabase.refuses;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the database refuses of contributions, whoever asks.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class ContributionInTheDatabaseTest {

    private String contribution;

    @BeforeEach
    void aContributionOfWhichAMonthIsPaid() {
        contribution = monthly(aPooledFund(), 1_200);
        receive(contribution, 100, "2014-05-20", "BACS 1").then().statusCode(201);
    }

    @Test
    void instalmentsSumToTheYear() {
        nobody(
                "update contribution_instalment set amount_pence = 101 where number = 12 and %s",
                "contribution_instalments_sum_to_the_year");
        nobody(
                "update contribution_schedule set annual_pence = 1201 where reference = '%2$s'",
                "contribution_instalments_sum_to_the_year");
        nobody(
                "delete from contribution_instalment where number = 12 and %s",
                "contribution_instalments_sum_to_the_year");
        nobody(
                """
                insert into contribution_terms (id, schedule_id, version, annual_pence, profile,
                  instalments, reason, effective_on, recorded_at, actor)
                select gen_random_uuid(), schedule_id, 2, 1201, profile, instalments, reason,
                  effective_on, recorded_at, actor
                from contribution_terms where %s
                """,
                "contribution_terms_sum_to_the_year");
    }

    @Test
    void whatIsPaidIsWhatWasReceived() {
        nobody(
                "update contribution_schedule set paid_pence = 99 where reference = '%2$s'",
                "contribution_schedule_is_paid_what_was_received");
        nobody(
                "update contribution_instalment set paid_pence = 1 where number = 12 and %s",
                "contribution_instalments_are_paid_what_was_received");
    }

    @Test
    void aReceiptIsTakenBackWhole() {
        nobody(
                """
                insert into contribution_movement (id, schedule_id, kind, terms_version,
                  effective_on, amount_pence, document, reason, takes_back, entry_id, recorded_at,
                  actor)
                select gen_random_uuid(), schedule_id, 'TAKEN_BACK', terms_version, effective_on,
                  -99, document, 'Returned', id, gen_random_uuid(), recorded_at, actor
                from contribution_movement where kind = 'RECEIVED' and %s
                """,
                "contribution_movement_takes_back_a_whole_receipt");
    }

    @Test
    void aMovementIsWhatItsEntriesPost() {
        nobody(
                """
                insert into contribution_movement (id, schedule_id, kind, terms_version,
                  effective_on, amount_pence, entry_id, recorded_at, actor)
                select gen_random_uuid(), m.schedule_id, 'DUE', m.terms_version,
                  m.effective_on + 1, 7, plan.id, m.recorded_at, m.actor
                from contribution_movement m
                join contribution_schedule s on s.id = m.schedule_id
                join journal_entry plan on plan.fund_id = s.fund_id
                where m.kind = 'RECEIVED' and %s
                  and not exists (select from contribution_movement other
                                  where other.entry_id = plan.id)
                limit 1
                """,
                "contribution_movement_is_what_its_entries_post");
    }

    @Test
    void liesWhereItsFundDoes() {
        nobody(
                "update contribution_schedule set locality = 'E08000005' where reference = '%2$s'",
                "contribution_schedule_lies_where_its_fund_does");
    }

    /// @param change with the condition that it is of the contribution, and its reference
    private void nobody(String change, String constraint) {
        var ofIt =
                "schedule_id = (select id from contribution_schedule where reference = '%s')"
                        .formatted(contribution);
        refuses(change.formatted(ofIt, contribution), constraint);
    }
}
