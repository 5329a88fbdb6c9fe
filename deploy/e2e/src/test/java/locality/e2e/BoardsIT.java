package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the demo shows of the boards of four localities on their dates: who is accountable to whom,
/// who sits where, who may decide, and what their meetings are given and leave to be done.
@Order(DemoJourney.LAST)
class BoardsIT extends DemoJourney {

    @Test
    @Tag("G1")
    @Tag("G6")
    void rochdalesLeadershipTeamHasReplacedFourMeetings() {
        var structure = rochdale.get("/structure?locality=E08000005&on=2018-05-14");

        assertThat(structure.getString("items.reference"))
                .doesNotContain("RCH-CCG-LM", "RCH-LA-LM", "RCH-CCG-EM", "RCH-LA-EM");
        assertThat(
                        structure.<String>getList(
                                "items.find { it.reference == 'HMRCCG-GB'"
                                        + " }.below[0].below[0].predecessors"))
                .containsExactlyInAnyOrder("RCH-CCG-LM", "RCH-LA-LM", "RCH-CCG-EM", "RCH-LA-EM");
        assertThat(rochdale.get("/bodies/RCH-CCG-LM?on=2018-01-31").getString("state"))
                .isEqualTo("ESTABLISHED");
        assertThat(rochdale.get("/bodies/RCH-CCG-LM?on=2018-02-01").getString("state"))
                .isEqualTo("DISSOLVED");
    }

    @Test
    @Tag("G2")
    @Tag("G3")
    @Tag("G4")
    @Tag("G5")
    void eachLocalityHasItsStructureOfTheDay() {
        var of2014 = manchester.get("/structure?locality=E08000003&on=2014-05-14");
        assertThat(
                        of2014.<String>getList(
                                "items.find { it.reference == 'MCR-HWBB'"
                                        + " }.below[0].below.reference"))
                .contains("MCR-CWLG", "MCR-EYSEG", "MCR-LIG-N", "MCR-LIG-C", "MCR-LIG-S");
        assertThat(of2014.<String>getList("items.reference")).doesNotContain("MCR-SJCE");
        assertThat(of2014.<String>getList("links.kind")).contains("SOUNDING_BOARD", "ADVISES");

        var of2016 = manchester.get("/structure?locality=E08000003&on=2016-06-08");
        assertThat(of2016.getString("items.find { it.reference == 'MCR-SJCE' }.state"))
                .isEqualTo("SHADOW");

        var burys = bury.get("/structure?locality=E08000002&on=2016-10-19");
        assertThat(
                        burys.getString(
                                "items.find { it.reference == 'BCCG-GB'"
                                        + " }.below[0].below[0].below.reference"))
                .isEqualTo("[BRY-WG-1, BRY-WG-2]");

        var june = oldham.get("/structure?locality=E08000004&on=2021-06-30");
        assertThat(june.getString("items.find { it.reference == 'OLD-SYSTEM-BOARD' }.state"))
                .isEqualTo("PROPOSED");
        var october = oldham.get("/structure?locality=E08000004&on=2021-10-01");
        assertThat(
                        october.<String>getList(
                                "items.find { it.reference == 'OCCG-GB'"
                                        + " }.below[0].below.reference"))
                .containsExactly("OLD-IDB", "OLD-PHB");

        assertThat(
                        greaterManchester
                                .get("/structure?locality=E47000001&on=2018-05-14")
                                .<String>getList("items.reference"))
                .containsExactly("GM-PDF");
    }

    @Test
    @Tag("G3")
    void theOversightGroupIsShownInAllFourLocalitiesItServes() {
        Stream.of(
                        Map.entry(manchester, "E08000003"),
                        Map.entry(bury, "E08000002"),
                        Map.entry(oldham, "E08000004"),
                        Map.entry(rochdale, "E08000005"))
                .forEach(
                        one ->
                                assertThat(
                                                one.getKey()
                                                        .get(
                                                                "/structure?on=2016-06-08&locality="
                                                                        + one.getValue())
                                                        .<String>getList("items.reference"))
                                        .as(one.getValue())
                                        .contains("MCR-NES-OG"));
    }

