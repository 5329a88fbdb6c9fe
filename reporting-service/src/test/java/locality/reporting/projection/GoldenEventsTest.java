package locality.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import locality.platform.event.Event;
import locality.platform.event.EventTypes;
import locality.platform.event.PublishedEvent;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// Every example of every event, through every statement of the projector, and rolled back.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class GoldenEventsTest extends Projected {

    @Test
    void everyTypeHasAnExample() throws IOException {
        assertThat(examples().map(Event::getClass).map(Event::typeOf))
                .containsAll(EventTypes.all().keySet());
    }

    @Test
    void writesWhatEveryExampleSaysTwiceInABatchAndInAFurtherOne() throws Exception {
        tell(Stream.concat(examples(), examples()).toArray(PublishedEvent[]::new));
        tell(examples().toArray(PublishedEvent[]::new));

        assertThat(
                        rows(
                                "select reference, name, kind, host, planned_pence,"
                                        + " plan_decision_id from read_model.fund where fund_id ="
                                        + " '01930b2a-0101-7c3e-9a41-5b7d2e8f0201'"))
                .containsExactly(
                        "MCR-BCF-2014-15|Manchester Better Care Fund 2014/15|POOLED_FUND|E08000003"
                                + "|3267100000|null");
        assertThat(
                        rows(
                                "select count(*), sum(planned_pence) from read_model.budget_line"
                                    + " where fund_id = '01930b2a-0101-7c3e-9a41-5b7d2e8f0201'"))
                .containsExactly("6|3267100000");
        assertThat(
                        rows(
                                "select partner, annual_pence from read_model.contribution where"
                                        + " schedule_id = '01930b2a-0130-7c3e-9a41-5b7d2e8f3130'"))
                .containsExactly("00W|840633334");
        assertThat(
                        rows(
                                "select right(schedule_id::text, 4), annual_pence, from_pence,"
                                        + " jsonb_array_length(instalments) from"
                                        + " read_model.contribution_day where fund_id ="
                                        + " '01930b2a-0101-7c3e-9a41-5b7d2e8f0201' order by 1"))
                .containsExactly("0530|850633334|840633334|2", "3130|840633334|null|12");
        assertThat(
                        rows(
                                "select effective_on, amount_pence from"
                                        + " read_model.contribution_receipt where schedule_id ="
                                        + " '01930b2a-0530-7c3e-9a41-5b7d2e8f0530'"))
                .containsExactly("2014-04-30|70052778");
        assertThat(
                        rows(
                                "select effective_on, state, amount_pence, remaining_pence from"
                                        + " read_model.commitment_day where commitment_id ="
                                        + " '01930b2a-0120-7c3e-9a41-5b7d2e8f2120' order by told"))
                .containsExactly(
                        "2014-05-14|PENDING_APPROVAL|279100000|0",
                        "2014-07-31|PART_DISCHARGED|null|209100000",
                        "2015-04-01|EXPIRED|null|0",
                        "2014-06-11|OPEN|279100000|279100000",
                        "2015-03-31|RELEASED|null|0",
                        "2014-09-10|OPEN|300000000|300000000");
        assertThat(
                        rows(
                                "select effective_on, state, from_pence, amount_pence, due_on from"
                                    + " read_model.commitment_variation_day where commitment_id ="
                                    + " '01930b2a-0120-7c3e-9a41-5b7d2e8f2120' order by told"))
                .containsExactly(
                        "2014-10-09|LAPSED|null|300000000|null",
                        "2014-09-10|PENDING_APPROVAL|279100000|300000000|2014-10-08",
                        "2014-09-10|MADE|279100000|300000000|null");
        assertThat(
                        rows(
                                "select effective_on, state, jsonb_array_length(moves) from"
                                        + " read_model.virement_day where virement_id ="
                                        + " '01930b2a-0550-7c3e-9a41-5b7d2e8f0550' order by 1"))
                .containsExactly("2014-09-10|PENDING_APPROVAL|2", "2014-10-09|LAPSED|null");
        assertThat(
                        rows(
                                "select plan_version, stage, planned_pence,"
                                        + " jsonb_array_length(lines) from"
                                        + " read_model.fund_plan_day where fund_id ="
                                        + " '01930b2a-0101-7c3e-9a41-5b7d2e8f0201'"))
                .containsExactly("1|null|3267100000|6");
        assertThat(
                        rows(
                                "select agreement, agreement_version, legal_powers ->> 0, basis,"
                                        + " manager_post from read_model.agreement_terms_day where"
                                        + " terms_id = '01930b2a-0501-7c3e-9a41-5b7d2e8f0501'"))
                .containsExactly("MCR-S75-BCF|1|S75|POOLED|Pooled fund manager");
        assertThat(
                        rows(
                                "select basis, agreement_version, effective_on from"
                                        + " read_model.line_basis_day where line_id ="
                                        + " '01930b2a-0511-7c3e-9a41-5b7d2e8f0511'"))
                .containsExactly("POOLED|1|2015-04-01");
        assertThat(
                        rows(
                                "select name, amount_pence, action, lines ->> 1, ends_on from"
                                    + " read_model.protected_amount_day where protected_amount_id ="
                                    + " '01930b2a-0560-7c3e-9a41-5b7d2e8f0560'"))
                .containsExactly(
                        "Protection of social care|1499800000|WARN|MCR-BCF-2014-15-L02|2015-03-31");
        assertThat(
                        rows(
                                "select reference, jsonb_array_length(terms), against ->> 'stated',"
                                        + " difference_pence, verdict from"
                                        + " read_model.figure_comparison_day where comparison_id ="
                                        + " '01930b2a-0520-7c3e-9a41-5b7d2e8f0520'"))
                .containsExactly("MCR-CARE-BILL-2015-16|2|2,000|1700000|DIFFERS");
        assertThat(
                        rows(
                                "select right(commitment_id::text, 4), reference, state,"
                                        + " amount_pence, remaining_pence, due_on, reason from"
                                        + " read_model.commitment where fund_id ="
                                        + " '01930b2a-0101-7c3e-9a41-5b7d2e8f0201' order by 1"))
                .containsExactly(
                        "2120|MCR-BCF-2014-15-L06-C1|OPEN|300000000|300000000|2014-08-12"
                                + "|The contract cost less",
                        "2221|MCR-BCF-2014-15-L01-C1|OPEN|40000000|40000000|null|null");
        assertThat(
                        rows(
                                "select right(decision_id::text, 4), reason from"
                                        + " read_model.unapplied_decision where commitment_id ="
                                        + " '01930b2a-0120-7c3e-9a41-5b7d2e8f2120'"))
                .containsExactly("3331|RESERVED");
        assertThat(
                        rows(
                                "select account, line_id is null, amount_pence, postings from"
                                        + " read_model.account_day where fund_id ="
                                        + " '01930b2a-0101-7c3e-9a41-5b7d2e8f0201' order by 1"))
                .containsExactly("CREDITORS|false|-210000000|3", "SPEND|false|210000000|3");
        assertThat(
                        rows(
                                "select name, kind, locality, ends_on, told > 1 from"
                                        + " read_model.organisation where code = '00W'"))
                .containsExactly("NHS Central Manchester CCG|CCG|E08000003|2017-03-31|true");
        assertThat(
                        rows(
                                "select reference, classification, spatial_level, state,"
                                        + " organisation from read_model.body where body_id ="
                                        + " '01930b2a-0201-7c3e-9a41-5b7d2e8f0301'"))
                .containsExactly("MCR-HWBB|STATUTORY_BOARD|LOCALITY|ESTABLISHED|E08000003");
        assertThat(
                        rows(
                                "select reference, to_body is null, to_organisation, limit_pence,"
                                    + " expires_on, ended_on from read_model.delegation where"
                                    + " from_body = '01930b2a-0202-7c3e-9a41-5b7d2e8f0402' order by"
                                    + " 1"))
                .containsExactly(
                        "MCR-DEL-CM-HWBB|false|null|null|2017-03-31|2017-04-01",
                        "MCR-DEL-CM-OFFICERS|true|E08000003|50000000|2017-03-31|null");
        assertThat(
                        rows(
                                "select reference, body_name, starts_at, state from"
                                        + " read_model.meeting where meeting_id ="
                                        + " '01930b2a-0220-7c3e-9a41-5b7d2e8f2220'"))
                .containsExactly(
                        "MCR-HWBB-2014-05-14|Manchester Health and Wellbeing Board"
                                + "|2014-05-14T10:00|NOTICED");
        assertThat(
                        rows(
                                "select reference, state, validity_codes, value_pence, subject_type"
                                        + " from read_model.decision where decision_id::text like"
                                        + " '01930b2a-023%' order by 1"))
                .containsExactly(
                        "CMCCG-GB-2014-06-11/1|IN_EFFECT|{}|279100000|commitment",
                        "MCR-HWBB-2014-05-14/2|IN_EFFECT|{}|null|null",
                        "MCR-HWBB-2014-05-21/1|INVALID|{RESERVED}|279100000|commitment");
        assertThat(
                        rows(
                                "select reference, kind, parent from read_model.theme where"
                                        + " theme_id = '01930b2a-0301-7c3e-9a41-5b7d2e8f0401'"))
                .containsExactly("RCH-THEME-2|THEME|null");
        assertThat(
                        rows(
                                "select reference, state, mobilised, components,"
                                    + " cardinality(themes) from read_model.intervention where"
                                    + " intervention_id = '01930b2a-0310-7c3e-9a41-5b7d2e8f1310'"))
                .containsExactly("MCR-CM-PRE-ALLIANCE|BRIEFED|NONE|2|2");
        assertThat(
                        rows(
                                "select right(commitment_id::text, 4), amount_pence from"
                                        + " read_model.intervention_funding where intervention_id ="
                                        + " '01930b2a-0310-7c3e-9a41-5b7d2e8f1310'"))
                .containsExactly("2120|279100000");
        assertThat(
                        rows(
                                "select reference, frequency, aggregation, target,"
                                        + " improvement_direction from read_model.indicator where"
                                        + " indicator_id = '01930b2a-0320-7c3e-9a41-5b7d2e8f2320'"))
                .containsExactly("MCR-AE-4HOUR|MONTH|RATIO|0.95|increase");
        assertThat(
                        rows(
                                "select period, value, numerator, denominator, count(*) from"
                                    + " read_model.observation where indicator_id ="
                                    + " '01930b2a-0320-7c3e-9a41-5b7d2e8f2320' group by 1, 2, 3, 4"
                                    + " order by 1"))
                .containsExactly(
                        "2016-04-01|0.897136|29287|32645|3",
                        "2016-05-01|0.896225|31764|35442|3",
                        "2016-06-01|null|null|null|3");
        assertThat(
                        rows(
                                "select plan_version, activity_type, provider, tariff_pence from"
                                        + " read_model.deflection_plan where plan_id ="
                                        + " '01930b2a-0330-7c3e-9a41-5b7d2e8f3330'"))
                .containsExactly("1|emergency admissions|RW3|149000");
        assertThat(
                        rows(
                                "select month, counterfactual, planned, actual from"
                                        + " read_model.deflection_month where plan_id ="
                                        + " '01930b2a-0330-7c3e-9a41-5b7d2e8f3330' order by 1"))
                .containsExactly("2014-07-01|3550|3500|3512", "2014-08-01|3550.5|3475.5|null");
        assertThat(
                        rows(
                                "select locality, topic from read_model.freshness where position >="
                                        + " 1000000 order by 1, 2"))
                .containsExactly(
                        "E08000002|governance.events.v1",
                        "E08000003|budget.events.v1",
                        "E08000003|governance.events.v1",
                        "E08000003|intervention.events.v1",
                        "E08000004|governance.events.v1",
                        "E08000005|governance.events.v1",
                        "E08000005|intervention.events.v1",
                        "E47000001|governance.events.v1");
    }

    @Test
    void keepsWhatEveryExampleSaysOfAPartnershipByTheDayItHoldsFrom() throws Exception {
        tell(Stream.concat(examples(), examples()).toArray(PublishedEvent[]::new));
        tell(examples().toArray(PublishedEvent[]::new));

        assertThat(
                        rows(
                                "select reference, version, state, retrospective, effective_on,"
                                    + " jsonb_array_length(parties), parties -> 0 ->> 'signedOn'"
                                    + " from read_model.agreement_day where agreement_id::text like"
                                    + " '01930b2a-040%' order by 1"))
                .containsExactly(
                        "OLD-IA|5|IN_REVIEW|false|2021-06-01|6|null",
                        "OLD-S75-2021-22|2|IN_FORCE|true|2021-08-31|2|2021-08-27");
        assertThat(
                        rows(
                                "select reference, number, state, conditions -> 0 ->> 'dueOn' from"
                                        + " read_model.gateway_day where gateway_id ="
                                        + " '01930b2a-0410-7c3e-9a41-5b7d2e8f1410'"))
                .containsExactly("RCH-LCO-GW-2|2|PASSED_WITH_CONDITIONS|2018-09-30");
        assertThat(
                        rows(
                                "select s.reference, s.intervention, c.state from"
                                    + " read_model.scope_transferred s left join"
                                    + " read_model.contract_scope_day c using (scope_item_id) where"
                                    + " s.gateway_id = '01930b2a-0410-7c3e-9a41-5b7d2e8f1410' order"
                                    + " by 1"))
                .containsExactly(
                        "RCH-LCO-SC-CORE-2|null|LISTED", "RCH-LCO-SC-INT-01|RCH-INT-01|null");
        assertThat(
                        rows(
                                "select framework, state, jsonb_array_length(scale),"
                                    + " jsonb_array_length(ratings), findings #>> '{0,kind}' from"
                                    + " read_model.assessment_day where assessment_id::text like"
                                    + " '01930b2a-042%' order by 1"))
                .containsExactly(
                        "GM-LCO-PEER-REVIEW|CONDUCTED|0|4|NARRATIVE",
                        "NHSE-BCF-CONDITIONS|DRAFT_SHARED|3|4|null");
        assertThat(
                        rows(
                                "select reference, kind, state, likelihood, impact, post,"
                                        + " right(escalated_to::text, 4) from"
                                        + " read_model.register_entry_day where entry_id::text like"
                                        + " '01930b2a-043%' order by 1"))
                .containsExactly(
                        "BRY-ISSUE-1|ISSUE|ESCALATED|5|4|Chief Finance Officer|9490",
                        "BRY-RISK-4|RISK|OPEN|null|null|null|null");
        assertThat(
                        rows(
                                "select reference, jsonb_array_length(areas), baseline from"
                                        + " read_model.plan_day where plan_id::text like"
                                        + " '01930b2a-044%' order by 1"))
                .containsExactly("OLD-TRANSITION-PLAN|6|June 2021", "RCH-MASTER-PLAN|7|null");
        assertThat(
                        rows(
                                "select reference, forecast_on, precision, baseline_on, review_on,"
                                        + " predecessors #>> '{0,reference}' from"
                                        + " read_model.milestone_day where milestone_id::text like"
                                        + " '01930b2a-044%' order by 1"))
                .containsExactly(
                        "OLD-MS-5|2021-07-31|MONTH|2021-07-31|null|OLD-MS-4",
                        "RCH-MS-SCHEME|null|ONGOING|null|2018-09-30|null");
        assertThat(
                        rows(
                                "select reference, kind, edition, state from"
                                        + " read_model.strategy_day where strategy_id ="
                                        + " '01930b2a-0450-7c3e-9a41-5b7d2e8f5450'"))
                .containsExactly("RCH-ICS-2018|STRATEGY|null|APPROVED");
        assertThat(
                        rows(
                                "select reference, register, number from read_model.principle_day"
                                    + " where principle_id::text like '01930b2a-046%' order by 1"))
                .containsExactly(
                        "OLD-DESIGN-9|DESIGN|9", "RCH-DECOMMISSIONING-1|DECOMMISSIONING|1");
        assertThat(
                        rows(
                                "select reference, kind, audience, stage, count, reached from"
                                    + " read_model.engagement_day where engagement_id::text like"
                                    + " '01930b2a-047%' order by 1"))
                .containsExactly(
                        "BRY-CONS-STAFF|CONSULTATION|STAFF|PLANNED|1|null",
                        "RCH-LCO-ENG-1|EVENT|PUBLIC|null|4|null");
    }
}
