package locality.platform.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OrganisationsTest {

    private static final LocalDate MAY_2014 = LocalDate.of(2014, 5, 14);
    private static final LocalDate MAY_2018 = LocalDate.of(2018, 5, 14);

    @Test
    void everyLocalityHasItsCouncilUnderItsOwnCode() {
        for (var locality : Locality.theTen()) {
            assertThat(Organisations.find(locality.code()))
                    .hasValueSatisfying(
                            council -> {
                                assertThat(council.kind()).isEqualTo(Organisation.Kind.COUNCIL);
                                assertThat(council.locality()).isEqualTo(locality);
                            });
        }
    }

    @Test
    void manchesterHadThreeCommissionersOfTheNhsBeforeItHadOne() {
        assertThat(Organisations.in(Locality.MANCHESTER, MAY_2014))
                .extracting(Organisation::code)
                .contains("00W", "01M", "01N")
                .doesNotContain("14L");
        assertThat(Organisations.in(Locality.MANCHESTER, MAY_2018))
                .extracting(Organisation::code)
                .contains("14L")
                .doesNotContain("00W", "01M", "01N");
        assertThat(Organisations.predecessorsOf("14L")).containsExactly("00W", "01M", "01N");
    }

    @Test
    void twoTrustsMergedIntoOne() {
        assertThat(Organisations.predecessorsOf("R0A")).contains("RW3", "RM2");
        assertThat(Organisations.in(Locality.MANCHESTER, MAY_2018))
                .extracting(Organisation::code)
                .contains("R0A")
                .doesNotContain("RW3", "RM2");
    }

    @Test
    void whoeverEndsHasSuccessorsThatAreThereTheDayAfter() {
        for (var ended : Organisations.all()) {
            var until = ended.until();
            assertThat(ended.successors().isEmpty()).as(ended.code()).isEqualTo(until == null);
            ended.successors()
                    .forEach(
                            code ->
                                    assertThat(Organisations.find(code).orElseThrow())
                                            .as("%s after %s", code, ended.code())
                                            .matches(
                                                    next ->
                                                            next.existsOn(
                                                                    Objects.requireNonNull(until)
                                                                            .plusDays(1))));
        }
    }

    @Test
    void nobodyEndsBeforeBeginning() {
        assertThat(Organisations.all())
                .allMatch(
                        one ->
                                one.from() == null
                                        || one.until() == null
                                        || one.from().isBefore(one.until()));
    }
}
