package locality.governance.authority;

import static locality.governance.authority.ASchemeOfDelegation.LONG_AGO;
import static locality.governance.authority.ASchemeOfDelegation.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 5, 1);
    private static final Owner COUNCIL = new Owner("E08000005", null);
    private static final Owner CCG = new Owner("01D", null);

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
    void anyLimitButAnAnnualOneBearsTheSubjectAsAWhole() {
        var perDecision =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .grant("Cabinet", "Committee", millions(5), false);

        assertThat(after(millions(3), perDecision, millions(2)).mayDecide()).isTrue();
        assertThat(after(millions(3), perDecision, millions(2)).cap()).isEqualTo(millions(2));
        assertThat(after(millions(3), perDecision, millions(2).plus(Pence.of(1))).mayDecide())
                .isFalse();
    }

    @Test
    void anAnnualLimitWasChargedWithEarlierApprovalsAndBearsThisDecisionAlone() {
        var annual =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .grant("Cabinet", "Committee", millions(2), false)
                        .annually();

        assertThat(after(millions(3), annual, millions(2)).mayDecide()).isTrue();
        assertThat(after(millions(3), annual, millions(2).plus(Pence.of(1))).mayDecide()).isFalse();
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
                        Map.of("E08000005", earlier));
        return new Authority(question, scheme.build()).findingFor(id("Committee"));
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
                .contains("reserved to each owner's top body; nobody else may");
    }

    @Test
    void aReservedMatterOfSeveralOwnersIsDecidedByEachOwnersTopBody() {
        var scheme = rochdale(millions(5), millions(3)).reserved();

        var answer = ask(scheme, millions(1), COUNCIL, CCG);

        assertThat(holders(answer)).containsExactly("CCG Board", "Cabinet");
        assertThat(refused(answer, "ICB").code()).isEqualTo(AuthorityCode.RESERVED);
    }

    @Test
    @Tag("G13")
    void twoChainsMeetInTheIntegratedCommissioningBoard() {
        var answer = ask(rochdale(millions(5), millions(3)), millions(3), COUNCIL, CCG);

        assertThat(holders(answer)).containsExactly("ICB");
        assertThat(held(answer, "ICB").owners()).containsExactly("E08000005", "01D");
        assertThat(held(answer, "ICB").chain())
                .extracting(Finding.Link::name)
                .containsExactly("Cabinet", "ICB", "CCG Board", "ICB");
        assertThat(refused(answer, "Cabinet").code()).isEqualTo(AuthorityCode.OWNER_NOT_COVERED);
        assertThat(refused(answer, "Cabinet").link()).isEqualTo("01D");
    }

    @Test
    @Tag("G13")
    void pooledMoneyIsTestedWholeAgainstEveryOwnersChainAndTheAnswerNamesWhoMay() {
        var answer = ask(rochdale(millions(5), millions(3)), millions(4), COUNCIL, CCG);

        assertThat(refused(answer, "ICB").code()).isEqualTo(AuthorityCode.LIMIT_EXCEEDED);
        assertThat(refused(answer, "ICB").link()).isEqualTo("CCG Board>ICB");
        assertThat(holders(answer)).containsExactly("CCG Board", "Cabinet");
        assertThat(held(answer, "Cabinet").owners()).containsExactly("E08000005");
        assertThat(answer.lowest()).isNull();
        assertThat(answer.explanation())
                .contains("no one body may decide it for every owner")
                .contains("Cabinet may for E08000005", "CCG Board may for 01D");
    }

    @Test
    @Tag("G13")
    void alignedMoneyIsTestedShareByShare() {
        var scheme = rochdale(millions(5), millions(3)).build();
        var twoEach = List.of(new Owner("E08000005", millions(2)), new Owner("01D", millions(2)));

        var answer =
                new Authority(
                                new Question(
                                        ASchemeOfDelegation.FUNCTION,
                                        Locality.ROCHDALE,
                                        millions(4),
                                        TODAY,
                                        Basis.ALIGNED,
                                        twoEach),
                                scheme)
                        .answer();

        assertThat(holders(answer)).containsExactly("ICB");
        assertThat(answer.lowest()).isEqualTo(id("ICB"));
    }

    @Test
    void aBodyThatNoOwnerDelegatedToHasNoChain() {
        var scheme = rochdale(null, null).body("Reference Group");

        assertThat(refused(ask(scheme, millions(1), COUNCIL, CCG), "Reference Group").code())
                .isEqualTo(AuthorityCode.NO_CHAIN);
    }

    @Test
    void anOwnerWithoutATopBodyIsCoveredByNobody() {
        var scheme = new ASchemeOfDelegation().top("Cabinet", "E08000005");

        var answer = ask(scheme, millions(1), COUNCIL, new Owner("01M", null));

        assertThat(holders(answer)).containsExactly("Cabinet");
        assertThat(answer.holders().getFirst().owners()).containsExactly("E08000005");
        assertThat(answer.lowest()).isNull();
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

    private static ASchemeOfDelegation rochdale(
            @Nullable Pence fromCabinet, @Nullable Pence fromCcg) {
        return new ASchemeOfDelegation()
                .top("Cabinet", "E08000005")
                .top("CCG Board", "01D")
                .body("ICB")
                .grant("Cabinet", "ICB", fromCabinet, false, LONG_AGO, null)
                .grant("CCG Board", "ICB", fromCcg, false, LONG_AGO, null);
    }

    private static Answer ask(ASchemeOfDelegation scheme, Pence value, Owner... owners) {
        return ask(scheme, value, TODAY, owners);
    }

    private static Answer askOn(LocalDate day, ASchemeOfDelegation scheme) {
        return ask(scheme, millions(1), day, COUNCIL);
    }

    private static Answer ask(
            ASchemeOfDelegation scheme, Pence value, LocalDate on, Owner... owners) {
        var question =
                new Question(
                        ASchemeOfDelegation.FUNCTION,
                        Locality.ROCHDALE,
                        value,
                        on,
                        Basis.POOLED,
                        Arrays.asList(owners));
        return new Authority(question, scheme.build()).answer();
    }

    private static AuthorityCode codeOn(LocalDate day, ASchemeOfDelegation scheme) {
        return refused(askOn(day, scheme), "Committee").code();
    }

    private static List<String> holders(Answer answer) {
        return answer.holders().stream().map(Answer.Held::reference).toList();
    }

    private static Answer.Held held(Answer answer, String reference) {
        return answer.holders().stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reference + " may not decide"));
    }

    private static Answer.Refused refused(Answer answer, String reference) {
        return answer.refused().stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reference + " is not refused"));
    }

    private static Pence millions(long count) {
        return Pence.pounds(count * 1_000_000);
    }
}