    @Test
    @Tag("G4")
    @Tag("G7")
    @Tag("G9")
    void theSeatsAreAsTheDocumentsHaveThem() {
        assertThat(rochdale.get("/seat-breaches?locality=E08000005&on=2018-05-14").getList("items"))
                .isEmpty();
        assertThat(
                        manchester
                                .get("/seat-breaches?locality=E08000003&on=2014-05-14")
                                .getList("items"))
                .isEmpty();
        assertThat(bury.get("/seat-breaches?locality=E08000002&on=2016-10-19").getList("items"))
                .isEmpty();
        assertThat(rochdale.get("/bodies/RCH-FSMP/seat-rules?on=2018-05-14").getList("items"))
                .hasSize(1);
        assertThat(rochdale.get("/bodies/RCH-LCO-BOARD/seat-rules?on=2018-05-14").getList("items"))
                .hasSize(1);
        assertThat(manchester.get("/bodies/MCR-HWBB/seat-rules?on=2014-05-14").getList("items"))
                .hasSize(1);
        assertThat(bury.get("/bodies/BRY-PMT/seat-rules?on=2016-10-19").getList("items"))
                .hasSize(1);

        assertThat(
                        rochdale.get("/vacancies?locality=E08000005&on=2018-05-14")
                                .<Map<String, Object>>getList("items"))
                .singleElement()
                .satisfies(
                        vacancy ->
                                assertThat(vacancy)
                                        .containsEntry("reference", "RCH-CPAP/CHAIR")
                                        .containsEntry("since", "2018-04-01"));
    }

    @Test
    @Tag("G10")
    void integrationBoardsAndImplementationGroupsAreTheSameBodies() {
        for (var name : List.of("Locality Integration Board", "Implementation Group")) {
            assertThat(manchester.get("/bodies?name=" + name).<String>getList("items.reference"))
                    .as(name)
                    .containsExactly("MCR-LIG-C", "MCR-LIG-N", "MCR-LIG-S");
        }
    }

    @Test
    @Tag("G12")
    void theCompactStandsInTheWordsOfItsSource() {
        var numbers =
                Map.of(
                        "MCR-HWBB",
                        5,
                        "MCR-EHWG",
                        9,
                        "MCR-CWLG",
                        9,
                        "MCR-LIG-N",
                        6,
                        "MCR-LIG-C",
                        6,
                        "MCR-LIG-S",
                        6,
                        "MCR-PO",
                        6);
        numbers.forEach(
                (body, number) ->
                        assertThat(
                                        manchester
                                                .get("/duties?on=2014-05-14&body=" + body)
                                                .getList("items"))
                                .as(body)
                                .hasSize(number));

        assertThat(manchester.get("/duties/MCR-COMPACT-CWLG-4").getString("text"))
                .isEqualTo(
                        "Provide the key interface between strategic intent for LLLB and"
                                + " operational delivery");
    }

    @Test
    @Tag("G8")
    @Tag("G54")
    void postsAndTeamsStandAsStated() {
        var sponsor = manchester.get("/posts/MCR-POST-SPONSOR?on=2014-05-14");
        assertThat(sponsor.<String>getList("holders[0].alsoHolds.reference"))
                .contains("MCR-HWBB/DIR-FHW", "MCR-EHWG/DIR-FHW", "MCR-CWLG/CHAIR");

        var joint = rochdale.get("/posts?locality=E08000005&on=2018-05-14");
        assertThat(joint.<Boolean>getList("items.joint")).hasSize(3).containsOnly(true);

        assertThat(
                        bury.get("/posts/BRY-POST-COO?on=2017-04-01")
                                .<String>getList("reportsTo.reference"))
                .containsExactlyInAnyOrder("BRY-POST-CEO", "BCCG-GB");
        assertThat(
                        bury.get("/posts?locality=E08000002&on=2017-03-31")
                                .<String>getList("items.reference"))
                .doesNotContain("BRY-POST-COO");
        assertThat(oldham.get("/posts/OLD-POST-PLACE-LEAD?on=2021-10-01").getBoolean("vacant"))
                .isTrue();

        assertThat(rochdale.get("/teams?locality=E08000005&on=2018-03-31").getList("items"))
                .hasSize(5);
        assertThat(rochdale.get("/teams?locality=E08000005&on=2018-04-01").getList("items"))
                .hasSize(6);
        assertThat(
                        bury.get("/teams?locality=E08000002&on=2017-04-01")
                                .getList("items[0].functions"))
                .hasSize(6);
    }

    @Test
    @Tag("G13")
    void theLimitOfEachOwnerBindsTheIntegratedCommissioningBoard() {
        var asked =
                "/authority?function=commissioning&place=E08000005&valuePence=400000000&on=2018-05-14";

        var pooled = rochdale.get(asked + "&basis=POOLED&owner=E08000005&owner=01D");
        assertThat(pooled.getString("lowest")).isNull();
        assertThat(pooled.<String>getList("lowestByOwner.reference"))
                .containsExactlyInAnyOrder("RCH-CABINET", "HMRCCG-GB");
        assertThat(pooled.getString("refused.find { it.reference == 'RCH-ICB' }.reasons[0].code"))
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(pooled.getString("refused.find { it.reference == 'RCH-ICB' }.link"))
                .isEqualTo("RCH-DEL-CCG-ICB-2");

        var aligned =
                rochdale.get(
                        asked + "&basis=ALIGNED&owner=E08000005:200000000&owner=01D:200000000");
        assertThat(aligned.<String>getList("holders.reference")).containsExactly("RCH-ICB");
    }

