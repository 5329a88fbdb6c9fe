package locality.demo;

import static locality.demo.Names.definedBy;
import static locality.demo.Names.referencesIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The demo's data")
class DemoDataTest {

    /// A function of governance-service that others are parts of.
    private static final Set<String> THERE_FROM_THE_BEGINNING = Set.of("commissioning");

    private static final Pattern E_MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![\\d.-])(0\\d{2,4}[ -]\\d{3}[ -]?\\d{3,4}|\\+44 ?\\d{3,})");
    private static final Pattern TITLE_AND_NAME =
            Pattern.compile("\\b(Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor)\\.? [A-Z][a-z]+");

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
    void refersOnlyToWhatWasSentBefore() {
        var known = new HashSet<>(THERE_FROM_THE_BEGINNING);

        Sent.all()
                .forEach(
                        sent -> {
                            assertThat(known)
                                    .as("%s of %s", sent.post().post(), sent.document().name())
                                    .containsAll(referencesIn(sent));
                            known.addAll(definedBy(sent));
                        });
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

    private static Map<String, String> everyText() {
        var files =
                Stream.concat(
                        Stream.of("README.md", "sources.json", "stated/contradictions.json"),
                        DemoData.documents().stream().map(Document::name));
        return files.collect(Collectors.toMap(name -> name, DemoData::text));
    }
}
