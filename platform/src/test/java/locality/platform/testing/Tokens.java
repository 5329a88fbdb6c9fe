package locality.platform.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.platform.place.Locality;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/// Bearer tokens of the tests' issuer: `Tokens.of("finance").from("00W").in(MANCHESTER)`.
public final class Tokens {

    private static final long AN_HOUR = 3600;

    private final List<String> roles;
    private final String organisation;

    private Tokens(List<String> roles, String organisation) {
        this.roles = roles;
        this.organisation = organisation;
    }

    public static Tokens of(String... roles) {
        return new Tokens(List.of(roles), "E08000003");
    }

    /// The organisation the caller acts for; Manchester City Council if not said.
    public Tokens from(String organisation) {
        return new Tokens(roles, organisation);
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
                Map.of(
                        "organisation", organisation,
                        "localities", Arrays.stream(localities).map(Locality::code).toList(),
                        "groups", roles);
        var subject = organisation + "-" + String.join("-", roles);
        return Infrastructure.get()
                .issuer()
                .issueToken(
                        Infrastructure.ISSUER,
                        "locality-suite",
                        new DefaultOAuth2TokenCallback(
                                Infrastructure.ISSUER,
                                subject,
                                "JWT",
                                List.of(audience),
                                claims,
                                secondsToLive))
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
