package locality.platform.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisteredOrganisationsTest {

    private static final Set<Locality> TEN =
            EnumSet.complementOf(EnumSet.of(Locality.GREATER_MANCHESTER));

    @Test
    void everyLocalityHasItsCouncilUnderItsOwnCode() {
        for (var locality : TEN) {
            assertThat(RegisteredOrganisations.find(locality.code()))
                    .hasValueSatisfying(
                            council -> {
                                assertThat(council.kind())
                                        .isEqualTo(RegisteredOrganisation.Kind.COUNCIL);
                                assertThat(council.locality()).isEqualTo(locality);
                            });
        }
    }

    @Test
    void whoeverMergesNamesItsSuccessor() {
        assertThat(RegisteredOrganisations.all())
                .filteredOn(one -> one.successors().contains("14L"))
                .extracting(RegisteredOrganisation::code)
                .containsExactly("00W", "01M", "01N");
        assertThat(RegisteredOrganisations.all())
                .filteredOn(one -> one.successors().contains("R0A"))
                .extracting(RegisteredOrganisation::code)
                .contains("RW3", "RM2");
    }

    @Test
    void whoeverEndsHasSuccessorsThatAreThereTheDayAfter() {
        for (var ended : RegisteredOrganisations.all()) {
            var until = ended.until();
            assertThat(ended.successors().isEmpty()).as(ended.code()).isEqualTo(until == null);
            ended.successors()
                    .forEach(
                            code ->
                                    assertThat(RegisteredOrganisations.find(code).orElseThrow())
                                            .as("%s after %s", code, ended.code())
                                            .matches(next -> existsAfter(next, until)));
        }
    }

    @Test
    void nobodyEndsBeforeBeginning() {
        assertThat(RegisteredOrganisations.all())
                .allMatch(
                        one ->
                                one.from() == null
                                        || one.until() == null
                                        || one.from().isBefore(one.until()));
    }

    private static boolean existsAfter(RegisteredOrganisation next, @Nullable LocalDate until) {
        var day = Objects.requireNonNull(until).plusDays(1);
        return (next.from() == null || !day.isBefore(next.from()))
                && (next.until() == null || !day.isAfter(next.until()));
    }
}
