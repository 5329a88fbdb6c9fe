package locality.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.GovernanceEvent.OrganisationRecorded;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.event.PlanEvent.PlanChanged;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is told later of the same thing, or of the same day of it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ToldAgainTest extends Projected {

    @Test
    void whatIsToldLaterOfADayReplacesItAndLeavesTheOtherDaysAlone() throws Exception {
        var plan = Ids.next();
        tell(
                plan(plan, "June 2021", LocalDate.of(2021, 6, 1)),
                plan(plan, "July 2021", LocalDate.of(2021, 7, 1)),
                plan(plan, "July 2021, corrected", LocalDate.of(2021, 7, 1)));
        tell(plan(plan, "June 2021, corrected", LocalDate.of(2021, 6, 1)));

        assertThat(
                        rows(
                                "select effective_on, baseline from read_model.plan_day where"
                                        + " plan_id = '%s' order by 1".formatted(plan)))
                .containsExactly(
                        "2021-06-01|June 2021, corrected", "2021-07-01|July 2021, corrected");
    }

    @Test
    void engagementThatTookPlaceHasOneDayAndAConsultationEachOfItsStages() throws Exception {
        var event = Ids.next();
        var consultation = Ids.next();
        tell(
                engaged(event, "EVENT", null, "2018-03-14"),
                engaged(consultation, "CONSULTATION", "PLANNED", "2018-04-01"));
        tell(
                engaged(event, "EVENT", null, "2018-03-12"),
                engaged(event, "EVENT", null, "2018-03-20"),
                engaged(consultation, "CONSULTATION", "FORMAL", "2018-06-15"));

        assertThat(daysOf(event)).containsExactly("2018-03-20|null");
        assertThat(daysOf(consultation)).containsExactly("2018-04-01|PLANNED", "2018-06-15|FORMAL");
        tell(engaged(event, "EVENT", null, "2018-03-12"));
        assertThat(daysOf(event)).containsExactly("2018-03-12|null");
    }

    private List<String> daysOf(UUID engagement) throws SQLException {
        return rows(
                "select effective_on, stage from read_model.engagement_day where engagement_id = '%s'"
                                .formatted(engagement)
                        + " order by 1");
    }

    private static EngagementRecorded engaged(
            UUID id, String kind, @Nullable String stage, String day) {
        return new EngagementRecorded(
                id,
                "BOL-ENG",
                "An engagement",
                kind,
                "PUBLIC",
                stage,
                1,
                null,
                Locality.BOLTON,
                LocalDate.parse(day),
                Provenance.illustrative());
    }

    @Test
    void anOrganisationIsCalledWhatItIsCalledToday() throws Exception {
        var first = LocalDate.of(2013, 4, 1);
        var ahead = LocalDate.of(2999, 4, 1);

        tell(organisation("Bury CCG", first), organisation("Greater Manchester ICB", ahead));
        assertThat(nameOf("T1")).containsExactly("Bury CCG");

        tell(organisation("NHS Bury CCG", LocalDate.of(2014, 4, 1)));
        assertThat(nameOf("T1")).containsExactly("NHS Bury CCG");

        tell(organisation("NHS Greater Manchester ICB", ahead));
        assertThat(nameOf("T1")).containsExactly("NHS Bury CCG");
        assertThat(
                        rows(
                                "select name from read_model.organisation_name where code = 'T1'"
                                        + " order by from_day"))
                .containsExactly("Bury CCG", "NHS Bury CCG", "NHS Greater Manchester ICB");
    }

    @Test
    void anOrganisationToComeIsCalledWhatItBeginsAsAndOneToldLongAgoWhatItWasTold()
            throws Exception {
        tell(organisation("To come", LocalDate.of(2999, 4, 1)));
        assertThat(nameOf("T1")).containsExactly("To come");

        tell(organisation("As of old", null));
        assertThat(nameOf("T1")).containsExactly("As of old");
    }

    private static PlanChanged plan(UUID id, String baseline, LocalDate from) {
        return new PlanChanged(
                id,
                "OLD-PLAN",
                "Transition",
                List.of(),
                baseline,
                null,
                Locality.OLDHAM,
                from,
                Provenance.illustrative(),
                null);
    }

    private List<String> nameOf(String code) throws SQLException {
        return rows("select name from read_model.organisation where code = '%s'".formatted(code));
    }

    private static OrganisationRecorded organisation(String name, @Nullable LocalDate nameFrom) {
        return new OrganisationRecorded(
                "T1",
                name,
                "CCG",
                Locality.BURY,
                LocalDate.of(2013, 4, 1),
                null,
                List.of(),
                Provenance.illustrative(),
                nameFrom);
    }
}
