package locality.budget.comparison;

import static locality.budget.comparison.Compared.COMPARISONS;
import static locality.budget.comparison.Compared.betterCareFund2014;
import static locality.budget.comparison.Compared.betterCareFund2015;
import static locality.budget.comparison.Compared.compare;
import static locality.budget.comparison.Compared.compareAs;
import static locality.budget.comparison.Compared.comparison;
import static locality.budget.comparison.Compared.figure;
import static locality.budget.comparison.Compared.fund;
import static locality.budget.comparison.Compared.line;
import static locality.budget.comparison.Compared.minusFigure;
import static locality.budget.comparison.Compared.minusLine;
import static locality.budget.comparison.Compared.read;
import static locality.budget.comparison.Compared.told;
import static locality.budget.figure.Statements.aReference;
import static locality.budget.figure.Statements.correct;
import static locality.budget.figure.Statements.sheet;
import static locality.budget.figure.Statements.stated;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ComparisonResourceTest {

    private static final List<Integer> CARE_BILL =
            List.of(33, 181, 360, 0, 271, 54, 88, 437, 48, 72, 27, 50, -148);
    private static final Map<String, Long> PROGRAMME_OFFICE =
            Map.of(
                    "£52,579**", 5_257_900L,
                    "£49,106", 4_910_600L,
                    "£43,447", 4_344_700L,
                    "c£40K", 4_000_000L,
                    "£53,053", 5_305_300L,
                    "£12K", 1_200_000L,
                    "£12k", 1_200_000L,
                    "£25K", 2_500_000L);

    @Test
    @Tag("B3")
    void whatIsCommittedToExistingServicesAgreesAsRounded() {
        var fund = betterCareFund2014();

        compare(figure(stated("£19.5m")), fund(fund), minusLine(fund + "-L06"))
                .statusCode(201)
                .body("outcome.terms.amountPence", contains(3_267_100_000L, -1_322_100_000))
                .body("outcome.terms[0].stated", equalTo("£32,671,000.00"))
                .body("outcome.sumPence", equalTo(1_945_000_000))
                .body("outcome.against.stated", equalTo("£19.5m"))
                .body("outcome.differencePence", equalTo(-5_000_000))
                .body("outcome.sumBetween.lowestPence", equalTo(1_945_000_000))
                .body("outcome.againstBetween.lowestPence", equalTo(1_945_000_000))
                .body("outcome.againstBetween.highestPence", equalTo(1_955_000_000))
                .body("outcome.verdict", equalTo("AGREES_AS_ROUNDED"))
                .body("outcome.approximate", equalTo(false))
                .body("fundId", notNullValue());
    }

    @Test
    @Tag("B1")
    void theLinesOfBothYearsSumToTheStatedTotals() {
        var first = betterCareFund2014();
        var second = betterCareFund2015();

        compare(figure(stated("32,671", ", \"unit\": \"GBP_K\"")), fund(first))
                .body("outcome.verdict", equalTo("AGREES"));
        compare(figure(stated("£42.890m")), fund(second))
                .body("outcome.sumPence", equalTo(4_289_000_000L))
                .body("outcome.verdict", equalTo("AGREES"));
        compare(
                        figure(stated("4,452", ", \"unit\": \"GBP_K\"")),
                        line(first + "-L03"),
                        line(first + "-L04"))
                .body("outcome.sumPence", equalTo(445_200_000))
                .body("outcome.verdict", equalTo("AGREES"));
    }

    @Test
    @Tag("B2")
    void theDevelopmentFundGrowsAndIsMadeUpAsStatedWithItsRoundingShown() {
        var first = betterCareFund2014();
        var second = betterCareFund2015();
        var health = stated("£10.2m");
        var social = stated("£3m");
        var whole = stated("£13.2m");

        compare(figure(stated("£8.2m")), line(second + "-L06"), minusLine(first + "-L06"))
                .body("outcome.sumPence", equalTo(821_900_000))
                .body("outcome.differencePence", equalTo(1_900_000))
                .body("outcome.verdict", equalTo("AGREES_AS_ROUNDED"))
                .body("fundId", nullValue());
        compare(figure(whole), figure(health), figure(social))
                .body("outcome.verdict", equalTo("AGREES"));
        compare(line(first + "-L06"), figure(health), figure(social))
                .body("outcome.differencePence", equalTo(-2_100_000))
                .body("outcome.verdict", equalTo("AGREES_AS_ROUNDED"));
        compare(line(second + "-L06"), figure(stated("£21.4m")))
                .body("outcome.differencePence", equalTo(-4_000_000))
                .body("outcome.verdict", equalTo("AGREES_AS_ROUNDED"));
    }

    @Test
    @Tag("B2")
    void aDevelopmentFundOfCircaSixMillionDiffers() {
        var fund = betterCareFund2014();
        var reference = aReference();

        compareAs(reference, line(fund + "-L06"), figure(stated("circa £6m")))
                .body("outcome.approximate", equalTo(true))
                .body("outcome.differencePence", equalTo(-722_100_000))
                .body("outcome.sumBetween.lowestPence", equalTo(550_000_000))
                .body("outcome.sumBetween.highestPence", equalTo(650_000_000))
                .body("outcome.verdict", equalTo("DIFFERS"));
        compare(fund(fund), figure(stated("£32.671m"))).body("outcome.verdict", equalTo("AGREES"));

        finance()
                .queryParam("fund", fund)
                .queryParam("verdict", "DIFFERS")
                .get(COMPARISONS)
                .then()
                .statusCode(200)
                .body("items.reference", contains(reference))
                .body("next", nullValue());
        finance()
                .queryParam("fund", fund)
                .queryParam("limit", 1)
                .get(COMPARISONS)
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
        finance()
                .accept("text/csv")
                .queryParam("fund", fund)
                .queryParam("verdict", "DIFFERS")
                .get(COMPARISONS)
                .then()
                .statusCode(200)
                .body(containsString(reference + ",0,What should add up"))
                .body(containsString("-722100000,DIFFERS,true"));
    }

    @Test
    @Tag("B8")
    void theCareBillsTableAddsUpAndIsSeventeenThousandAboveItsLine() {
        var lines = careBill();
        var revenue = stated("1,473", ", \"unit\": \"GBP_K\"");
        var capital = stated("544", ", \"unit\": \"GBP_K\"");
        var total = stated("2,017", ", \"unit\": \"GBP_K\"");
        var fund = betterCareFund2015();

        compare(figure(revenue), lines.stream().map(Compared::figure).toArray(String[]::new))
                .body("outcome.terms", hasSize(13))
                .body("outcome.terms[12].amountPence", equalTo(-14_800_000))
                .body("outcome.sumPence", equalTo(147_300_000))
                .body("outcome.verdict", equalTo("AGREES"));
        compare(figure(total), figure(revenue), figure(capital))
                .body("outcome.sumPence", equalTo(201_700_000))
                .body("outcome.verdict", equalTo("AGREES"));
        compare(line(fund + "-L05"), figure(total))
                .body("outcome.differencePence", equalTo(1_700_000))
                .body("outcome.verdict", equalTo("DIFFERS"));
    }

    private static List<String> careBill() {
        var references = new ArrayList<String>();
        var csv = new StringBuilder("reference,label,stated,unit\n");
        for (var amount : CARE_BILL) {
            references.add(aReference());
            csv.append("%s,Care Bill,%d,GBP_K\n".formatted(references.getLast(), amount));
        }
        sheet(csv.toString()).statusCode(201).body("stated", equalTo(13));
        return references;
    }

    @Test
    @Tag("B13")
    void theProgrammeOfficeKeepsABalanceOfItsEightContributions() {
        var costs = PROGRAMME_OFFICE.keySet().stream().map(words -> stated(words)).toList();
        var budget = stated("£400k");
        var total = stated("£287,185");

        compare(figure(budget), "{\"figure\": \"%s\", \"times\": 8}".formatted(stated("£50k")))
                .body("outcome.sumPence", equalTo(40_000_000))
                .body("outcome.terms[0].label", equalTo("8 x As stated"))
                .body("outcome.verdict", equalTo("AGREES"));
        compare(figure(total), costs.stream().map(Compared::figure).toArray(String[]::new))
                .body("outcome.sumPence", equalTo(28_718_500))
                .body("outcome.approximate", equalTo(true))
                .body("outcome.verdict", equalTo("AGREES"));
        compare(figure(stated("£112,815.00")), figure(budget), minusFigure(total))
                .body("outcome.sumPence", equalTo(11_281_500))
                .body("outcome.verdict", equalTo("AGREES"));
    }

    @Test
    @Tag("B8")
    void isToldWhenMadeAndWheneverWhatItRestsOnChanges() throws SQLException {
        var fund = betterCareFund2015();
        var total = stated("2,017", ", \"unit\": \"GBP_K\"");
        var reference = aReference();
        String id =
                compareAs(reference, line(fund + "-L05"), figure(total))
                        .statusCode(201)
                        .extract()
                        .path("id");
        assertThat(told(id, "differencePence")).containsExactly("1700000");

        plan(fund, betterCareFund2015(201_700_000, 2_144_000_000L)).statusCode(200);
        read(reference).body("outcome.verdict", equalTo("AGREES"));
        plan(fund, betterCareFund2015(201_700_000, 2_144_000_000L)).statusCode(200);
        correct(total, "£2m", "").statusCode(200);
        read(reference)
                .body("outcome.sumPence", equalTo(200_000_000))
                .body("outcome.verdict", equalTo("AGREES_AS_ROUNDED"));

        assertThat(told(id, "verdict")).containsExactly("DIFFERS", "AGREES", "AGREES_AS_ROUNDED");
    }

    @Test
    void aLineThatIsWithdrawnPlansNothing() {
        var fund = betterCareFund2015();
        var reference = aReference();
        compareAs(reference, line(fund + "-L05"), figure(stated("£2m"))).statusCode(201);

        var without =
                betterCareFund2015(0, 2_144_000_000L)
                        .lines()
                        .filter(row -> !row.startsWith("Care Bill"))
                        .toList();
        plan(fund, String.join("\n", without)).statusCode(200);

        read(reference)
                .body("outcome.against.amountPence", equalTo(0))
                .body("outcome.verdict", equalTo("DIFFERS"));
    }

    @Test
    void refusesWhatComparesNothing() {
        var figure = stated("£3m");
        var taken = aReference();
        compareAs(taken, figure(figure), figure(stated("£2m")), figure(stated("£1m")))
                .statusCode(201);

        compareAs(taken, figure(figure), figure(stated("£2m")))
                .statusCode(409)
                .body("code", equalTo("REFERENCE_TAKEN"))
                .body("reference", equalTo(taken));
        compare(figure(figure), figure(figure))
                .statusCode(422)
                .body("code", equalTo("COMPARED_WITH_ITSELF"));
        compare(figure(figure), "{\"figure\": \"%s\", \"times\": 0}".formatted(figure))
                .statusCode(422)
                .body("code", equalTo("COUNTS_FOR_NOTHING"))
                .body("term", equalTo(1));
        compare("{}", figure(figure))
                .statusCode(422)
                .body("code", equalTo("NOT_ONE_OPERAND"))
                .body("where", equalTo("against"))
                .body("named", equalTo(0));
        compare(figure(figure), "{\"figure\": \"%s\", \"fund\": \"X\"}".formatted(figure))
                .statusCode(422)
                .body("code", equalTo("NOT_ONE_OPERAND"))
                .body("where", equalTo("Term 1"))
                .body("named", equalTo(2));
        compare(figure("NO-SUCH"), figure(figure)).statusCode(404);
        compare(figure(figure)).statusCode(400).body("code", equalTo("MALFORMED"));
    }

    @Test
    void keepsNothingOfADryRun() {
        var reference = aReference();

        finance()
                .queryParam("dryRun", true)
                .body(comparison(reference, figure(stated("£3m")), figure(stated("£2m"))))
                .post(COMPARISONS)
                .then()
                .statusCode(201)
                .body("outcome.verdict", equalTo("AGREES_AS_ROUNDED"));

        finance().get(COMPARISONS + "/{comparison}", reference).then().statusCode(404);
    }
}
