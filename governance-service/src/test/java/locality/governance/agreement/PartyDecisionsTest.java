package locality.governance.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import locality.governance.decision.ADecision;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("G28")
class PartyDecisionsTest {

    @ParameterizedTest
    @CsvSource({
        "MANCHESTER, MANCHESTER, true",
        "MANCHESTER, GREATER_MANCHESTER, true",
        "MANCHESTER, BURY, false",
        "GREATER_MANCHESTER, BURY, true",
        "GREATER_MANCHESTER, GREATER_MANCHESTER, true"
    })
    void whatGreaterManchesterDecidesBindsInEachOfItsPlaces(
            Locality agreed, Locality decided, boolean counts) {
        var agreement = AnAgreement.drafted();
        agreement.locality = agreed;
        var decision =
                ADecision.approved("agreement", "MCR-S75/1", decided, LocalDate.of(2015, 3, 1));

        assertThat(PartyDecisions.isFor(agreement, decision)).isEqualTo(counts);
    }
}
