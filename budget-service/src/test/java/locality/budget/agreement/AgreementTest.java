package locality.budget.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B5")
class AgreementTest {

    private static final LocalDate APRIL_2014 = LocalDate.of(2014, 4, 1);
    private static final LocalDate APRIL_2015 = LocalDate.of(2015, 4, 1);

    @Test
    void hasOneBasisOnAnyDayAndKeepsWhatHeldBefore() {
        var agreement = anAgreement();
        agreement.begin(Basis.SHADOW, APRIL_2014);

        var changed = agreement.change(Basis.POOLED, APRIL_2015, Provenance.illustrative());

        assertThat(changed.agreementVersion()).isEqualTo(2);
        assertThat(agreement.basisOn(APRIL_2014.minusDays(1))).isEmpty();
        assertThat(agreement.basisOn(APRIL_2015.minusDays(1))).contains(Basis.SHADOW);
        assertThat(agreement.basisOn(APRIL_2015)).contains(Basis.POOLED);
    }

    @Test
    void changesItsBasisOnlyAtTheStartOfAPeriodAndOnlyForwards() {
        var agreement = anAgreement();
        agreement.begin(Basis.SHADOW, APRIL_2015);

        assertThatThrownBy(
                        () ->
                                agreement.change(
                                        Basis.POOLED,
                                        APRIL_2015.plusDays(9),
                                        Provenance.illustrative()))
                .isInstanceOf(AgreementRefusal.NotAPeriodBoundary.class);
        assertThatThrownBy(
                        () -> agreement.change(Basis.POOLED, APRIL_2014, Provenance.illustrative()))
                .isInstanceOf(AgreementRefusal.NotAfterTheLast.class);
    }

    @Test
    void poolsOnlyUnderSection75WithAManagerOfTheFund() {
        var agreement = anAgreement();
        assertThat(agreement.mayPool()).isTrue();

        agreement.managerPost = null;
        assertThat(agreement.mayPool()).isFalse();

        agreement.managerPost = "Chief finance officer";
        agreement.legalPowers = List.of("S256");
        assertThat(agreement.mayPool()).isFalse();
    }

    private static Agreement anAgreement() {
        var agreement = new Agreement();
        agreement.id = Ids.next();
        agreement.reference = "ROC-S75";
        agreement.name = "Section 75 agreement";
        agreement.locality = Locality.ROCHDALE;
        agreement.legalPowers = List.of("S75");
        agreement.host = "E08000005";
        agreement.managerPost = "Chief finance officer";
        agreement.managerEmployer = "01D";
        agreement.provenance = Provenance.illustrative();
        return agreement;
    }
}
