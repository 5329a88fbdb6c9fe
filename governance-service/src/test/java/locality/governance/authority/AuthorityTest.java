package locality.governance.authority;

import static locality.governance.authority.ASchemeOfDelegation.id;
import static locality.governance.authority.WhoMayDecide.CCG;
import static locality.governance.authority.WhoMayDecide.COUNCIL;
import static locality.governance.authority.WhoMayDecide.TODAY;
import static locality.governance.authority.WhoMayDecide.ask;
import static locality.governance.authority.WhoMayDecide.held;
import static locality.governance.authority.WhoMayDecide.holders;
import static locality.governance.authority.WhoMayDecide.millions;
import static locality.governance.authority.WhoMayDecide.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Test;

/// The power over one owner's money, from its top body down the chain.
class AuthorityTest {

    @Test
    void aTopBodyDecidesItsOwnMoneyWithoutAnyDelegation() {
        var scheme = new ASchemeOfDelegation().top("Cabinet", "E08000005");

        var answer = ask(scheme, millions(900), COUNCIL);

        assertThat(holders(answer)).containsExactly("Cabinet");
        assertThat(answer.holders().getFirst().capPence()).isNull();
        assertThat(answer.lowest()).isEqualTo(id("Cabinet"));
    }

    @Test
    void aDelegateDecidesUpToItsLimitAndTheDelegatorKeepsItsPower() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .grant("Cabinet", "Committee", millions(5), false);

