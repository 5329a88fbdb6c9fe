package locality.governance.authority;

import static locality.governance.authority.ASchemeOfDelegation.LONG_AGO;
import static locality.governance.authority.WhoMayDecide.CCG;
import static locality.governance.authority.WhoMayDecide.COUNCIL;
import static locality.governance.authority.WhoMayDecide.TODAY;
import static locality.governance.authority.WhoMayDecide.ask;
import static locality.governance.authority.WhoMayDecide.holders;
import static locality.governance.authority.WhoMayDecide.millions;
import static locality.governance.authority.WhoMayDecide.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What keeps a body from deciding though power was delegated to it.
class BarredBodyTest {

    @Test
    @Tag("G16")
    void aReservedMatterRestsWithTheOwnersTopBodyWhateverWasDelegated() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Governing Body", "01D")
                        .body("Health and Wellbeing Board")
                        .grant("Governing Body", "Health and Wellbeing Board")
                        .reserved();

        var answer = ask(scheme, millions(1), CCG);

        assertThat(holders(answer)).containsExactly("Governing Body");
        assertThat(refused(answer, "Health and Wellbeing Board").code())
                .isEqualTo(AuthorityCode.RESERVED);
        assertThat(answer.explanation())
                .contains("Governing Body may decide it")
                .contains("reserved in Rochdale to each owner's top body; nobody else may");
    }

    @Test
    @Tag("G11")
    void aBodyKeepsToTheFunctionsItsTermsOfReferenceName() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee", null, Standing.ESTABLISHED, "pooled-budget")
                        .grant("Cabinet", "Committee");

        assertThat(refused(ask(scheme, millions(1), COUNCIL), "Committee").code())
                .isEqualTo(AuthorityCode.OUTSIDE_TOR);
    }

    @Test
    @Tag("G6")
    void aDissolvedBodyDecidesNothingAndPassesNothingOn() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Old Board", null, Standing.DISSOLVED)
                        .body("Panel")
                        .grant("Cabinet", "Old Board", null, true)
                        .grant("Old Board", "Panel");

        var answer = ask(scheme, millions(1), COUNCIL);

        assertThat(refused(answer, "Old Board").code()).isEqualTo(AuthorityCode.DISSOLVED);
        assertThat(refused(answer, "Panel").code()).isEqualTo(AuthorityCode.NO_CHAIN);
    }

    @Test
    @Tag("G6")
    void whatADissolvedBodyPassedOnIsSaidToHaveEnded() {
        var ended = TODAY.minusDays(1);
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Old Board", null, Standing.DISSOLVED)
                        .body("Panel")
                        .grant("Cabinet", "Old Board", null, true, LONG_AGO, ended)
                        .grant("Old Board", "Panel", null, false, LONG_AGO, ended);

        var panel = refused(ask(scheme, millions(1), COUNCIL), "Panel");

        assertThat(panel.code()).isEqualTo(AuthorityCode.DELEGATION_EXPIRED);
        assertThat(panel.link()).isEqualTo("Cabinet>Old Board");
        assertThat(panel.reasons().getFirst().lastDay()).isEqualTo(ended);
    }

    @Test
    @Tag("G6")
    void aShadowBodyDecidesOnlyUnderADelegationThatNamesIt() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Shadow Executive", null, Standing.SHADOW)
                        .body("Shadow Governing Body", "01D", Standing.SHADOW)
                        .grant("Cabinet", "Shadow Executive", millions(1), false);

        assertThat(holders(ask(scheme, millions(1), COUNCIL))).contains("Shadow Executive");
        assertThat(refused(ask(scheme, millions(1), CCG), "Shadow Governing Body").code())
                .isEqualTo(AuthorityCode.NOT_CONSTITUTED);
    }
}
