package locality.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The demo's data")
class DemoDataTest {

    private static final Pattern E_MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![\\d.-])(0\\d{2,4}[ -]\\d{3}[ -]?\\d{3,4}|\\+44 ?\\d{3,})");
    private static final Pattern TITLE_AND_NAME =
            Pattern.compile("\\b(Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor)\\.? [A-Z][a-z]+");

    /// What has no provenance of its own and no document states: who came, how they voted, what
    /// came of it, and the days on which something was approved, began or was agreed.
    private static final Pattern INVENTS =
            Pattern.compile(
                    ".*/(notice|open|attendance|votes|outcome|close|mobilise|components|go-live"
                            + "|agree-locally|agree-gm)|.*/interventions/[^/]+/approve");

    @Test
    void isReadWhole() {
        assertThat(DemoData.documents()).hasSizeGreaterThan(20);
        assertThat(Sent.all()).allSatisfy(sent -> assertThat(sent.content()).isNotBlank());
    }

    @Test
    void sendsNoTwoRequestsUnderOneIdempotencyKey() {
        var keys =
                Sent.all()
                        .map(sent -> IdempotencyKey.of(sent.post().post(), sent.content()))
                        .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void saysOfEveryFactWhereItComesFrom() {
        assertThat(Sent.all()).allSatisfy(DemoDataTest::assertProvenance);
        assertThat(contradictions())
                .flatMap(one -> Sent.elements(one.path("statements")))
                .allSatisfy(statement -> assertComplete(statement.path("provenance")));
    }

    private static void assertProvenance(Sent sent) {
        if (sent.post().csv() != null) {
            assertCsvProvenance(sent);
        } else if (sent.body().has("provenance")) {
            assertComplete(sent.body().path("provenance"));
        }
    }

    private static void assertCsvProvenance(Sent sent) {
        if (sent.path().endsWith("/observations")) {
            assertSaid(sent.query());
            return;
        }
        Table.parsed(sent.content()).rows().stream()
                .filter(row -> !isTotal(row))
                .forEach(
                        row -> {
                            if (row.containsKey("provenanceKind")) {
                                assertThat(row.get("provenanceKind")).isNotEmpty();
                                assertThat(titles()).contains(row.get("provenanceDocument"));
                            } else {
                                assertSaid(row);
                            }
                        });
    }

    /// Either a document with its section, or the formula.
    private static void assertSaid(Map<String, String> said) {
        if (said.containsKey("formula")) {
            assertThat(said.get("formula")).isNotBlank();
        } else {
            assertThat(titles()).contains(said.get("document"));
            assertThat(said.get("section")).isNotBlank();
        }
    }

    @Test
    void showsNothingInventedUnderTheProvenanceOfAStatedFact() {
        var stated = new HashSet<String>();

        Sent.all()
                .forEach(
                        sent -> {
                            if (INVENTS.matcher(sent.path()).matches()) {
                                assertThat(stated)
                                        .as("%s of %s", sent.path(), sent.document().name())
                                        .doesNotContainAnyElementsOf(belongsTo(sent));
                            } else {
                                stated.addAll(statedBy(sent));
                            }
                        });

        assertThat(stated).isNotEmpty();
    }

    /// The names of what a request brings into being as stated by a document.
    private static Set<String> statedBy(Sent sent) {
        if (sent.post().csv() != null) {
            return Table.parsed(sent.content()).rows().stream()
                    .filter(row -> !row.getOrDefault("document", "").isEmpty())
                    .map(row -> row.getOrDefault("reference", ""))
                    .collect(Collectors.toSet());
        }
        return sent.body().at("/provenance/kind").asText().equals("STATED")
                ? names(sent)
                : Set.of();
    }

    /// What a request that invents something is shown under: its meeting and item, its intervention
    /// or its plan.
    private static Set<String> belongsTo(Sent sent) {
        var thing = sent.part(2);
        return sent.path().contains("/items/")
                ? Set.of(thing, thing + "/" + sent.part(4))
                : Set.of(thing);
    }

    /// The names under which what a request brings into being is spoken of in later paths.
    private static Set<String> names(Sent sent) {
        var names = new HashSet<>(definedBy(sent));
        if (sent.path().endsWith("/items")) {
            names.add(sent.part(2) + "/" + sent.placeOnTheAgenda());
        }
        if (sent.path().endsWith("/versions")) {
            names.add(sent.part(2));
        }
        return names;
    }

    @Test
    void derivesEverySumOfThePublishedFigures() {
        assertThat(Sent.to("/indicators/[^/]+-AE-[^/]+/observations"))
                .hasSize(3 * 7 + 1)
                .allSatisfy(sent -> assertThat(sent.query()).containsOnlyKeys("formula"));
    }

    private static void assertComplete(JsonNode provenance) {
        switch (provenance.path("kind").asText()) {
            case "STATED" -> {
                assertThat(titles()).contains(provenance.path("document").asText());
                assertThat(provenance.path("section").asText()).isNotBlank();
            }
            case "DERIVED" -> assertThat(provenance.path("formula").asText()).isNotBlank();
            default -> assertThat(provenance.path("kind").asText()).isEqualTo("ILLUSTRATIVE");
        }
    }

    @Test
    void namesPostsAndOrganisationsOnly() {
        assertThat(everyText())
                .allSatisfy(
                        (file, text) -> {
                            assertThat(text).as(file).doesNotContainPattern(E_MAIL);
                            assertThat(text).as(file).doesNotContainPattern(TELEPHONE);
                            assertThat(text).as(file).doesNotContainPattern(TITLE_AND_NAME);
                        });
        assertThat(Sent.to("/bodies/[^/]+/memberships"))
                .filteredOn(sent -> sent.body().has("personReference"))
                .allSatisfy(sent -> assertThat(sent.text("personReference")).startsWith("post:"));
    }

    @Test
    void holdsTheBetterCareFundInSixLinesThatSumToItsTotals() {
        assertThat(plannedPence("manchester/bcf-2014-15-lines.csv"))
                .containsExactly(
                        500_000_000L, 999_800_000L, 296_700_000L, 148_500_000L, 0L, 1_322_100_000L)
                .satisfies(pence -> assertThat(sum(pence)).isEqualTo(3_267_100_000L));
        assertThat(plannedPence("manchester/bcf-2015-16-lines.csv"))
                .containsExactly(
                        500_000_000L,
                        999_800_000L,
                        296_700_000L,
                        148_500_000L,
                        200_000_000L,
                        2_144_000_000L)
                .satisfies(pence -> assertThat(sum(pence)).isEqualTo(4_289_000_000L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manchester/bcf-2014-15-lines.csv",
                "manchester/bcf-2015-16-lines.csv",
                "rochdale/shadow-pool-2018-19-lines.csv",
                "rochdale/transformation-fund-2018-19-lines.csv"
            })
    void givesEveryPlanATotalRowThatIsItsSum(String file) {
        var total = Table.of(file).where("scheme", "TOTAL").findFirst().orElseThrow();

        assertThat(Table.whole(total, "plannedPence")).isEqualTo(sum(plannedPence(file)));
    }

    @ParameterizedTest
    @CsvSource({"MCR-BCF-2014-15, 3267100000", "MCR-BCF-2015-16, 4289000000"})
    void schedulesContributionsThatPayForTheWholePlan(String fund, long planned) {
        var paid =
                Sent.to("/funds/" + fund + "/contributions")
                        .mapToLong(sent -> sent.body().path("annualPence").asLong())
                        .sum();

        assertThat(paid).isEqualTo(planned);
    }

    @ParameterizedTest
    @CsvSource({"MCR-BCF-2014-15, 3267100000", "MCR-BCF-2015-16, 4289000000"})
    void hasEachPlanApprovedInFullWithTheOwnersSharesSummingToIt(String fund, long planned) {
        var decision =
                Sent.to("/meetings/[^/]+/items")
                        .map(sent -> sent.body().path("decision"))
                        .filter(one -> one.at("/subject/id").asText().equals(fund))
                        .findFirst()
                        .orElseThrow();

        assertThat(decision.path("valuePence").asLong()).isEqualTo(planned);
        assertThat(Sent.elements(decision.path("owners")))
                .extracting(owner -> owner.path("sharePence").asLong())
                .satisfies(shares -> assertThat(sum(shares)).isEqualTo(planned));
    }

    @Test
    void holdsTheCareBillTableWithItsNegativeLine() {
        var amounts = amounts("stated/care-bill-2015-16.csv");

        assertThat(sum(amounts.subList(0, 13))).isEqualTo(147_300_000L);
        assertThat(amounts.get(12)).isEqualTo(-14_800_000L);
        assertThat(amounts.get(13)).isEqualTo(54_400_000L);
        assertThat(amounts.get(14)).isEqualTo(201_700_000L).isEqualTo(sum(amounts.subList(0, 14)));
    }

    @Test
    void holdsTheProgrammeOfficeWithTheBalanceOfItsBudget() {
        var amounts = amounts("stated/programme-office-2014-15.csv");

        assertThat(sum(amounts.subList(0, 8))).isEqualTo(28_718_500L).isEqualTo(amounts.get(8));
        assertThat(amounts.get(9)).isEqualTo(8 * 5_000_000L);
        assertThat(amounts.get(10)).isEqualTo(amounts.get(9) - amounts.get(8));
    }

    @Test
    void registersFortyInterventionsOfRochdaleAndNamesOnlyThoseTheSourceNames() {
        var register = Table.of("rochdale/interventions.csv").rows();

        assertThat(register).hasSize(40);
        assertThat(register)
                .filteredOn(row -> row.getOrDefault("formula", "").startsWith("one of the 40"))
                .hasSize(34)
                .allSatisfy(
                        row ->
                                assertThat(row.get("name"))
                                        .matches(
                                                "Rochdale intervention \\d\\d"
                                                        + " \\(not named in source\\)"));
    }

    @Test
    void mobilisesTwentyOfThemAndTransfersSeventeen() {
        var transferred =
                Table.of("rochdale/interventions.csv").rows().stream()
                        .filter(row -> row.getOrDefault("themes", "").contains("RCH-LCO-SCOPE"))
                        .map(row -> row.get("reference"))
                        .collect(Collectors.toSet());
        var mobilised =
                Sent.to("/interventions/RCH-[^/]+/components")
                        .filter(sent -> sent.body().has("liveSince"))
                        .map(sent -> sent.part(2))
                        .collect(Collectors.toSet());

        assertThat(transferred).hasSize(17);
        assertThat(mobilised).hasSize(20).containsAll(transferred);
    }

    @Test
    void mapsEveryInterventionToATheme() {
        assertThat(Sent.to("/interventions"))
                .filteredOn(sent -> sent.post().body() != null)
                .allSatisfy(sent -> assertThat(sent.body().path("themes")).isNotEmpty());
        assertThat(Table.of("rochdale/interventions.csv").rows())
                .allSatisfy(
                        row -> assertThat(row.getOrDefault("themes", "")).contains("RCH-THEME-"));
    }

    @Test
    void holdsThreePillarsNinePrioritiesThreeEnablersAndTheFiveThemesOfGreaterManchester() {
        assertThat(kinds("E08000003"))
                .containsEntry("PILLAR", 3L)
                .containsEntry("PRIORITY", 9L)
                .containsEntry("ENABLER", 3L);
        assertThat(kinds("E08000005")).containsEntry("THEME", 5L);
    }

    @Test
    void givesEveryMonthlySeriesThirtySixMonths() {
        var series =
                Sent.to("/indicators/[^/]+-AE-(4HOUR|4HOUR-T1|ATTENDANCES|ADMISSIONS)/observations")
                        .map(sent -> Table.parsed(sent.content()).rows())
                        .toList();

        assertThat(series).hasSize(3 * 7 + 1);
        assertThat(series)
                .allSatisfy(
                        rows ->
                                assertThat(rows)
                                        .hasSize(36)
                                        .extracting(row -> row.getOrDefault("period", ""))
                                        .isSorted()
                                        .startsWith("2016-04-01")
                                        .endsWith("2019-03-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "manchester/ae-, RW3 RM2 R0A",
        "rochdale/ae-, RW6",
        "activity/bolton-ae-, RMC",
        "activity/salford-ae-, RM3",
        "activity/stockport-ae-, RWJ",
        "activity/tameside-ae-, RMP",
        "activity/wigan-ae-, RRF"
    })
    void derivesEverySeriesFromTheFiguresAsPublished(String files, String trusts) {
        var published =
                Table.of("activity/ae_attendances_gm_england.csv").rows().stream()
                        .filter(row -> Set.of(trusts.split(" ")).contains(row.get("org_code")))
                        .toList();

        assertThat(column(files + "attendances.csv", "value"))
                .isEqualTo(byPeriod(published, "attendances"));
        assertThat(column(files + "admissions.csv", "value"))
                .isEqualTo(byPeriod(published, "admissions"));
        assertThat(column(files + "4hour.csv", "denominator"))
                .isEqualTo(byPeriod(published, "attendances"));
        var withinFourHours = byPeriod(published, "attendances");
        byPeriod(published, "breaches").forEach((p, b) -> withinFourHours.merge(p, -b, Long::sum));
        assertThat(column(files + "4hour.csv", "numerator")).isEqualTo(withinFourHours);
    }

    @Test
    void storesTheOneDayThatIsStatedAsStated() {
        assertThat(column("manchester/stated-daily-admissions.csv", "value"))
                .isEqualTo(Map.of("2014-03-14", 142L));
    }

    @Test
    void holdsTheComparisonsOfThreeMonthsAsFactsAndNotAsObservationsOfAPeriod() {
        var stated = Table.of("stated/draft-dashboard.csv");

        assertThat(stated.rows())
                .extracting(row -> Table.whole(row, "lastThreeMonths"))
                .containsExactly(36_261L, 10_664L);
        assertThat(stated.rows())
                .extracting(row -> Table.whole(row, "yearBefore"))
                .containsExactly(36_096L, 9_372L);
        assertThat(Sent.to("/indicators").map(sent -> sent.text("frequency")))
                .containsOnly("MONTH", "DAY");
    }

    @Test
    void holdsBothStatementsOfEveryContradiction() {
        assertThat(contradictions())
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(
                        one -> {
                            assertThat(one.path("statements")).hasSizeGreaterThanOrEqualTo(2);
                            if (one.has("heldIn")) {
                                assertThat(DemoData.text(one.path("heldIn").asText())).isNotBlank();
                            }
                        });
    }

    @Test
    void refersOnlyToWhatWasSentBefore() {
        var known = new HashSet<String>();

        Sent.all()
                .forEach(
                        sent -> {
                            assertThat(known)
                                    .as("%s of %s", sent.post().post(), sent.document().name())
                                    .containsAll(referencesIn(sent));
                            known.addAll(definedBy(sent));
                        });
    }

    /// What a request brings into being, by the name others use for it.
    private static Set<String> definedBy(Sent sent) {
        var defined = new HashSet<String>();
        Stream.of("code", "reference")
                .filter(sent.body()::has)
                .forEach(field -> defined.add(sent.text(field)));
        if (sent.body().has("seat")) {
            defined.add(sent.part(2) + "#" + sent.text("seat"));
        }
        if (sent.post().keep() instanceof Map<String, String> kept) {
            kept.keySet().forEach(name -> defined.add("{" + name + "}"));
        }
        if (sent.path().endsWith("/meetings")) {
            defined.add(sent.text("body") + "-" + sent.text("startsAt").substring(0, 10));
        }
        if (sent.path().endsWith("/interventions") && sent.post().csv() != null) {
            Table.parsed(sent.content()).rows().forEach(row -> defined.add(row.get("reference")));
        }
        if (sent.path().endsWith("/outcome")) {
            defined.add(sent.part(2) + "/" + sent.part(4));
        }
        return defined;
    }

    /// The names of other things that a request uses.
    private static List<String> referencesIn(Sent sent) {
        var used = new ArrayList<String>();
        var body = sent.body();
        for (var field :
                List.of(
                        "from",
                        "to",
                        "body",
                        "parent",
                        "agreement",
                        "host",
                        "partner",
                        "organisation",
                        "toOrganisation",
                        "decisionId")) {
            if (body.path(field).isTextual() && !body.path(field).asText().matches("\\d{4}-.*")) {
                used.add(body.path(field).asText());
            }
        }
        Sent.elements(body.path("themes")).forEach(theme -> used.add(theme.asText()));
        Sent.elements(body.at("/decision/owners"))
                .forEach(owner -> used.add(owner.path("organisation").asText()));
        for (var list : List.of("attendance", "votes")) {
            Sent.elements(body.path(list))
                    .forEach(row -> used.add(bodyOf(sent) + "#" + row.path("member").asText()));
        }
        if (sent.path().split("/").length > 5 && !sent.path().contains("/functions/")) {
            used.add(sent.part(2));
        }
        return used;
    }

    private static String bodyOf(Sent sent) {
        return sent.part(2).replaceFirst("-\\d{4}-\\d\\d-\\d\\d$", "");
    }

    private static Map<String, Long> kinds(String locality) {
        return Sent.to("/themes")
                .filter(sent -> sent.text("locality").equals(locality))
                .collect(Collectors.groupingBy(sent -> sent.text("kind"), Collectors.counting()));
    }

    private static Map<String, Long> byPeriod(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                row -> row.getOrDefault("period", ""),
                                row -> Table.whole(row, column),
                                Long::sum,
                                TreeMap::new));
    }

    private static Map<String, Long> column(String file, String column) {
        return byPeriod(Table.of(file).rows(), column);
    }

    private static List<Long> plannedPence(String file) {
        return Table.of(file).rows().stream()
                .filter(row -> !isTotal(row))
                .map(row -> Table.whole(row, "plannedPence"))
                .toList();
    }

    private static List<Long> amounts(String file) {
        return Table.of(file).rows().stream().map(row -> Table.whole(row, "amountPence")).toList();
    }

    private static long sum(List<? extends Long> pence) {
        return pence.stream().mapToLong(Long::longValue).sum();
    }

    private static boolean isTotal(Map<String, String> row) {
        return row.containsValue("TOTAL");
    }

    private static List<JsonNode> contradictions() {
        return Sent.elements(DemoData.read("stated/contradictions.json", JsonNode.class));
    }

    private static Set<String> titles() {
        return Sent.elements(DemoData.read("sources.json", JsonNode.class)).stream()
                .map(source -> source.path("title").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> everyText() {
        var files =
                Stream.concat(
                        Stream.of("README.md", "sources.json", "stated/contradictions.json"),
                        DemoData.documents().stream().map(Document::name));
        return files.collect(Collectors.toMap(name -> name, DemoData::text));
    }
}