    @Test
    @Tag("G16")
    void waveOneRestsWithEachCcgAndWaveTwoWithTheBoard() {
        for (var ccg : Map.of("00W", "CMCCG-GB", "01M", "NMCCG-GB", "01N", "SMCCG-GB").entrySet()) {
            var asked = "&place=E08000003&valuePence=100000000&on=2014-05-14&owner=" + ccg.getKey();
            var one = manchester.get("/authority?function=bcf-investment-wave-one" + asked);
            assertThat(one.<String>getList("holders.reference")).containsExactly(ccg.getValue());
            assertThat(one.getString("refused.find { it.reference == 'MCR-HWBB' }.code"))
                    .isEqualTo("RESERVED");

            var two = manchester.get("/authority?function=bcf-investment-wave-two" + asked);
            assertThat(
                            two.getString(
                                    "holders.find { it.bodyId == '%s' }.reference"
                                            .formatted(two.getString("lowest"))))
                    .isEqualTo("MCR-HWBB");
            assertThat(two.getString("refused.find { it.reference == 'MCR-CWLG' }.reasons.code"))
                    .contains("NO_CHAIN");
        }
    }

    @Test
    @Tag("G14")
    void whatNobodyBelowTheBoardHoldsIsListed() {
        assertThat(
                        rochdale.get("/delegation-gaps?below=RCH-ICB&on=2018-05-14")
                                .<String>getList("gaps"))
                .containsExactly("commissioning", "pooled-budget");
    }

    @Test
    @Tag("G15")
    @Tag("G50")
    @Tag("G51")
    void oldhamsFunctionsAreDraftsWithoutPeopleAndDirection() {
        var drafts = oldham.get("/function-allocations?place=E08000004&on=2021-06-30");
        assertThat(drafts.<String>getList("items.state")).hasSize(5).containsOnly("DRAFT");
        assertThat(drafts.<Object>getList("items.wholeTimeEquivalents")).containsOnlyNulls();
        assertThat(
                        oldham.get("/function-gaps?place=E08000004&on=2021-06-30")
                                .<String>getList(
                                        "items.findAll { it.function == 'safeguarding' }.lacks"))
                .contains("WHOLE_TIME_EQUIVALENTS", "DIRECTION");

        assertThat(
                        oldham.get("/delegation-reconciliation?place=E08000004&on=2022-07-01")
                                .<String>getList("items.status"))
                .containsExactly("DIFFERS");
    }

    @Test
    @Tag("G52")
    @Tag("G53")
    void whatLocalitiesSayAndWhatTheyWaitForIsKeptApart() {
        assertThat(greaterManchester.get("/positions?on=2021-06-30").getList("topics")).hasSize(6);
        var guidance = greaterManchester.get("/awaited-guidance?on=2021-06-30");
        assertThat(guidance.getList("items")).hasSize(4);
        assertThat(guidance.<String>getList("items.findAll { it.contradicted }.reference"))
                .containsExactlyInAnyOrder("ICS-DESIGN-FRAMEWORK", "ICS-EMPLOYMENT-COMMITMENT");
    }

    @Test
    @Tag("G59")
    void whatIsStillOpenOfAClosedCcgIsListedUntilItIsTransferred() {
        assertThat(
                        manchester
                                .get("/organisations/00W/closedown?on=2017-04-01")
                                .getBoolean("complete"))
                .isTrue();
        var south = manchester.get("/organisations/01N/closedown?on=2017-04-01");
        assertThat(south.<String>getList("successors")).containsExactly("14L");
        assertThat(south.<String>getList("items.reference"))
                .contains("MCR-HWBB/SM-CCG", "MCR-CCG-SOUTH-1");
        assertThat(
                        manchester
                                .get("/organisations/01N/closedown?on=2017-03-31")
                                .<String>getList("items.kind"))
                .contains("BODY", "DELEGATION", "SEAT", "DUTY");
        assertThat(
                        manchester
                                .get("/bodies/MCR-HWBB?on=2017-04-01")
                                .getString("memberships.find { it.seat == 'CM-CCG' }.organisation"))
                .isEqualTo("14L");
        for (var code : Map.of("01D", rochdale, "00V", bury, "00Y", oldham).entrySet()) {
            assertThat(
                            code.getValue()
                                    .get("/organisations/%s?on=2022-07-01".formatted(code.getKey()))
                                    .getBoolean("current"))
                    .as(code.getKey())
                    .isFalse();
        }
    }
}
