package locality.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.platform.place.Locality;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
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

    /// A token signed by the issuer's own key that says another issuer made it.
    public String byIssuer(String name, Locality... localities) {
        try {
            var claims =
                    new HashMap<>(SignedJWT.parse(in(localities)).getJWTClaimsSet().getClaims());
            claims.put("iss", Infrastructure.get().issuer().issuerUrl(name).toString());
            return signer().jwt(claims, Duration.ofSeconds(AN_HOUR), Infrastructure.ISSUER)
                    .serialize();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What the issuer publishes for checking its signatures.
    static PublicKey publicKey() throws JOSEException {
        var keys = signer().publicJwkSet(Infrastructure.ISSUER).getKeys();
        return keys.getFirst().toRSAKey().toRSAPublicKey();
    }

    private static OAuth2TokenProvider signer() {
        return Infrastructure.get().issuer().getConfig().getTokenProvider();
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
