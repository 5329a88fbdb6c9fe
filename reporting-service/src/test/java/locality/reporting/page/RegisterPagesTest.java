package locality.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.platform.testing.Infrastructure;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Registers, assessments, strategies, principles and engagement on the partnership page.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RegisterPagesTest extends PartnershipOfBolton {

    @Test
    @Tag("G42")
    @Tag("G43")
    void countsTheOpenRegisterByLikelihoodAndImpactWithTheUnscoredApart() {
        var page = page(PARTNERSHIP, "2018-07-02");

        assertThat(heat(page, 5)).containsExactly("1 score 20", "1 score 6");
        assertThat(page.expectFirst("[aria-label^=Open] ~ p").text())
                .isEqualTo("Not scored: 1 risk.");
        assertThat(heat(page(PARTNERSHIP, "2018-08-01"), 5)).containsExactly("1 score 6");
        assertThat(heat(page(PARTNERSHIP, "2018-04-30"), 0)).isEmpty();
    }

    @Test
    @Tag("G42")
    @Tag("G43")
    void listsTheRegisterTheHighestScoreFirst() {
        var listed = rows(PARTNERSHIP, "2018-07-02", "[aria-label='Table of register entries']");

        assertThat(listed).hasSize(3);
        assertThat(listed.get(0)).contains("Loss of financial control", "20 4 × 5");
        assertThat(listed.get(1))
                .contains(
                        "came of BOL-RISK-1",
                        "Programme Management Team Chief Finance Officer",
                        "Escalated to Joint Leadership Team")
                .contains("30 June 2018 Overdue", "Escalated");
        assertThat(listed.get(2)).contains("Not scored");
    }

    @Test
    @Tag("G39")
    void countsCriteriaByWordAndKeepsTheUnknownApart() {
        var page = page(PARTNERSHIP, "2018-07-02");

        assertThat(page.select("[aria-label$='criteria by rating'] tr").eachText())
                .containsExactly(
                        "Domain Red Amber Green Unknown",
                        "Protection for social services spend 1 0 0 1",
                        "Vision 0 0 1 0",
                        "Finance 0 0 0 1");
        assertThat(page.select("#assessments ~ p").eachText())
                .contains("Rated red: Capital costs. 2 of 4 are unknown.");
    }

    @Test
    @Tag("G37")
    void anAssessmentThatRatesNothingSaysWhatItSpokeOf() {
        assertThat(page(PARTNERSHIP, "2018-07-02").select("#assessments ~ p").eachText())
                .contains("It rates nothing. It asks about: Governance.");
    }

    @Test
    @Tag("G39")
    void aStrengthIsToldAmongStrengthsAndAThreatAmongThreats() {
        var found = page(PARTNERSHIP, "2018-07-02").select("#assessments ~ details:has(ul)");

        assertThat(found.select("summary").eachText())
                .containsExactly("Strength, 2 found by BOL-PEER", "Threat, 1 found by BOL-PEER");
        assertThat(found.select("li").eachText())
                .containsExactly(
                        "Strong <leadership>", "One board Governance", "Failure of providers");
    }

    @Test
    @Tag("G55")
    @Tag("G56")
    void showsStrategiesAndThePrinciplesThatHold() {
        assertThat(rows(PARTNERSHIP, "2018-06-02", "[aria-label='Table of strategies']"))
                .singleElement()
                .asString()
                .contains("Strategy, edition 2", "1 June 2018 Overdue", "Approved");
        assertThat(principles("2018-06-30")).hasSize(2);
        assertThat(principles("2018-07-01"))
                .singleElement()
                .asString()
                .contains("1. Do no harm", "Stated");
    }

    @Test
    @Tag("G57")
    void showsTheStageThatAConsultationHasReached() {
        assertThat(rows(PARTNERSHIP, "2018-06-14", "[aria-labelledby=consultations]").getFirst())
                .contains("Planned", "since 1 April 2018");
        assertThat(rows(PARTNERSHIP, "2018-06-15", "[aria-labelledby=consultations]").getFirst())
                .contains("Formal", "since 15 June 2018");
    }

    @Test
    @Tag("G58")
    void countsWhatTookPlaceByQuarter() {
        assertThat(rows(PARTNERSHIP, "2018-07-02", "[aria-labelledby=held]"))
                .containsExactlyInAnyOrder(
                        "April to June 2018 Event Public 4 40",
                        "April to June 2018 Briefing Staff 2 0",
                        "January to March 2018 Survey Public 1 7");
        assertThat(rows(PARTNERSHIP, "2018-05-14", "[aria-labelledby=held]"))
                .contains("April to June 2018 Event Public 3 Not counted");
    }

    @Test
    @Tag("G58")
    void whatTookPlaceIsShownFromTheDayItWasPutRightTo() {
        for (var before : List.of("2018-03-12", "2018-03-19")) {
            assertThat(page(PARTNERSHIP, before).select("#engagement ~ *").text())
                    .doesNotContain("Survey");
        }
        assertThat(rows(PARTNERSHIP, "2018-03-20", "[aria-labelledby=held]"))
                .containsExactly("January to March 2018 Survey Public 1 7");
        assertThat(rows(PARTNERSHIP, "2018-06-01", "[aria-labelledby=held]"))
                .contains("April to June 2018 Event Public 4 40");
    }

    private static List<String> heat(Document page, int rows) {
        assertThat(page.select("[aria-label^=Open] tbody tr")).hasSize(rows);
        return page.select("[aria-label^=Open] tbody td").eachText().stream()
                .filter(cell -> !cell.startsWith("0 "))
                .toList();
    }

    private static List<String> principles(String on) {
        return page(PARTNERSHIP, on).select("#principles ~ ul li").eachText();
    }
}
