package locality.budget.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.budget.partnership.GovernedAgreement;
import locality.budget.partnership.Tellings;
import locality.platform.event.BudgetEvent.AgreementTermsSet;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;

/// The agreement of Rochdale as its terms are tried out, and what governance told of it.
final class RochdaleTerms {

    static final LocalDate APRIL_2018 = LocalDate.of(2018, 4, 1);
    static final LocalDate APRIL_2019 = LocalDate.of(2019, 4, 1);
    static final Instant NOON = Instant.parse("2019-03-01T12:00:00Z");
    static final FundManager MANAGER = new FundManager("Chief finance officer", "01D", null);
    static final Tellings ROCHDALE = Tellings.of("ROC-S75", Locality.ROCHDALE);
    static final GovernedAgreement SIGNED = ROCHDALE.known(ROCHDALE.inForce(1, "2018-04-01"));
    static final GovernedAgreement NOTHING_TOLD = ROCHDALE.known();

    private RochdaleTerms() {}

    static AgreementTermsSet set(Agreement agreement, Basis basis, LocalDate startsOn) {
        return agreement.terms.isEmpty()
                ? agreement.set(terms(basis, List.of("S75"), MANAGER), SIGNED, null)
                : agreement.set(
                        agreement.lastTerms().on(basis, startsOn, 1, any(), NOON), SIGNED, null);
    }

    static AgreementTerms terms(Basis basis, List<String> powers, @Nullable FundManager manager) {
        return new AgreementTerms(
                Ids.next(),
                1,
                1,
                APRIL_2018,
                powers,
                "E08000005",
                manager,
                basis,
                null,
                null,
                any(),
                NOON);
    }

    static Provenance any() {
        return Provenance.illustrative();
    }

    static Agreement anAgreement() {
        var agreement = new Agreement();
        agreement.id = Ids.next();
        agreement.reference = "ROC-S75";
        agreement.name = "Section 75 agreement";
        agreement.locality = Locality.ROCHDALE;
        agreement.provenance = any();
        return agreement;
    }

    static void assertRefused(Runnable asked, String code, Map<String, Object> operands) {
        assertThatThrownBy(asked::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.operands()).containsAllEntriesOf(operands);
                        });
    }
}
