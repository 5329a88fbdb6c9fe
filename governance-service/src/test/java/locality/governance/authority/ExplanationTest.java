package locality.governance.authority;

import static locality.governance.authority.ASchemeOfDelegation.LONG_AGO;
import static locality.governance.authority.ASchemeOfDelegation.id;
import static locality.governance.authority.WhoMayDecide.CCG;
import static locality.governance.authority.WhoMayDecide.COUNCIL;
import static locality.governance.authority.WhoMayDecide.TODAY;
import static locality.governance.authority.WhoMayDecide.ask;
import static locality.governance.authority.WhoMayDecide.millions;
import static locality.governance.authority.WhoMayDecide.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The answer in words, as a secretary would read it out.
class ExplanationTest {

    private static final LocalDate GRANTED = LocalDate.of(2017, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 10, 31);

    @Test
    @Tag("G13")
    void aPoolThatExceedsOneOwnersLimitIsReadOut() {
        assertThat(ask(rochdale(), millions(4), COUNCIL, CCG).explanation())
                .isEqualTo(
                        "On 1 May 2018, Commissioning of health and care services for £4,000,000 in"
                            + " Rochdale: the money of Rochdale Borough Council and NHS Heywood,"
                            + " Middleton and Rochdale CCG, pooled, so each owner's chain must bear"
                            + " the whole. No one body may decide it for every owner. Cabinet may"
                            + " for Rochdale Borough Council: it holds all the power of Rochdale"
                            + " Borough Council. Governing Body may for NHS Heywood, Middleton and"
                            + " Rochdale CCG: it holds all the power of NHS Heywood, Middleton and"
                            + " Rochdale CCG. The lowest for Rochdale Borough Council is Cabinet."
                            + " The lowest for NHS Heywood, Middleton and Rochdale CCG is Governing"
                            + " Body. Integrated Commissioning Board may not: delegation RCH-DEL-2"
                            + " on the way from NHS Heywood, Middleton and Rochdale CCG has a limit"
                            + " of £3,000,000, and the value is £4,000,000. Nor may one other body"
                            + " to which no delegation leads.");
    }

    @Test
    @Tag("G13")
    void aPoolWithinBothLimitsIsReadOutWithEachChain() {
        assertThat(ask(rochdale(), millions(3), COUNCIL, CCG).explanation())
                .isEqualTo(
                        "On 1 May 2018, Commissioning of health and care services for £3,000,000 in"
                            + " Rochdale: the money of Rochdale Borough Council and NHS Heywood,"
                            + " Middleton and Rochdale CCG, pooled, so each owner's chain must bear"
                            + " the whole. Integrated Commissioning Board may decide it, up to"
                            + " £3,000,000: the power of Rochdale Borough Council comes from"
                            + " Cabinet to Integrated Commissioning Board by delegation RCH-DEL-1"
                            + " (from 1 November 2017 until 31 October 2020, limit £5,000,000); the"
                            + " power of NHS Heywood, Middleton and Rochdale CCG comes from"
                            + " Governing Body to Integrated Commissioning Board by delegation"
                            + " RCH-DEL-2 (from 1 November 2017 until 31 October 2020, limit"
                            + " £3,000,000). No other body may. Cabinet may not: NHS Heywood,"
                            + " Middleton and Rochdale CCG has not delegated to it. Governing Body"
                            + " may not: Rochdale Borough Council has not delegated to it. Nor may"
                            + " one other body to which no delegation leads.");
    }

    @Test
    void whyTheLowestIsLowestIsSaid() {
        assertThat(ask(rochdale(), millions(3), COUNCIL).explanation())
                .contains(
                        "Cabinet may decide it: it holds all the power of Rochdale Borough Council."
                            + " Integrated Commissioning Board may decide it, up to £5,000,000:",
                        "The lowest of them is Integrated Commissioning Board, at the end of the"
                                + " chain: what need not be decided higher up is decided there.");
    }

    @Test
    void eachOwnersShareOfAlignedMoneyIsSaid() {
        var twoEach = List.of(new Owner("E08000005", millions(2)), new Owner("01D", millions(2)));

        assertThat(answer(Basis.ALIGNED, twoEach, List.of(), AsKnown.NOW).explanation())
                .contains(
                        "the money of Rochdale Borough Council (£2,000,000) and NHS Heywood,"
                            + " Middleton and Rochdale CCG (£2,000,000), aligned, so each owner's"
                            + " chain must bear its share.");
    }

    @Test
    void whatWasApprovedOfTheSubjectBeforeIsSaidWithTheSum() {
        var before =
                new Approval(
                        id("before"),
                        "RCH-ICB-2018-03-27/4",
                        LocalDate.of(2018, 3, 27),
                        millions(2),
                        Basis.POOLED,
                        List.of(COUNCIL));

        var answer = answer(Basis.POOLED, List.of(COUNCIL), List.of(before), AsKnown.NOW);

        assertThat(answer.explanation())
                .contains(
                        "Of the same subject RCH-ICB-2018-03-27/4 approved £2,000,000 on 27 March"
                                + " 2018; together £6,000,000.",
                        "Integrated Commissioning Board may not: delegation RCH-DEL-1 on the way"
                                + " from Rochdale Borough Council has a limit of £5,000,000, and"
                                + " the value is £6,000,000.");
        assertThat(answer.money())
                .containsExactly(
                        new Answer.Money(
                                "E08000005",
                                "Rochdale Borough Council",
                                millions(4),
                                millions(2),
                                millions(6)));
        assertThat(answer.earlier())
                .extracting(Answer.Earlier::reference)
                .containsExactly("RCH-ICB-2018-03-27/4");
    }

