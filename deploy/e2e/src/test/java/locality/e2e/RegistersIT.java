package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the demo shows of what may go wrong, and of how the partners are judged.
@Order(DemoJourney.LAST)
class RegistersIT extends DemoJourney {

    @Test
    @Tag("G36")
    @Tag("G37")
    @Tag("G40")
    void theSevenRecommendationsAndBothPeerReviewsAreAsTheReviewHasThem() {
        var recommendations = rochdale.get("/assessments/RCH-LCO-OD-2018?on=2018-05-14");
        assertThat(recommendations.getList("criteria")).hasSize(7);
        assertThat(recommendations.getList("findings.text"))
                .hasSize(7)
                .contains("LCO Development Team in place");
        assertThat(recommendations.getMap("counts.byWord")).containsEntry("IMPLEMENTED", 4);

        var commissioning = rochdale.get("/assessments/RCH-SCF-PR-2018?on=2018-05-14");
        assertThat(commissioning.getString("state")).isEqualTo("DRAFT_SHARED");
        assertThat(commissioning.<String>getList("scale"))
                .containsExactly("EMERGING", "DEVELOPING", "MATURING");
        assertThat(commissioning.getList("criteria.findAll { it.gap }")).isEmpty();
        var organisation = rochdale.get("/assessments/RCH-LCO-PR-2017?on=2018-05-14");
        assertThat(organisation.getList("criteria")).hasSize(4);
        assertThat(organisation.<String>getList("informs")).containsExactly("RCH-LCO-DD-GW2");
    }

    @Test
    @Tag("G42")
    @Tag("G43")
    void burysRisksAndAssumptionsAreUnscoredAndGoToTheJointLeadershipTeamFirst() {
        var entries = bury.get("/register-entries?locality=E08000002&on=2016-10-19&limit=100");
        var sizes =
                Map.of(
                        "it.register == 'Key Risks' && it.kind == 'RISK'", 11,
                        "it.register == 'Assumptions' && it.kind == 'ASSUMPTION'", 7,
                        "it.register == 'Risk Share'", 4);
        sizes.forEach(
                (which, size) ->
                        assertThat(entries.getList("items.findAll { %s }".formatted(which)))
                                .as(which)
                                .hasSize(size));
        assertThat(entries.<Integer>getList("items.residualScore")).containsOnlyNulls();

        var before = bury.get("/register-entries/BRY-RISK-4?on=2016-10-19");
        assertThat(before.<String>getList("escalationPath")).startsWith("BRY-JLT");
        var handedUp = bury.get("/register-entries/BRY-RISK-4?on=2016-10-26");
        assertThat(handedUp.getString("state")).isEqualTo("ESCALATED");
        assertThat(handedUp.getString("body")).isEqualTo("BRY-PMT");
        assertThat(handedUp.getString("escalatedTo")).isEqualTo("BRY-JLT");
        var accepted = bury.get("/register-entries/BRY-RISK-4?on=2016-11-02");
        assertThat(accepted.getString("state")).isEqualTo("OPEN");
        assertThat(accepted.getString("body")).isEqualTo("BRY-JLT");
    }

    @Test
    @Tag("G39")
    void capitalCostsIsTheOnlyKnownRedOf36ConditionsAndTheAnalysisHas30Findings() {
        var conditions = manchester.get("/assessments/MCR-BCF-NHSE-2014?on=2014-03-14");
        assertThat(conditions.<String>getList("criteria.domain.unique()")).hasSize(10);
        assertThat(conditions.getList("criteria")).hasSize(36);
        assertThat(conditions.<String>getList("criteria.findAll { it.red }.title"))
                .containsExactly("Capital costs");
        assertThat(conditions.getInt("counts.unknown")).isEqualTo(35);
        assertThat(conditions.<String>getList("criteria.findAll { it.gap }.title"))
                .containsExactly("Capital costs");

        assertThat(
                        manchester
                                .get("/assessments/MCR-BCF-SWOT-2014?on=2014-03-14")
                                .<String, Integer>getMap("findingsByKind"))
                .contains(
                        entry("STRENGTH", 8),
                        entry("WEAKNESS", 8),
                        entry("OPPORTUNITY", 9),
                        entry("THREAT", 5));
    }
}
