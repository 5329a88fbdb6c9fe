package locality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestedClaimsTest {

    @Test
    void actsForTheFirstLocalityUnlessAnOrganisationIsNamed() {
        assertThat(claims(List.of("E08000003", "E08000005"), "")).isEqualTo("E08000003");
        assertThat(claims(List.of("E08000003"), "RYX")).isEqualTo("RYX");
        assertThat(claims(List.of(), "")).isEqualTo(RequestedClaims.GREATER_MANCHESTER);
    }

    private static Object claims(List<String> localities, String organisation) {
        var claims = RequestedClaims.claims(List.of("finance"), localities, organisation);
        assertThat(claims).containsEntry("groups", List.of("finance"));
        return claims.getOrDefault("organisation", "");
    }
}