    @Test
    void atWhichMomentsKnowledgeItIsAnsweredIsSaid() {
        var noon = Instant.parse("2018-05-02T11:00:00Z");
        var later = noon.plusSeconds(3600);

        assertThat(asKnown(AsKnown.at(noon, later)).knownAt()).isEqualTo(noon);
        assertThat(asKnown(AsKnown.at(noon, later)).explanation())
                .startsWith("As it was known on 2 May 2018 at 12:00:00. On 1 May 2018,");
        assertThat(asKnown(AsKnown.at(later, noon)).knownAt()).isEqualTo(noon);
        assertThat(asKnown(AsKnown.at(later, noon)).explanation())
                .startsWith(
                        "As it was known on 2 May 2018 at 12:00:00, up to which the record reaches;"
                                + " asked for was 2 May 2018 at 13:00:00. On 1 May 2018,");
        assertThat(asKnown(AsKnown.NOW).knownAt()).isNull();
    }

    @Test
    void everyReasonIsSaidInWords() {
        var scheme =
                new ASchemeOfDelegation()
                        .organisation("E08000005", "Rochdale Borough Council")
                        .function("Commissioning of health and care services")
                        .top("Cabinet", "E08000005")
                        .body("Committee")
                        .body("Panel")
                        .body("Old Panel")
                        .body("Garden Committee", null, Standing.ESTABLISHED, "gardening")
                        .body("Gone", null, Standing.DISSOLVED)
                        .body("Planned", null, Standing.NOT_CONSTITUTED)
                        .grant("Cabinet", "Committee")
                        .grant("Committee", "Panel")
                        .grant("Cabinet", "Old Panel", null, false, LONG_AGO, LAST.minusYears(4))
                        .grant("Cabinet", "Garden Committee");

        var answer = ask(scheme, millions(1), COUNCIL);

        assertThat(refused(answer, "Panel").inWords())
                .isEqualTo(
                        "Panel may not: delegation Committee>Panel passes on what its grantor was"
                                + " to keep of Rochdale Borough Council's power.");
        assertThat(refused(answer, "Old Panel").inWords())
                .isEqualTo(
                        "Old Panel may not: delegation Cabinet>Old Panel on the way from Rochdale"
                                + " Borough Council ended with 31 October 2016.");
        assertThat(refused(answer, "Garden Committee").inWords())
                .isEqualTo(
                        "Garden Committee may not: its terms of reference do not name Commissioning"
                                + " of health and care services.");
        assertThat(refused(answer, "Gone").inWords())
                .isEqualTo("Gone may not: it is dissolved on 1 May 2018.");
        assertThat(refused(answer, "Planned").inWords())
                .isEqualTo("Planned may not: it is not constituted on 1 May 2018.");
        assertThat(refused(ask(rochdale().reserved(), millions(1), CCG), "Cabinet").inWords())
                .isEqualTo(
                        "Cabinet may not: the matter is reserved in Rochdale to each owner's top"
                                + " body.");
        assertThat(answer.explanation())
                .endsWith(
                        "Nor may one other body not constituted on that date and one other body"
                                + " dissolved on that date.");
    }

    @Test
    void anOwnerWithoutATopBodyIsNamed() {
        assertThat(ask(rochdale(), millions(1), COUNCIL, new Owner("01M", null)).explanation())
                .contains("Nobody on record may decide for 01M.");
    }

    @Test
    void whatIsReadOutEnds() {
        var scheme = new ASchemeOfDelegation().top("Cabinet", "E08000005");
        for (int i = 0; i < 500; i++) {
            scheme.body("Holder " + i).grant("Cabinet", "Holder " + i);
            scheme.body("Poor " + i).grant("Cabinet", "Poor " + i, millions(1), false);
        }

        var answer = ask(scheme, millions(2), COUNCIL);

        assertThat(answer.holders()).hasSize(501);
        assertThat(answer.explanation())
                .contains(" 491 more may, each with its chain. ", " 490 more may not.")
                .contains("The lowest of them is Holder 0,")
                .hasSizeLessThan(4_000);
    }

    private static Answer asKnown(AsKnown asKnown) {
        return answer(Basis.POOLED, List.of(COUNCIL), List.of(), asKnown);
    }

    private static Answer answer(
            Basis basis, List<Owner> owners, List<Approval> earlier, AsKnown asKnown) {
        var question =
                new Question(
                        ASchemeOfDelegation.FUNCTION,
                        Locality.ROCHDALE,
                        millions(4),
                        TODAY,
                        basis,
                        owners,
                        earlier);
        return new Authority(question, rochdale().build()).answer(true, asKnown);
    }

    private static ASchemeOfDelegation rochdale() {
        return new ASchemeOfDelegation()
                .organisation("E08000005", "Rochdale Borough Council")
                .organisation("01D", "NHS Heywood, Middleton and Rochdale CCG")
                .function("Commissioning of health and care services")
                .top("Cabinet", "E08000005")
                .top("Governing Body", "01D")
                .body("Integrated Commissioning Board")
                .body("Provider Board")
                .grant(
                        "RCH-DEL-1",
                        "Cabinet",
                        "Integrated Commissioning Board",
                        millions(5),
                        false,
                        GRANTED,
                        LAST)
                .grant(
                        "RCH-DEL-2",
                        "Governing Body",
                        "Integrated Commissioning Board",
                        millions(3),
                        false,
                        GRANTED,
                        LAST);
    }
}