        assertThat(holders(ask(scheme, millions(5), COUNCIL)))
                .containsExactly("Cabinet", "Committee");
        assertThat(ask(scheme, millions(5), COUNCIL).lowest()).isEqualTo(id("Committee"));
        assertThat(holders(ask(scheme, millions(5).plus(Pence.of(1)), COUNCIL)))
                .containsExactly("Cabinet");
    }

    @Test
    void theLowestLimitOnTheWayIsTheCapAndIsNamedWhenExceeded() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .body("Panel")
                        .grant("Cabinet", "Committee", millions(2), true)
                        .grant("Committee", "Panel", millions(3), false);

        var answer = ask(scheme, millions(2), COUNCIL);
        var tooMuch = ask(scheme, millions(3), COUNCIL);

        assertThat(answer.lowest()).isEqualTo(id("Panel"));
        assertThat(held(answer, "Panel").capPence()).isEqualTo(millions(2));
        assertThat(held(answer, "Panel").chain())
                .extracting(Finding.Link::name)
                .containsExactly("Cabinet", "Committee", "Panel");
        assertThat(refused(tooMuch, "Panel").code()).isEqualTo(AuthorityCode.LIMIT_EXCEEDED);
        assertThat(refused(tooMuch, "Panel").link()).isEqualTo("Cabinet>Committee");
    }

    @Test
    void aLimitBearsTheSubjectAsAWholeSoThatNothingIsSplit() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .grant("Cabinet", "Committee", millions(5), false);

        assertThat(after(millions(3), scheme, millions(2)).mayDecide()).isTrue();
        assertThat(after(millions(3), scheme, millions(2)).cap()).isEqualTo(millions(2));
        var tooMuch = after(millions(3), scheme, millions(2).plus(Pence.of(1)));
        assertThat(tooMuch.barriers())
                .containsExactly(
                        new Barrier(
                                AuthorityCode.LIMIT_EXCEEDED,
                                "Cabinet>Committee",
                                "E08000005",
                                millions(5),
                                millions(5).plus(Pence.of(1)),
                                null));
    }

    private static Finding after(Pence earlier, ASchemeOfDelegation scheme, Pence value) {
        var question =
                new Question(
                        ASchemeOfDelegation.FUNCTION,
                        Locality.ROCHDALE,
                        value,
                        TODAY,
                        Basis.POOLED,
                        List.of(COUNCIL),
                        List.of(approval(earlier)));
        return new Authority(question, scheme.build()).findingFor(id("Committee"));
    }

    private static Approval approval(Pence value) {
        return new Approval(id("earlier"), "ICB-1/1", TODAY, value, Basis.POOLED, List.of(COUNCIL));
    }

    @Test
    void powerLeavesADelegateOnlyWhereItMayBeSubDelegated() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .body("Panel")
                        .grant("Cabinet", "Committee", null, false)
                        .grant("Committee", "Panel");

        var panel = refused(ask(scheme, millions(1), COUNCIL), "Panel");

        assertThat(panel.code()).isEqualTo(AuthorityCode.SUBDELEGATION_BARRED);
        assertThat(panel.link()).isEqualTo("Committee>Panel");
    }

    @Test
    void aNarrowGrantThatMayBePassedOnWorksBesideAWideOneThatMayNot() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .body("Panel")
                        .grant("Cabinet", "Committee", millions(10), false)
                        .grant("Cabinet", "Committee", millions(1), true)
                        .grant("Committee", "Panel");

        var answer = ask(scheme, millions(1), COUNCIL);

        assertThat(held(answer, "Committee").capPence()).isEqualTo(millions(10));
        assertThat(held(answer, "Panel").capPence()).isEqualTo(millions(1));
    }

    @Test
    void theLowestIsTheOneThatPassesTheMatterToNoOtherWhoMay() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .body("Panel")
                        .grant("Cabinet", "Committee", millions(5), true)
                        .grant("Committee", "Panel", millions(1), false)
                        .grant("Cabinet", "Panel", millions(6), false);

        assertThat(ask(scheme, millions(1), COUNCIL).lowest()).isEqualTo(id("Panel"));
        assertThat(ask(scheme, millions(5), COUNCIL).lowest()).isEqualTo(id("Committee"));
    }

    @Test
    void ofThoseAtTheEndTheLongestWayIsLowestThenTheLowestCapThenTheReference() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Near")
                        .body("Committee")
                        .body("Far A")
                        .body("Far B")
                        .body("Far C")
                        .grant("Cabinet", "Near", millions(1), false)
                        .grant("Cabinet", "Committee", millions(5), true)
                        .grant("Committee", "Far C", millions(1), false)
                        .grant("Committee", "Far B", millions(1), false)
                        .grant("Committee", "Far A", millions(2), false);

        assertThat(ask(scheme, millions(1), COUNCIL).lowest()).isEqualTo(id("Far B"));
        assertThat(ask(scheme, millions(2), COUNCIL).lowest()).isEqualTo(id("Far A"));
    }

    @Test
    void whoMayNotIsLeftOutWhenNotWanted() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .grant("Cabinet", "Committee", millions(1), false);
        var question =
                new Question(
                        ASchemeOfDelegation.FUNCTION,
                        Locality.ROCHDALE,
                        millions(2),
                        TODAY,
                        Basis.POOLED,
                        List.of(COUNCIL));

        var answer = new Authority(question, scheme.build()).answer(false, AsKnown.NOW);

        assertThat(holders(answer)).containsExactly("Cabinet");
        assertThat(answer.refused()).isEmpty();
        assertThat(answer.explanation()).doesNotContain("Committee");
    }

    @Test
    void aDelegationCountsFromItsFirstDayToItsLast() {
        var first = TODAY.minusDays(1);
        var last = TODAY.plusDays(1);
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .grant("Cabinet", "Committee", null, false, first, last);

        assertThat(codeOn(first.minusDays(1), scheme)).isEqualTo(AuthorityCode.NO_CHAIN);
        assertThat(holders(askOn(first, scheme))).contains("Committee");
        assertThat(holders(askOn(last, scheme))).contains("Committee");
        assertThat(codeOn(last.plusDays(1), scheme)).isEqualTo(AuthorityCode.DELEGATION_EXPIRED);
    }

    @Test
    void officersAreNamedWhenADelegationToThemSuffices() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Governing Body", "01D")
                        .grant("Governing Body", "officers of 01D", millions(1), false);

        assertThat(ask(scheme, millions(1), CCG).officers())
                .extracting(Answer.Held::reference)
                .containsExactly("01D");
        assertThat(ask(scheme, millions(2), CCG).officers()).isEmpty();
    }

    @Test
    void delegationsInACircleGiveNobodyMoreThanTheTopGave() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .body("Panel")
                        .grant("Cabinet", "Committee", millions(1), true)
                        .grant("Committee", "Panel", null, true)
                        .grant("Panel", "Committee", null, true);

        assertThat(held(ask(scheme, millions(1), COUNCIL), "Committee").capPence())
                .isEqualTo(millions(1));
        assertThat(refused(ask(scheme, millions(2), COUNCIL), "Committee").code())
                .isEqualTo(AuthorityCode.LIMIT_EXCEEDED);
    }

    @Test
    void aGrantElsewhereOrOfAnotherFunctionGivesNothing() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .grant("Cabinet", "Committee")
                        .build();
        var inBury =
                new Question(
                        ASchemeOfDelegation.FUNCTION,
                        Locality.BURY,
                        millions(1),
                        TODAY,
                        Basis.POOLED,
                        List.of(COUNCIL));

        assertThat(holders(new Authority(inBury, scheme).answer())).containsExactly("Cabinet");
    }

    @Test
    void aQuestionWithoutAnOwnerIsNoQuestion() {
        assertThatThrownBy(() -> ask(new ASchemeOfDelegation(), millions(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Answer askOn(LocalDate day, ASchemeOfDelegation scheme) {
        return ask(scheme, millions(1), day, COUNCIL);
    }

    private static AuthorityCode codeOn(LocalDate day, ASchemeOfDelegation scheme) {
        return refused(askOn(day, scheme), "Committee").code();
    }
}
