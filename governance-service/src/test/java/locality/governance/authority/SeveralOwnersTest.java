package locality.governance.authority;

import static locality.governance.authority.ASchemeOfDelegation.LONG_AGO;
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
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Money of several owners is decided where their chains meet.
class SeveralOwnersTest {

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
        assertThat(refused(answer, "ICB").reasons())
                .containsExactly(
                        new Barrier(
                                AuthorityCode.LIMIT_EXCEEDED,
                                "CCG Board>ICB",
                                "01D",
                                millions(3),
                                millions(4),
                                null));
        assertThat(holders(answer)).containsExactly("CCG Board", "Cabinet");
        assertThat(held(answer, "Cabinet").owners()).containsExactly("E08000005");
        assertThat(answer.lowest()).isNull();
        assertThat(answer.lowestByOwner())
                .extracting(Answer.Lowest::owner, Answer.Lowest::reference)
                .containsExactly(tuple("E08000005", "Cabinet"), tuple("01D", "CCG Board"));
    }

    @Test
    @Tag("G13")
    void theLowestForEachOwnerIsNearestTheGroundAmongItsOwnBodies() {
        var scheme =
                rochdale(millions(5), millions(3))
                        .body("Cabinet Committee")
                        .grant("Cabinet", "Cabinet Committee", millions(6), false);

        var answer = ask(scheme, millions(4), COUNCIL, CCG);

        assertThat(holders(answer)).containsExactly("CCG Board", "Cabinet", "Cabinet Committee");
        assertThat(answer.lowestByOwner())
                .extracting(Answer.Lowest::reference)
                .containsExactly("Cabinet Committee", "CCG Board");
    }

    @Test
    @Tag("G13")
    void anOwnersTopBodyKeepsItsOwnPowerThoughAnotherOwnerGaveItTooLittle() {
        var scheme =
                new ASchemeOfDelegation()
                        .top("Cabinet", "E08000005")
                        .top("CCG Board", "01D")
                        .grant("CCG Board", "Cabinet", millions(3), false);

        var answer = ask(scheme, millions(4), COUNCIL, CCG);

        assertThat(holders(answer)).containsExactly("CCG Board", "Cabinet");
        assertThat(held(answer, "Cabinet").owners()).containsExactly("E08000005");
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
        assertThat(answer.lowestByOwner()).isEmpty();
        assertThat(answer.money())
                .extracting(Answer.Money::owner, Answer.Money::testedPence)
                .containsExactly(tuple("E08000005", millions(2)), tuple("01D", millions(2)));
    }

    @Test
    void aReservedMatterOfSeveralOwnersIsDecidedByEachOwnersTopBody() {
        var scheme = rochdale(millions(5), millions(3)).reserved();

        var answer = ask(scheme, millions(1), COUNCIL, CCG);

        assertThat(holders(answer)).containsExactly("CCG Board", "Cabinet");
        assertThat(refused(answer, "ICB").code()).isEqualTo(AuthorityCode.RESERVED);
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

    private static ASchemeOfDelegation rochdale(
            @Nullable Pence fromCabinet, @Nullable Pence fromCcg) {
        return new ASchemeOfDelegation()
                .top("Cabinet", "E08000005")
                .top("CCG Board", "01D")
                .body("ICB")
                .grant("Cabinet", "ICB", fromCabinet, false, LONG_AGO, null)
                .grant("CCG Board", "ICB", fromCcg, false, LONG_AGO, null);
    }
}
