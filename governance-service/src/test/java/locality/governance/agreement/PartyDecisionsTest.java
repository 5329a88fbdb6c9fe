package locality.governance.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.decision.ApprovalsInEffect.InEffect;
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
                new InEffect(
                        UUID.randomUUID(),
                        "GM-JC/3",
                        "MCR-S75/1",
                        UUID.randomUUID(),
                        "Joint committee",
                        List.of(AnAgreement.CCG),
                        decided,
                        LocalDate.of(2015, 3, 1),
                        LocalDate.of(2015, 3, 1),
                        null);

        assertThat(PartyDecisions.isFor(agreement, decision)).isEqualTo(counts);
    }
}
