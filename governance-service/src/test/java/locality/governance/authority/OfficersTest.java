package locality.governance.authority;

import static locality.governance.authority.WhoMayDecide.CCG;
import static locality.governance.authority.WhoMayDecide.COUNCIL;
import static locality.governance.authority.WhoMayDecide.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Test;

/// Officers hold what is delegated to them by the same rules as a body does.
class OfficersTest {

    private static final String OFFICERS = "E08000005";

    @Test
    void decideWithinTheirLimit() {
        var scheme = cabinetAndOfficers(Pence.of(100));

        assertThat(finding(scheme, Pence.of(100), COUNCIL).mayDecide()).isTrue();
        assertThat(finding(scheme, Pence.of(100), COUNCIL).chain())
                .extracting(Finding.Link::name)
                .containsExactly("CABINET", "Officers of E08000005");
        assertThat(codes(scheme, Pence.of(101), COUNCIL))
                .containsExactly(AuthorityCode.LIMIT_EXCEEDED);
    }

    @Test
    void doNotDecideOnWhatIsReservedOrAnothersMoney() {
        assertThat(codes(cabinetAndOfficers(null).reserved(), Pence.of(1), COUNCIL))
                .containsExactly(AuthorityCode.RESERVED);
        assertThat(codes(cabinetAndOfficers(null).top("GB", "01D"), Pence.of(1), COUNCIL, CCG))
                .containsExactly(AuthorityCode.OWNER_NOT_COVERED);
    }

    @Test
    void haveNothingBeforeOrAfterTheirDelegation() {
        var expired =
                new ASchemeOfDelegation()
                        .top("CABINET", "E08000005")
                        .grant(
                                "CABINET",
                                "officers of " + OFFICERS,
                                null,
                                false,
                                ASchemeOfDelegation.LONG_AGO,
                                TODAY.minusDays(1));
        var none = new ASchemeOfDelegation().top("CABINET", "E08000005");

        assertThat(codes(expired, Pence.of(1), COUNCIL))
                .containsExactly(AuthorityCode.DELEGATION_EXPIRED);
        assertThat(codes(none, Pence.of(1), COUNCIL)).containsExactly(AuthorityCode.NO_CHAIN);
    }

    @Test
    void haveNothingFromABodyThatWasToKeepIt() {
        var barred =
                new ASchemeOfDelegation()
                        .top("CABINET", "E08000005")
                        .body("BOARD")
                        .grant("CABINET", "BOARD", null, false)
                        .grant("BOARD", "officers of " + OFFICERS, null, false);

        assertThat(codes(barred, Pence.of(1), COUNCIL))
                .containsExactly(AuthorityCode.SUBDELEGATION_BARRED);
    }

    private static ASchemeOfDelegation cabinetAndOfficers(
            @org.jspecify.annotations.Nullable Pence limit) {
        return new ASchemeOfDelegation()
                .top("CABINET", "E08000005")
                .grant("CABINET", "officers of " + OFFICERS, limit, false);
    }

    private static List<AuthorityCode> codes(
            ASchemeOfDelegation scheme, Pence value, Owner... owners) {
        return finding(scheme, value, owners).barriers().stream().map(Barrier::code).toList();
    }

    private static Finding finding(ASchemeOfDelegation scheme, Pence value, Owner... owners) {
        var question =
                new Question(
                        ASchemeOfDelegation.FUNCTION,
                        Locality.ROCHDALE,
                        value,
                        TODAY,
                        Basis.POOLED,
                        Arrays.asList(owners));
        return new Authority(question, scheme.build()).findingForOfficers(OFFICERS);
    }
}
