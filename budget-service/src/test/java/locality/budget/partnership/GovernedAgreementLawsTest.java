package locality.budget.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.place.Locality;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;

@Tag("B5")
class GovernedAgreementLawsTest {

    private static final Tellings ANY = Tellings.of("OLD-S75", Locality.OLDHAM);
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 60;

    /// A version becomes something so many days after what was told before.
    ///
    /// @param begins days from the first day on which it is meant to hold
    record Step(int version, String state, int later, int begins) {}

    /// What is told changes no day before it takes effect; only what is signed late reaches back,
    /// to the day it is meant to hold from.
    @Property
    void whatIsToldLaterLeavesEarlierDaysAsTheyWere(@ForAll("histories") List<Step> history) {
        var told = new ArrayList<AgreementChanged>();
        var on = FIRST;
        for (var step : history) {
            var before = ANY.known(List.copyOf(told));
            on = on.plusDays(step.later);
            var next = ANY.version(step.version, step.state, on, begins(step), null);
            told.add(next);
            var after = ANY.known(List.copyOf(told));
            var touched = begins(step).isBefore(on) ? begins(step) : on;
            for (var day = FIRST; day.isBefore(touched); day = day.plusDays(1)) {
                assertThat(version(after, day)).isEqualTo(version(before, day));
            }
        }
    }

    /// Retrospective are the days before the signature, and no other.
    @Property
    void isRetrospectiveOnlyBeforeItWasSigned(@ForAll("histories") List<Step> history) {
        var told = new ArrayList<AgreementChanged>();
        var on = FIRST;
        for (var step : history) {
            on = on.plusDays(step.later);
            told.add(ANY.version(step.version, step.state, on, begins(step), null));
        }
        var agreement = ANY.known(told);
        for (int i = 0; i < DAYS; i++) {
            var day = FIRST.plusDays(i);
            agreement
                    .inForceOn(day)
                    .ifPresent(
                            standing -> {
                                assertThat(standing.retrospective())
                                        .isEqualTo(day.isBefore(standing.signedOn()));
                                assertThat(day).isAfterOrEqualTo(standing.beginsOn());
                            });
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var step =
                Combinators.combine(
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.of(
                                        "DRAFT",
                                        "FOR_RATIFICATION",
                                        "RATIFIED",
                                        "IN_FORCE",
                                        "EXPIRED",
                                        "TERMINATED",
                                        "SUPERSEDED"),
                                Arbitraries.integers().between(0, 7),
                                Arbitraries.integers().between(0, DAYS))
                        .as(Step::new);
        return step.list().ofMaxSize(8);
    }

    private static LocalDate begins(Step step) {
        return FIRST.plusDays(step.begins);
    }

    private static int version(GovernedAgreement agreement, LocalDate day) {
        return agreement.inForceOn(day).map(Standing::agreementVersion).orElse(0);
    }
}
