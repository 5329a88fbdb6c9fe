package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the demo shows of what the partners of four localities agree, and ask others about first.
@Order(DemoJourney.LAST)
class AgreementsIT extends DemoJourney {

    @Test
    @Tag("G27")
    @Tag("G44")
    @Tag("G56")
    @Tag("G58")
    void rochdalesAgreementStrategiesMasterPlanAndEngagementAreKept() {
        var agreement = rochdale.get("/agreements/RCH-LCO-PA?on=2018-05-14");
        assertThat(agreement.getString("state")).isEqualTo("IN_FORCE");
        assertThat(agreement.getString("versions[0].ratifiedOn")).isEqualTo("2018-04-05");
        assertThat(rochdale.get("/agreements/RCH-LCO-PA/seats?on=2018-05-14").getBoolean("match"))
                .isTrue();

        var strategy = rochdale.get("/strategies/RCH-ICS-2018");
        assertThat(strategy.getString("approvedOn")).isEqualTo("2018-02-13");
        assertThat(strategy.getBoolean("contradicted")).isTrue();

        assertThat(rochdale.get("/plans/RCH-MASTER-PLAN?on=2018-05-14").getList("areas"))
                .hasSize(7);
        assertThat(
                        rochdale.get("/plans/RCH-MASTER-PLAN/findings?on=2018-05-14")
                                .<String>getList("items.findAll { it.kind == 'AREA_EMPTY' }.area"))
                .containsExactly("Greater Manchester Themes", "North East Sector");
        assertThat(rochdale.text("/plans/RCH-MASTER-PLAN/calendar.ics"))
                .contains("Plan and implement gateway 3");

        var counts = rochdale.get("/engagements/counts?locality=E08000005&by=YEAR");
        assertThat(
                        counts.<Integer>getList(
                                "items.findAll { it.kind == 'EVENT' && it.audience == 'PUBLIC'"
                                        + " }.count"))
                .containsExactly(4);
        assertThat(
                        counts.<Integer>getList(
                                "items.findAll { it.period == '2018/19' && it.kind == 'BRIEFING'"
                                        + " }.count"))
                .containsExactly(2);
    }

    @Test
    @Tag("G28")
    @Tag("G30")
    void oldhamsSection75IsRatifiedByTheEndOfAugustInRetrospectAndItsAgreementIsUnsigned() {
        assertThat(oldham.get("/agreements/OLD-S75-2021?on=2021-08-30").getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        var ratified = oldham.get("/agreements/OLD-S75-2021?on=2021-08-31");
        assertThat(ratified.getString("state")).isEqualTo("IN_FORCE");
        assertThat(ratified.getString("versions[0].ratifiedOn")).isEqualTo("2021-08-31");
        assertThat(ratified.getBoolean("retrospective")).isTrue();
        assertThat(ratified.getInt("versions[0].retrospectiveDays")).isEqualTo(152);

        var agreement = oldham.get("/agreements/OLD-IA?on=2021-06-09");
        assertThat(agreement.getInt("latest")).isEqualTo(5);
        assertThat(agreement.getString("versions[4].state")).isEqualTo("IN_REVIEW");
        var unsigned = oldham.get("/agreements/unsigned-parties?locality=E08000004&on=2021-06-09");
        assertThat(unsigned.getList("items.findAll { it.agreement == 'OLD-IA' }")).hasSize(7);
        assertThat(
                        unsigned.<String>getList(
                                "items.findAll { it.capacity == 'ASSOCIATE' }.organisation"))
                .containsExactlyInAnyOrder("MIOCARE", "OLDVCFS");
    }

    @Test
    @Tag("G31")
    @Tag("G45")
    @Tag("G57")
    void burysProgrammeDocumentIsWorkingAndItsPlanHasEmptyPhases() {
        var document = bury.get("/agreements/BRY-OCO-PID?on=2017-01-26");
        assertThat(document.<String>getList("versions.approval"))
                .containsExactly("NONE", "NONE", "WORKING");
        assertThat(document.getList("versions[2].outstanding.unsigned.flatten()")).hasSize(6);
        assertThat(document.getString("versions[2].reviewOn")).isEqualTo("2017-01-25");
        assertThat(document.getString("versions[2].reviewOnByInterval")).isEqualTo("2017-01-19");
        assertThat(document.getBoolean("versions[2].reviewOverdue")).isTrue();

        var plan = bury.get("/plans/BRY-OCO?on=2016-10-19");
        assertThat(plan.<Integer>getList("areas.milestones")).containsExactly(17, 5, 4, 6, 0, 2, 0);
        assertThat(bury.get("/plans/BRY-OCO/milestones?on=2016-10-19&limit=100").getList("items"))
                .hasSize(24 + 5);
        assertThat(
                        bury.get("/plans/BRY-OCO/findings?on=2016-10-19")
                                .<String>getList("items.findAll { it.kind == 'AREA_EMPTY' }.area"))
                .containsExactly("Day 1 - 1 April 2017", "October 2017 - March 2018");

        var consultation = bury.get("/consultations/BRY-OCO-STAFF?on=2016-10-19");
        assertThat(consultation.getString("stage")).isEqualTo("PLANNED");
        assertThat(consultation.<String>getList("stages.findAll { it.dueOn != null }.dueOn"))
                .containsExactly("2016-10-31", "2016-12-31", "2017-03-31");
    }
}
