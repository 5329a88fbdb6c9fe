package locality.governance.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The worklist loads the entries that wait, and no others.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class EntriesWaitingTest extends RegisterOfBury {

    @Inject RegisterEntries entries;

    @Test
    @Tag("G42")
    @Tag("G43")
    void onlyWhatMayWaitIsLoaded() {
        var quiet = bury.enters("RISK", ", \"reviewOn\": \"2017-01-25\"");
        var low = bury.enters("RISK", ", \"residual\": {\"likelihood\": 2, \"impact\": 5}");
        var high = bury.enters("RISK", ", \"residual\": {\"likelihood\": 3, \"impact\": 5}");
        var late = bury.enters("DEPENDENCY", ", \"neededOn\": \"2016-12-31\"");
        var handedUp = bury.enters("RISK", "");
        does(handedUp, "escalate", "{\"reason\": \"High\", \"effectiveOn\": \"2016-11-01\"}");
        var tolerated = bury.enters("RISK", "");
        does(
                tolerated,
                "tolerate",
                """
                {"until": "2017-03-31", "reason": "So be it", "effectiveOn": "2016-11-01"}
                """);
        var closed = bury.enters("RISK", ", \"reviewOn\": \"2016-12-25\"");
        does(closed, "close", "{\"note\": \"Gone\", \"effectiveOn\": \"2016-11-01\"}");

        assertThat(waiting("2016-12-31"))
                .contains(high, handedUp)
                .doesNotContain(quiet, low, late, tolerated, closed);
        assertThat(waiting("2017-01-25")).contains(quiet, late).doesNotContain(low, tolerated);
        assertThat(waiting("2017-03-01")).contains(tolerated).doesNotContain(low, closed);
    }

    @Test
    @Tag("G43")
    void theRuleOfItsOwnBodySaysWhatIsHigh() {
        var low = bury.enters("RISK", ", \"residual\": {\"likelihood\": 2, \"impact\": 5}");
        secretary.does(
                "/escalation-rules",
                """
                {"body": "%s", "threshold": 10, "daysOverdue": 5, "effectiveOn": "2016-11-01"}
                """
                        .formatted(bury.programme));

        assertThat(waiting("2016-10-31")).doesNotContain(low);
        assertThat(waiting("2016-11-01")).contains(low);
    }

    private List<String> waiting(String day) {
        var on = LocalDate.parse(day);
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                entries.waiting(Set.of(Locality.BURY), on, on.plusDays(30)).stream()
                                        .map(entry -> entry.reference)
                                        .toList());
    }
}
