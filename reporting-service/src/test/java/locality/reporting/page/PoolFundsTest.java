package locality.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import locality.platform.testing.Infrastructure;
import locality.reporting.Reports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Funds of a pool on any day: lines, totals, plan, agreement, basis.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PoolFundsTest extends PoolOfBolton {

    @Test
    @Tag("B1")
    void theLinesOfAFundProveWhatItHasAndWhatIsLeft() {
        var fund = on("2014-12-01").getMap(BCF + ".total");

        assertThat(fund)
                .containsEntry("originalPence", 3_267_100_000L)
                .containsEntry("currentPence", 3_267_100_000L)
                .containsEntry("requestedPence", 0)
                .containsEntry("committedPence", 209_100_000)
                .containsEntry("spentPence", 70_000_000)
                .containsEntry("availablePence", 2_988_000_000L);
        assertThat(on("2014-12-01").getBoolean(BCF + ".addsUp")).isTrue();
        assertThat(page("2014-12-01").select("section[aria-labelledby=funds]").text())
                .contains(
                        "The lines add up to the plan. £32,671,000 current = £32,671,000 original"
                                + " + £0; £29,880,000 available = £32,671,000 current - £0 waiting"
                                + " - £2,091,000 committed - £700,000 spent.");
    }

    @Test
    @Tag("B1")
    void areasSourcesAndBasesComeToTheSameTotalAsTheLines() {
        for (var parts : List.of("byArea", "bySource", "byBasis")) {
            assertThat(
                            on("2014-12-01")
                                    .getList(BCF + "." + parts + ".amounts.availablePence")
                                    .stream()
                                    .mapToLong(it -> ((Number) it).longValue())
                                    .sum())
                    .as(parts)
                    .isEqualTo(2_988_000_000L);
        }
        assertThat(on("2014-12-01").getList(BCF + ".byArea.name"))
                .containsExactly("Housing", "New delivery models", "Social care");
        assertThat(on("2014-12-01").getList(BCF + ".bySource.name"))
                .containsExactly("Capital grants", "NHS minimum contribution");
    }

    @ParameterizedTest
    @CsvSource({
        "2015-03-01, 100000, 50000",
        "2015-06-10, 80000, 70000",
        "2015-07-01, 90000, 70000",
        "2015-08-01, 85000, 75000",
        "2015-12-01, 85000, 75000"
    })
    void whatALineHasIsOfThePlanToldLastAndTheVirementsSince(String on, int gave, int got) {
        assertThat(
                        json(API + POOL + "?fund=TST-BCF-2015-16&on=" + on)
                                .getList("funds[0].lines.amounts.currentPence"))
                .containsExactly(gave, got);
    }

    @Test
    @Tag("B15")
    void thePlanIsShownAsItWasWithTheBodyThatApprovedIt() {
        assertThat(on("2014-03-01").getLong(BCF + ".planToldPence")).isEqualTo(3_257_100_000L);
        assertThat(on("2014-03-01").getList(BCF + ".stages.stage")).containsExactly("OUTLINE");
        assertThat(on("2014-05-13").getList(BCF + ".stages.approval.kind"))
                .containsExactly("NONE", "NONE");
        assertThat(text("2014-05-14", "funds"))
                .containsSubsequence(
                        "Version 2 Final: £32,671,000 in 5 lines, 1 April 2014; approved 14 May"
                                + " 2014 by Health and Wellbeing Board",
                        "Version 1 Outline: £32,571,000 in 5 lines, 14 February 2014; not"
                                + " approved");
    }

    @Test
    @Tag("B5")
    void saysHostManagerAndBasisOfEachDay() {
        assertThat(text("2014-05-14", "funds"))
                .contains("On 14 May 2014: basis Aligned since 1 April 2014");
        assertThat(text("2014-06-01", "funds"))
                .contains(
                        "On 1 June 2014: basis Pooled since 1 June 2014",
                        "Powers: S75",
                        "Pooled fund manager");
        assertThat(on("2014-09-30").getString(BCF + ".lines[0].basis")).isEqualTo("ALIGNED");
        assertThat(on("2014-10-01").getString(BCF + ".lines[0].basis")).isEqualTo("POOLED");
    }

    @Test
    @Tag("B5")
    void theBasisHoldsSinceItsOwnDayWhateverTermsCameAfter() {
        assertThat(on("2014-12-01").getMap(BCF + ".agreement.terms"))
                .containsEntry("basis", "POOLED")
                .containsEntry("basisSince", "2014-06-01")
                .containsEntry("effectiveOn", "2014-11-01");
        assertThat(text("2014-12-01", "funds"))
                .contains(
                        "basis Pooled since 1 June 2014, under version 1 with terms of 1 November"
                                + " 2014");
        assertThat(text("2014-10-31", "funds"))
                .contains("basis Pooled since 1 June 2014, under version 1. Host:");
        assertThat(text("2014-05-31", "funds")).contains("basis Aligned since 1 April 2014");
    }

    @Test
    @Tag("B6")
    void saysHowMuchOfAFundIsPooledOnEachDay() {
        assertThat(on("2014-09-30").getList(BCF + ".byBasis.name")).containsExactly("ALIGNED");
        assertThat(on("2014-10-01").getList(BCF + ".byBasis.name"))
                .containsExactly("ALIGNED", "POOLED");
        assertThat(on("2014-10-01").getList(BCF + ".byBasis.amounts.currentPence"))
                .containsExactly(3_267_100_000L - 475_000_000, 475_000_000);
        assertThat(
                        page("2014-10-01")
                                .select(
                                        ".scroll[aria-label^=Bases] tbody tr,"
                                                + " .scroll[aria-label^=Bases] tfoot tr")
                                .eachText())
                .satisfiesExactly(
                        aligned -> assertThat(aligned).startsWith("Aligned 27,671,000 27,921,000"),
                        pooled -> assertThat(pooled).startsWith("Pooled 5,000,000 4,750,000"),
                        total -> assertThat(total).startsWith("Total 32,671,000 32,671,000"));
    }

    @Test
    @Tag("B5")
    void saysBasisHostAndManagerOfAYearThatIsOverAsOfItsLastDay() {
        assertThat(on("2015-06-01").getString(BCF + ".stoodOn")).isEqualTo("2015-03-31");
        assertThat(text("2015-06-01", "funds"))
                .contains("On 31 March 2015, the last day of its year: basis Pooled since 1 June");
        assertThat(on("2014-03-01").getString(BCF + ".stoodOn")).isEqualTo("2014-04-01");
        assertThat(text("2014-03-01", "funds"))
                .contains("On 1 April 2014, the first day of its year: basis Aligned");
        assertThat(json(API + POOL + "?on=2015-06-01&fund=TST-BCF-2015-16"))
                .extracting(it -> it.getString("funds[0].agreement.terms.basis"))
                .isEqualTo("SHADOW");
    }

    @Test
    @Tag("B5")
    void findsTheAgreementByTheReferenceThatGovernanceHasForIt() {
        assertThat(on("2014-06-01").getMap(BCF + ".agreement"))
                .containsEntry("reference", "TST-S75")
                .containsEntry("governedAs", "TST-S75-GOVERNED")
                .containsEntry("version", 1)
                .containsEntry("state", "IN_FORCE");
        assertThat(text("2014-06-01", "funds"))
                .contains("Under Section 75 agreement TST-S75, version 1 of TST-S75-GOVERNED")
                .contains("signed 20 May 2014", "00W not signed");
        assertThat(text("2014-05-19", "funds")).contains("Governance told nothing of it");
    }

    @Test
    void namesTheDocumentOfAllLinesOnce() {
        var lines = page("2014-12-01").select("section[aria-labelledby=funds]");

        assertThat(lines.select("details.source")).isEmpty();
        assertThat(lines.select("p:contains(All lines:) .mark")).hasSize(1);
    }

    @Test
    void showsThePlannedPoolOfThePlaceAfterVirementsToo() {
        var lines =
                Reports.dashboard(PLACE)
                        .jsonPath()
                        .getList(
                                "pool.funds.find { it.reference == '%s' }.lines"
                                        .formatted(PoolFacts.FUND),
                                Map.class);

        assertThat(lines)
                .extracting(it -> it.get("reference"), it -> it.get("availablePence"))
                .contains(
                        tuple(PoolFacts.FUND + "-L01", 475_000_000),
                        tuple(PoolFacts.FUND + "-L06", 1_347_100_000 - 209_100_000 - 70_000_000));
    }

    @Test
    void showsOneFundWhenAsked() {
        var one = json(API + POOL + "?on=2015-06-01&fund=TST-BCF-2015-16");

        assertThat(one.getList("funds.reference")).containsExactly("TST-BCF-2015-16");
        assertThat(one.getList("commitments")).isEmpty();
        assertThat(one.getList("choices.reference")).contains(PoolFacts.FUND);
        Reports.get(API + POOL + "?fund=NONE", PLACE).then().statusCode(404);
        Reports.get(API + POOL + "?on=2014-01-01&fund=" + PoolFacts.FUND, PLACE)
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("B8")
    void showsFiguresThatDoNotAddUpWithTheirDocuments() {
        assertThat(text("2014-05-01", "figures"))
                .containsSubsequence(
                        "Does not agree",
                        "Revenue",
                        "“1,473”, in thousands of pounds",
                        "1,473,000",
                        "Capital",
                        "544,000",
                        "Together 2,017,000",
                        "Held against: New responsibilities under Care Bill",
                        "2,000,000",
                        "Difference 17,000")
                .contains("Living Longer Living Better and the Better Care Fund, 3.2.1");
        assertThat(text("2014-04-30", "figures")).startsWith("Figures side by side Here will be");
    }
}
