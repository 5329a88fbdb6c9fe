package locality.local;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/// Claims as the token request asks for them: form fields `roles` and `localities`, separated by
/// commas, and `organisation`. Someone who logs in on the page chooses them there; who chooses
/// nothing views all ten localities.
final class RequestedClaims implements OAuth2TokenCallback {
    static final String AUDIENCE = "locality-suite";
    static final String GREATER_MANCHESTER = "E47000001";
    private static final Duration LIFETIME = Duration.ofHours(8);

    @Override
    public String issuerId() {
        return Issuer.ID;
    }

    @Override
    public String subject(TokenRequest request) {
        var authentication = request.getClientAuthentication();
        var client =
                authentication instanceof ClientAuthentication known
                        ? known.getClientID()
                        : request.getClientID();
        return client == null ? "nobody" : client.getValue();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        // What is given here would be laid over what was chosen on the login page.
        return GrantType.CLIENT_CREDENTIALS.equals(request.getAuthorizationGrant().getType())
                ? claims(
                        listIn(request, "roles"),
                        listIn(request, "localities"),
                        valueIn(request, "organisation"))
                : Map.of();
    }

    static Map<String, Object> claims(
            List<String> roles, List<String> localities, String organisation) {
        var home = localities.isEmpty() ? GREATER_MANCHESTER : localities.getFirst();
        return Map.of(
                "groups", roles,
                "localities", localities,
                "organisation", organisation.isEmpty() ? home : organisation);
    }

    @Override
    public long tokenExpiry() {
        return LIFETIME.toSeconds();
    }

    private static List<String> listIn(TokenRequest request, String field) {
        return Stream.of(valueIn(request, field).split("[,\\s]+"))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String valueIn(TokenRequest request, String field) {
        var values = request.getCustomParameter(field);
        return values == null || values.isEmpty() ? "" : values.getFirst().strip();
    }
}
