package locality.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Agreements, gateways and what waits for somebody on the partnership page.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AgreementPagesTest extends PartnershipOfBolton {

    @Test
    @Tag("G26")
    @Tag("G28")
    void leadsWithWhatNeedsAttentionTheAgreementsFirst() {
        assertThat(attention(PARTNERSHIP, "2018-07-02"))
                .containsExactly(
                        "For ratification Integration Agreement, version 5, is for ratification:"
                                + " not signed by Hospital trust, MioCare",
                        "Review Section 75 agreement is to be reviewed on 30 September 2018, in 90"
                                + " days",
                        "Risk Loss of financial control: scores 20",
                        "Risk The pool is forecast to overspend: scores 6, escalated to Joint"
                                + " Leadership Team",
                        "Overdue Master Plan: 1 milestone is overdue: Outcomes <framework>",
                        "Slipped Master Plan: 1 milestone is later than the baseline May 2018:"
                                + " Contract review");
    }

    @Test
    @Tag("G26")
    void saysFromNinetyDaysBeforeThatAnAgreementEndsOrIsToBeReviewed() {
        assertThat(attention(PARTNERSHIP, "2018-07-01")).noneMatch(it -> it.startsWith("Review"));
        assertThat(attention(PARTNERSHIP, "2018-12-30")).noneMatch(it -> it.startsWith("Ends"));
        assertThat(attention(PARTNERSHIP, "2018-12-31"))
                .contains("Ends Section 75 agreement ends on 31 March 2019, in 90 days")
                .contains("Review Section 75 agreement was to be reviewed on 30 September 2018");
        assertThat(attention(PARTNERSHIP, "2019-03-31"))
                .contains("Ends Section 75 agreement ends on 31 March 2019, today");
        assertThat(attention(PARTNERSHIP, "2019-04-01"))
                .contains("Ends Section 75 agreement ended on 31 March 2019");
    }

    @Test
    @Tag("G33")
    void aConditionIsOverdueOnTheDayAfterItsDay() {
        assertThat(attention(PARTNERSHIP, "2018-09-30"))
                .noneMatch(it -> it.startsWith("Condition"));
        assertThat(attention(PARTNERSHIP, "2018-10-01"))
                .contains(
                        "Condition overdue Gateway 2 of BOL-LCO-CONTRACT: Complete the Service"
                                + " Development Improvement Plan was due by 30 September 2018");
    }

    @Test
    @Tag("G28")
    @Tag("G29")
    void tellsAgreementsInForceFromThoseInPreparationAsOfADay() {
        assertThat(rows(PARTNERSHIP, "2018-03-01", "[aria-labelledby=in-force]")).isEmpty();
        assertThat(rows(PARTNERSHIP, "2018-03-01", "[aria-labelledby=in-preparation]"))
                .singleElement()
                .asString()
                .contains("Section 75 agreement", "Council: not signed", "Draft");
        assertThat(rows(PARTNERSHIP, "2018-07-02", "[aria-labelledby=in-force]"))
                .singleElement()
                .asString()
                .contains("Section 75 agreement", "Council: signed 20 March 2018, ratified");
        assertThat(rows(PARTNERSHIP, "2018-07-02", "[aria-labelledby=in-preparation]"))
                .singleElement()
                .asString()
                .contains("version 5", "MioCare (associate): not signed", "For ratification");
        assertThat(page(PARTNERSHIP, "2018-07-02").select("#agreements ~ details li").eachText())
                .singleElement()
                .asString()
                .contains("Integration Agreement, version 4", "Superseded");
    }

    @Test
    @Tag("G32")
    @Tag("G33")
    void showsWhatWentOverWithAGatewayAndWhetherTheContractHasIt() {
        assertThat(gateway("2018-03-30")).contains("Planned").doesNotContain("Core+2");
        assertThat(gateway("2018-03-31"))
                .contains("Passed with conditions", "Due by 30 September 2018")
                .doesNotContain("Core+2");
        assertThat(gateway("2018-04-01"))
                .contains("Core+2 Service, from 1 April 2018 Received, not listed");
        assertThat(gateway("2018-05-14"))
                .contains("3 items")
                .contains("Core+2 Service, from 1 April 2018 Listed for the contract")
                .contains(
                        "Intervention BOL-INT-01, from 1 April 2018 The contract has not answered")
                .contains("Refused: The intervention was closed before");
    }

    private static String gateway(String on) {
        return rows(PARTNERSHIP, on, "[aria-label='Table of gateways']").getFirst();
    }

    private static List<String> attention(String path, String on) {
        return page(path, on).select(".attention__item").eachText();
    }
}
