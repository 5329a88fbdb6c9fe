package locality.platform.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finance",
                "governance",
                "programme",
                "analyst",
                "viewer",
                "gm-observer",
                "auditor",
                "platform"
            })
    void everyRoleOfTheSuiteReads(String role) {
        assertThat(Reading.withReading(identity(role)).getRoles())
                .containsExactlyInAnyOrder(role, Roles.READER);
    }

    @Test
    void aRoleOfAnotherNameCountsForNothing() {
        assertThat(Reading.withReading(identity("offline_access", "Finance")).getRoles()).isEmpty();
    }

    @Test
    void nobodyReadsByCallingThemselvesAReader() {
        assertThat(Reading.withReading(identity(Roles.READER)).getRoles()).isEmpty();
    }

    @Test
    void whoItIsStaysAsItWas() {
        var identity = identity("viewer");

        var reading = Reading.withReading(identity);

        assertThat(reading.getPrincipal()).isSameAs(identity.getPrincipal());
        assertThat(reading.getAttributes()).isEqualTo(identity.getAttributes());
    }

    private static SecurityIdentity identity(String... roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("somebody"))
                .addAttribute("tenant-id", "pages")
                .addRoles(Set.of(roles))
                .build();
    }
}
