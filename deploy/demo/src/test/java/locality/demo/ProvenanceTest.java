package locality.demo;

import static locality.demo.Names.definedBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The provenance of the demo's data")
class ProvenanceTest {

    /// What has no provenance of its own and no document states: who came, how they voted, what
    /// came of it, and the days on which something was approved, began or was agreed.
    private static final Pattern INVENTS =
            Pattern.compile(
                    ".*/(notice|open|attendance|votes|outcome|mobilise|components|go-live"
                            + "|agree-locally|agree-gm)|.*/meetings/[^/]+/close"
                            + "|.*/interventions/[^/]+/approve");

    @Test
    void saysOfEveryFactWhereItComesFrom() {
        assertThat(Sent.all()).allSatisfy(ProvenanceTest::assertProvenance);
        assertThat(contradictions())
                .flatMap(one -> Sent.elements(one.path("statements")))
                .allSatisfy(statement -> assertComplete(statement.path("provenance")));
    }

    private static void assertProvenance(Sent sent) {
        if (sent.post().csv() != null) {
            assertCsvProvenance(sent);
        } else {
            assertThat(sent.body().findValues("provenance"))
                    .as("%s of %s", sent.path(), sent.document().name())
                    .allSatisfy(ProvenanceTest::assertComplete);
        }
    }

    private static void assertCsvProvenance(Sent sent) {
        if (sent.path().endsWith("/observations")) {
            assertSaid(sent.query());
            return;
        }
        if (sent.path().endsWith("/receipts")) {
            assertSaidIllustrative(sent);
            return;
        }
        Table.parsed(sent.content()).rows().stream()
                .filter(row -> !Table.isTotal(row))
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

    /// A receipt has no provenance beside the line of the bank statement that it names: that says
    /// it.
    private static void assertSaidIllustrative(Sent receipts) {
        assertThat(Table.parsed(receipts.content()).rows())
                .extracting(row -> row.getOrDefault("document", ""))
                .allMatch(document -> document.startsWith("Illustrative receipt "));
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
            names.add(sent.part(2) + "/" + sent.placeAmongItsLike());
        }
        if (sent.path().endsWith("/versions")) {
            names.add(sent.part(2));
        }
        return names;
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

    private static List<JsonNode> contradictions() {
        return Sent.elements(DemoData.read("stated/contradictions.json", JsonNode.class));
    }

    private static Set<String> titles() {
        return Sent.elements(DemoData.read("sources.json", JsonNode.class)).stream()
                .map(source -> source.path("title").asText())
                .collect(Collectors.toSet());
    }
}
