package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the demo shows of what passes from one organisation to another, and when.
@Order(DemoJourney.LAST)
class GatewaysIT extends DemoJourney {

    @Test
    @Tag("G32")
    @Tag("G33")
    void gatewayTwoPassedWithConditionsAndGatewayThreeEndsWithSeptember() {
        var gateways = rochdale.get("/gateways?contract=RCH-LCO-CONTRACT&on=2018-05-14");
        assertThat(gateways.<String>getList("items.beginsOn"))
                .containsExactly(
                        "2017-10-01", "2018-04-01", "2018-10-01", "2019-04-01", "2019-10-01");
        assertThat(gateways.<String>getList("items.endsOn"))
                .containsExactly(
                        "2018-03-31", "2018-09-30", "2019-03-31", "2019-09-30", "2020-03-31");

        var second = rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-2?on=2018-03-31");
        assertThat(second.getString("state")).isEqualTo("PASSED_WITH_CONDITIONS");
        assertThat(second.getString("dueDiligence")).isEqualTo("RCH-LCO-DD-GW2");
        assertThat(second.getString("decision")).isEqualTo("RCH-ICB-2018-03-27/1");
        assertThat(second.<String>getList("conditions.dueOn")).containsExactly("2018-09-30");
        assertThat(second.<String>getList("items.transfersOn"))
                .hasSize(18)
                .containsOnly("2018-04-01");
        assertThat(rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-2?on=2018-05-14").getList("lessons"))
                .hasSize(1);
        assertThat(
                        rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-2?on=2018-03-20")
                                .<String>getList("lacks.code"))
                .containsExactly("NO_APPROVAL");
        assertThat(rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-3?on=2018-05-14").getString("state"))
                .isEqualTo("PLANNED");
    }

    @Test
    @Tag("G33")
    void whatPassedGatewayTwoIsInItsContractExactlyOnceOn1April() {
        var scope = "items.findAll { it.state == 'LISTED' }";
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(gatewayTwo().getList(scope))
                                        .as("what the contract answered")
                                        .hasSize(18));
        assertThat(contract("2018-03-31").getList("scope")).isEmpty();
        assertIsThereOnce();

        suite.kill("intervention");
        suite.start("intervention");
        suite.awaitReady("intervention");

        assertIsThereOnce();
        assertThat(gatewayTwo().getList(scope)).hasSize(18);
    }

    private static JsonPath gatewayTwo() {
        return rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-2");
    }

    private static void assertIsThereOnce() {
        var scope = contract("2018-04-01");
        assertThat(scope.<String>getList("scope.state")).hasSize(18).containsOnly("LISTED");
        assertThat(scope.<String>getList("scope.reference"))
                .doesNotHaveDuplicates()
                .contains("CORE-PLUS-2", "TI-01", "TI-17");
        assertThat(scope.<String>getList("scope.findAll { it.kind == 'INTERVENTION' }.title"))
                .hasSize(17)
                .contains(
                        "Primary Care Academy",
                        "Discharge to Assess",
                        "Respiratory in Integrated Neighbourhood Teams",
                        "Transformation intervention 17 of 17 (not named in source)");
    }

    private static JsonPath contract(String on) {
        return new Secretary(suite.url() + "/api/intervention/v1", rochdale.token())
                .get("/contracts/RCH-LCO-CONTRACT?on=" + on);
    }

    @Test
    @Tag("G33")
    void whatIsRefusedRaisesAnIssueAndArrivesOncePutRightAndWhatIsWithdrawnLeavesItsContract() {
        var wigan = new WigansGateway(suite);
        wigan.hasAContract();
        wigan.passes(
                """
                "reference": "WRONG", "title": "An intervention", "kind": "INTERVENTION",
                "intervention": "WIG-INT-9", "transfersOn": "2018-04-01"
                """,
                """
                "reference": "EARLY", "title": "A service", "kind": "SERVICE",
                "transfersOn": "%s"
                """
                        .formatted(WigansGateway.AHEAD));
        awaitState(wigan, "WRONG", "REFUSED");
        awaitState(wigan, "EARLY", "LISTED");
        assertThat(wigan.issues()).containsExactly("OPEN");
        assertThat(wigan.contract(WigansGateway.AHEAD).<String>getList("scope.state"))
                .containsExactlyInAnyOrder("REFUSED", "LISTED");

        wigan.handsOverAgain("WRONG", "WIG-INT-1");
        awaitState(wigan, "WRONG", "LISTED");
        wigan.withdraws("EARLY");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(listed(wigan, WigansGateway.AHEAD))
                                        .as("what is left in the contract")
                                        .containsExactly("WRONG"));
        assertThat(wigan.state("EARLY")).isEqualTo("WITHDRAWN");
        assertThat(wigan.state("WRONG")).isEqualTo("LISTED");
        assertThat(listed(wigan, "2018-04-01")).containsExactly("WRONG");
        assertThat(listed(wigan, "2018-03-31")).isEmpty();
        assertThat(wigan.issues()).hasSize(1);
    }

    private static void awaitState(WigansGateway wigan, String item, String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(wigan.state(item)).isEqualTo(state));
    }

    private static List<String> listed(WigansGateway wigan, String on) {
        return wigan.contract(on).getList("scope.findAll { it.state == 'LISTED' }.reference");
    }

    @Test
    @Tag("G35")
    @Tag("G49")
    void threePrioritiesOf2016HaveNoBaselinedPlanAndTheTransactionTakes18Weeks() {
        assertThat(
                        manchester
                                .get("/priorities?locality=E08000003&baselined=false&on=2016-06-30")
                                .<String>getList("items.priority"))
                .containsExactly(
                        "Primary Care",
                        "Learning Disability",
                        "Transforming Home Care and Residential Care");
        assertThat(
                        manchester
                                .get("/priorities?locality=E08000003&baselined=true&on=2016-06-30")
                                .getList("items"))
                .hasSize(6);

        var transaction = manchester.get("/gateways/MCR-MMHSCT-GW-2");
        assertThat(transaction.getString("beginsOn")).isEqualTo("2016-05-16");
        assertThat(transaction.getString("endsOn")).isEqualTo("2016-09-19");
        assertThat(transaction.getString("endProvenance.kind")).isEqualTo("DERIVED");
    }
}
