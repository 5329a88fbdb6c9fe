package locality.governance.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How what nobody named is numbered.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ReferencesTest {

    @Inject References references;
    @Inject EntityManager entities;

    @ParameterizedTest
    @CsvSource({"9, 10", "007, 8", "999999, 1000000", "20181231235959999999, 20181231235960000000"})
    @Tag("G42")
    void theNextIsAfterTheHighestThatSomebodyGave(String given, String next) {
        var prefix = aPrefix();
        record(prefix + given);
        record(prefix + "2");
        record(prefix + "5-A");
        record(prefix + "LAST");

        assertThat(next(prefix)).isEqualTo(prefix + next);
    }

    @Test
    @Tag("G42")
    void afterTheLongestNumberItGoesOn() {
        var prefix = aPrefix();
        record(prefix + "999999");

        for (var next : List.of("1000000", "1000001", "1000002")) {
            assertThat(next(prefix)).isEqualTo(prefix + next);
            record(prefix + next);
        }
    }

    @Test
    @Tag("G42")
    void theFirstIsOneWhateverOtherwiseBeginsLikeIt() {
        var prefix = aPrefix();
        record(prefix + "EVENT-7");

        assertThat(next(prefix)).isEqualTo(prefix + "1");
        assertThat(next("%_" + prefix)).isEqualTo("%_" + prefix + "1");
    }

    /// However many there are, one row of the index answers.
    @ParameterizedTest
    @ValueSource(strings = {"register_entry", "strategy", "engagement"})
    @Tag("G42")
    void itIsReadFromOneEndOfTheIndex(String table) {
        var plan = QuarkusTransaction.requiringNew().call(() -> plan(table));

        assertThat(String.join("\n", plan))
                .contains("Limit", "Index", "Backward", table + "_by_number")
                .doesNotContain("Seq Scan");
    }

    @SuppressWarnings("unchecked")
    private List<String> plan(String table) {
        entities.createNativeQuery("set local enable_seqscan = off").executeUpdate();
        entities.createNativeQuery("set local enable_bitmapscan = off").executeUpdate();
        return entities.createNativeQuery(
                        "explain " + References.HIGHEST.formatted(table), String.class)
                .setParameter("prefix", "BURY-RISK-")
                .getResultList();
    }

    private String next(String prefix) {
        return QuarkusTransaction.requiringNew()
                .call(() -> references.next("register_entry", prefix));
    }

    private static String aPrefix() {
        return "N%s-".formatted(UUID.randomUUID().toString().substring(0, 8));
    }

    private static void record(String reference) {
        Caller.secretaryOf(Locality.BURY)
                .makes(
                        "/register-entries",
                        """
                        {"reference": "%s", "register": "Numbers", "kind": "RISK", "title": "T",
                         "locality": "E08000002"}
                        """
                                .formatted(reference));
    }
}
