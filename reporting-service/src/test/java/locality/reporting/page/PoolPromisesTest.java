package locality.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of a pool: commitments, contributions with arrears, virements, protected amounts.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PoolPromisesTest extends PoolOfBolton {

    @Test
    @Tag("B17")
    void aCommitmentStandsAsItWasOnEachDay() {
        assertThat(on("2014-05-13").getList("commitments")).isEmpty();
        assertThat(commitment("2014-05-14"))
                .containsEntry("state", "PENDING_APPROVAL")
                .containsEntry("heldPence", 0)
                .extractingByKey("authority")
                .isEqualTo(Map.of("kind", "NONE"));
        assertThat(commitment("2014-06-11"))
                .containsEntry("state", "OPEN")
                .containsEntry("heldPence", 279_100_000)
                .containsEntry("contract", "TST-CONTRACT-1")
                .extractingByKey("authority")
                .asString()
                .contains("DECISION", "Commissioning Group");
        assertThat(commitment("2014-07-31"))
                .containsEntry("state", "PART_DISCHARGED")
                .containsEntry("amountPence", 279_100_000)
                .containsEntry("heldPence", 209_100_000);
    }

    @Test
    void whatWasToldLastOfAnEarlierDayHoldsOnLaterOnesToo() {
        assertThat(state("2014-10-31", "L02-C1")).isEqualTo("OPEN");
        assertThat(state("2014-11-01", "L02-C1")).isEqualTo("RELEASED");
        assertThat(state("2014-12-01", "L02-C1")).isEqualTo("RELEASED");
        assertThat(line("2014-12-01", "L02")).containsEntry("committedPence", 0);
    }

    private static String state(String on, String reference) {
        return on(on).getString(
                        "commitments.find { it.reference == '%s-%s' }.state"
                                .formatted(PoolFacts.FUND, reference));
    }

    @Test
    void whatWaitsIsSetAsideOnItsLine() {
        assertThat(line("2014-05-14", "L06"))
                .containsEntry("requestedPence", 279_100_000)
                .containsEntry("committedPence", 0);
        assertThat(line("2014-09-10", "L06"))
                .as("a rise of a commitment")
                .containsEntry("requestedPence", 20_900_000)
                .containsEntry("committedPence", 209_100_000);
        assertThat(line("2014-09-10", "L01"))
                .as("what a line would give")
                .containsEntry("requestedPence", 25_000_000)
                .containsEntry("currentPence", 500_000_000);
        assertThat(line("2014-10-09", "L06"))
                .as("a rise that lapsed")
                .containsEntry("requestedPence", 0);
    }

    @Test
    void aVirementChangesWhatLinesHaveFromItsDayAndNotWhatTheyWerePlannedToHave() {
        assertThat(line("2014-09-30", "L06")).containsEntry("currentPence", 1_322_100_000);
        assertThat(line("2014-10-01", "L06"))
                .containsEntry("originalPence", 1_322_100_000)
                .containsEntry("currentPence", 1_347_100_000)
                .containsEntry("requestedPence", 20_900_000);
        assertThat(line("2014-10-01", "L01"))
                .containsEntry("originalPence", 500_000_000)
                .containsEntry("currentPence", 475_000_000)
                .containsEntry("requestedPence", 0);
        assertThat(text("2014-10-01", "virements"))
                .contains("TST-BCF-2014-15-L01 (250,000)", "TST-BCF-2014-15-L06 250,000")
                .contains("Made", "Touches TST-SOCIAL-CARE", "Executive Health Group");
        assertThat(text("2014-09-10", "virements"))
                .contains("Pending approval", "None yet, due by 8 October 2014")
                .doesNotContain("Executive Health Group");
    }

    @Test
    void nothingIsOwedOfWhatFellDueWhileEachPartnerKeptItsMoney() {
        assertThat(contribution("2014-05-31"))
                .containsEntry("duePence", 0)
                .containsEntry("keptApartPence", 544_516_668)
                .extractingByKey("arrears")
                .asString()
                .contains("totalPence=0");
        assertThat(text("2014-05-31", "contributions"))
                .contains("5,445,166.68 of it falls due while each partner keeps its money");
        assertThat(attention("2014-05-31")).noneMatch(it -> it.startsWith("Arrears"));
        assertThat(contribution("2016-01-01"))
                .as("long after, still none of it is owed")
                .containsEntry("duePence", 3_267_100_000L - 544_516_668)
                .containsEntry("notYetDuePence", 0)
                .extractingByKey("arrears")
                .asString()
                .contains("totalPence=2450324998");
    }

    @Test
    void arrearsAgeByTheDaysSinceEachInstalmentWasDue() {
        assertThat(ageing("2014-07-02"))
                .containsEntry("upTo30Pence", 272_258_334)
                .containsEntry("totalPence", 272_258_334);
        assertThat(ageing("2014-10-01"))
                .as("what is due that day is not overdue")
                .containsEntry("upTo30Pence", 272_258_333)
                .containsEntry("upTo60Pence", 0)
                .containsEntry("upTo90Pence", 272_258_333)
                .containsEntry("over90Pence", 272_258_334)
                .containsEntry("totalPence", 816_775_000);
        assertThat(contribution("2014-08-01"))
                .containsEntry("duePence", 816_775_001)
                .containsEntry("paidPence", 272_258_334)
                .containsEntry("notYetDuePence", 1_905_808_331)
                .containsEntry("grossPence", 3_300_000_000L)
                .containsEntry("chargesPence", 32_900_000);
    }

    @Test
    void whatWasPaidThoughNothingIsPooledIsToBeRepaid() {
        var path = POOL + "?on=2015-06-01&fund=" + LaterPoolFacts.FUND;

        assertThat(json(API + path).getMap("contributions[0]"))
                .containsEntry("keptApartPence", 120_000)
                .containsEntry("paidPence", 50_000)
                .containsEntry("toBeRepaidPence", 50_000)
                .containsEntry("notYetDuePence", 0);
        assertThat(html(path).select("section[aria-labelledby=contributions]").text())
                .contains("500 was paid beyond what is owed, and is to be repaid");
    }

    @Test
    void showsArrearsBesideWhatIsDueAndPaidThenTheirAge() {
        var table = page("2014-10-01").select(".scroll[aria-label=Table of contributions]");

        assertThat(table.select("thead th").eachText())
                .containsExactly(
                        "Partner",
                        "Net for year",
                        "Due",
                        "Paid",
                        "Arrears",
                        "1 to 30",
                        "31 to 60",
                        "61 to 90",
                        "Over 90");
        assertThat(table.select("tfoot td").eachText())
                .containsExactly(
                        "32,671,000",
                        "13,612,916.67",
                        "2,722,583.34",
                        "8,167,750",
                        "2,722,583.33",
                        "0",
                        "2,722,583.33",
                        "2,722,583.34");
        assertThat(table.select("tbody th").text())
                .contains("gross 33,000,000, less 329,000 that service users pay");
    }

    @Test
    @Tag("B14")
    void aRuleOfPerformancePayThatEndedStaysVisibleForTheDaysOnWhichItHeld() {
        assertThat(on("2014-04-03").getMap("performancePay[0]"))
                .containsEntry("basisPoints", 2_500)
                .containsEntry("holds", true);
        assertThat(on("2014-04-04").getMap("performancePay[0]")).containsEntry("holds", false);
        assertThat(text("2014-04-03", "performance"))
                .contains("25%", "From 26 June 2013 to 3 April 2014", "Holds");
        assertThat(text("2014-04-04", "performance"))
                .contains("Ended", "Living Longer Living Better and the Better Care Fund");
        assertThat(json(API + POOL + "?on=2013-06-25").getList("performancePay")).isEmpty();
    }

    @Test
    void saysWhatIsLeftOfAProtectedAmount() {
        assertThat(on("2014-09-30").getList("protectedAmounts.leftPence")).containsExactly(0);
        assertThat(on("2014-10-01").getList("protectedAmounts.leftPence"))
                .containsExactly(-25_000_000);
        assertThat(on("2015-04-01").getList("protectedAmounts")).isEmpty();
    }

    private static Map<String, Object> commitment(String on) {
        return on(on).getMap(
                        "commitments.find { it.reference == '%s-L06-C1' }"
                                .formatted(PoolFacts.FUND));
    }

    private static Map<String, Object> contribution(String on) {
        return on(on).getMap("contributions[0]");
    }

    private static Map<String, Object> ageing(String on) {
        return on(on).getMap("contributions[0].arrears");
    }
}
