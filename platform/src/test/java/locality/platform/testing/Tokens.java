package locality.platform.testing;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.platform.place.Locality;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/// Bearer tokens of the tests' issuer: `Tokens.of("finance").from("00W").in(MANCHESTER)`.
public final class Tokens {

    private static final long AN_HOUR = 3600;

    private final List<String> roles;
    private final @Nullable String organisation;
    private final @Nullable String subject;

    private Tokens(List<String> roles, @Nullable String organisation, @Nullable String subject) {
        this.roles = roles;
        this.organisation = organisation;
        this.subject = subject;
    }

    public static Tokens of(String... roles) {
        return new Tokens(List.of(roles), null, null).from("E08000003");
    }

    /// The organisation the caller acts for; Manchester City Council if not said.
    public Tokens from(String organisation) {
        return new Tokens(roles, organisation, organisation + "-" + String.join("-", roles));
    }

    public Tokens withoutOrganisation() {
        return new Tokens(roles, null, subject);
    }

    public Tokens withoutSubject() {
        return new Tokens(roles, organisation, null);
    }

    public String in(Locality... localities) {
        return issue("locality-suite", AN_HOUR, localities);
    }

    /// A token meant for somebody else.
    public String forAudience(String audience, Locality... localities) {
        return issue(audience, AN_HOUR, localities);
    }

    /// A token whose time has passed.
    public String expired(Locality... localities) {
        return issue("locality-suite", -AN_HOUR, localities);
    }

    private String issue(String audience, long secondsToLive, Locality... localities) {
        var claims =
                new HashMap<String, Object>(
                        Map.of(
                                "localities",
                                Arrays.stream(localities).map(Locality::code).toList(),
                                "groups",
                                roles));
        if (organisation != null) {
            claims.put("organisation", organisation);
        }
        return Infrastructure.get()
                .issuer()
                .issueToken(
                        Infrastructure.ISSUER,
                        "locality-suite",
                        new DefaultOAuth2TokenCallback(
                                Infrastructure.ISSUER,
                                String.valueOf(subject),
                                "JWT",
                                List.of(audience),
                                claims,
                                secondsToLive) {
                            @Override
                            public @Nullable String subject(TokenRequest request) {
                                return subject;
                            }
                        })
                .serialize();
    }

    /// Every role there is.
    public static Set<String> roles() {
        return Set.of(
                "finance",
                "governance",
                "programme",
                "analyst",
                "viewer",
                "gm-observer",
                "auditor",
                "platform");
    }
}
