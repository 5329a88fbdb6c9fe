package locality.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/// The declared table of who may call what (`deploy/docs/access.csv`), and the walk over every cell
/// of it: role x endpoint x locality.
///
/// Columns: `service,method,path,roles,place`. `roles` lists the roles with spaces between, or is
/// `all` or `public`. `place` says what a caller of another locality meets: `hidden` (404),
/// `filtered` (a list without it), `own` (the request names the locality itself; 404), `none` (it
/// belongs to no locality).
public final class AccessTable {

    private static final Path FILE = Path.of("../deploy/docs/access.csv");
    private static final RestAssuredConfig SENDS_CSV =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("text/csv", ContentType.TEXT));
    private static final PrivateKey STRANGER = strangersKey();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /// One line of the table.
    public record Endpoint(String method, String path, Set<String> roles, String place) {

        boolean isPublic() {
            return roles.contains("public");
        }

        private String name() {
            return method + " " + path;
        }
    }

    /// A thing of Manchester for an endpoint: its path filled in, and a body that would do.
    public record Example(String path, @Nullable String body, String contentType) {

        public static Example of(String path) {
            return new Example(path, null, "application/json");
        }

        public static Example of(String path, String json) {
            return new Example(path, json, "application/json");
        }

        public static Example csv(String path, String csv) {
            return new Example(path, csv, "text/csv");
        }
    }

    private final String service;
    private final List<Endpoint> endpoints;

    private AccessTable(String service, List<Endpoint> endpoints) {
        this.service = service;
        this.endpoints = endpoints;
    }

    public static AccessTable of(String service) {
        try {
            var csv =
                    Csv.read(
                            Files.readString(FILE),
                            List.of("service", "method", "path", "roles", "place"),
                            List.of());
            return new AccessTable(
                    service,
                    csv.map(AccessTable::endpoint).stream()
                            .filter(e -> e.path().startsWith("/api/" + service + "/"))
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The table names exactly the endpoints that the service's OpenAPI document names.
    public void namesEveryEndpoint() {
        JsonPath document =
                given().queryParam("format", "json")
                        .get("/api/%s/v1/openapi".formatted(service))
                        .jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        var served = new TreeSet<String>();
        paths.forEach(
                (path, operations) ->
                        operations.keySet().stream()
                                .filter(
                                        key ->
                                                Set.of("get", "post", "put", "patch", "delete")
                                                        .contains(key))
                                .forEach(
                                        verb ->
                                                served.add(
                                                        verb.toUpperCase(java.util.Locale.ROOT)
                                                                + " "
                                                                + path)));
        var declared =
                endpoints.stream()
                        .map(Endpoint::name)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared)
                .as("deploy/docs/access.csv names every endpoint of %s, and no other", service)
                .isEqualTo(served);
    }

    /// Every endpoint with every role, with no token, and with each kind of forged token.
    public void admitsTheDeclaredRolesAndNobodyElse() {
        var softly = new SoftAssertions();
        for (var endpoint : endpoints) {
            var anonymous = call(endpoint, null).statusCode();
            if (endpoint.isPublic()) {
                softly.assertThat(anonymous).as("%s without a token", endpoint).isLessThan(400);
                continue;
            }
            softly.assertThat(anonymous).as("%s without a token", endpoint).isEqualTo(401);
            forgeries()
                    .forEach(
                            (what, token) ->
                                    softly.assertThat(call(endpoint, token).statusCode())
                                            .as("%s with %s", endpoint, what)
                                            .isEqualTo(401));
            for (var role : Tokens.roles()) {
                var status = call(endpoint, Tokens.of(role).in(Locality.MANCHESTER)).statusCode();
                if (endpoint.roles().contains(role)) {
                    softly.assertThat(status).as("%s as %s", endpoint, role).isNotIn(401, 403, 500);
                } else {
                    softly.assertThat(status).as("%s as %s", endpoint, role).isEqualTo(403);
                }
            }
        }
        softly.assertAll();
    }

    /// Every endpoint, on a thing of Manchester, with a token of Rochdale.
    ///
    /// @param examples by endpoint, as in `GET /api/budget/v1/funds/{id}`; one for each endpoint
    ///   whose place is not `none`
    public void hidesWhatBelongsToAnotherLocality(Map<String, Example> examples) {
        var softly = new SoftAssertions();
        for (var endpoint : endpoints) {
            if (endpoint.place().equals("none")) {
                continue;
            }
            var example = examples.get(endpoint.name());
            softly.assertThat(example).as("an example for %s", endpoint.name()).isNotNull();
            if (example == null) {
                continue;
            }
            var role =
                    endpoint.roles().stream()
                            .filter(r -> !Set.of("gm-observer", "auditor", "platform").contains(r))
                            .sorted()
                            .findFirst();
            if (role.isEmpty()) {
                continue;
            }
            var ours = send(endpoint, example, Tokens.of(role.get()).in(Locality.MANCHESTER));
            var theirs = send(endpoint, example, Tokens.of(role.get()).in(Locality.ROCHDALE));
            if (endpoint.place().equals("filtered")) {
                softly.assertThat(theirs.statusCode()).as(endpoint.name()).isEqualTo(200);
                softly.assertThat(theirs.asString())
                        .as("%s tells Rochdale nothing of Manchester", endpoint.name())
                        .doesNotContain(Locality.MANCHESTER.code());
            } else {
                softly.assertThat(theirs.statusCode())
                        .as("%s hides from Rochdale: %s", endpoint.name(), theirs.asString())
                        .isEqualTo(404);
            }
            softly.assertThat(ours.statusCode())
                    .as("%s shows Manchester its own: %s", endpoint.name(), ours.asString())
                    .isNotEqualTo(404);
        }
        softly.assertAll();
    }

    private static Response call(Endpoint endpoint, @Nullable String token) {
        var path = VARIABLE.matcher(endpoint.path()).replaceAll(UUID.randomUUID().toString());
        return send(endpoint, new Example(path, null, "application/json"), token);
    }

    private static Response send(Endpoint endpoint, Example example, @Nullable String token) {
        RequestSpecification request =
                given().config(SENDS_CSV)
                        .redirects()
                        .follow(false)
                        .header("Idempotency-Key", UUID.randomUUID());
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (!endpoint.method().equals("GET")) {
            var body = example.body();
            request.contentType(example.contentType()).body(body == null ? "{}" : body);
        }
        return request.request(endpoint.method(), example.path());
    }

    private static Map<String, String> forgeries() {
        return Map.of(
                "another issuer's signature", signedBySomebodyElse(),
                "a symmetric algorithm", symmetric(),
                "no algorithm at all", unsigned(),
                "another audience", Tokens.of("finance").forAudience("other", Locality.MANCHESTER),
                "an expired token", Tokens.of("finance").expired(Locality.MANCHESTER));
    }

    private static String signedBySomebodyElse() {
        try {
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims());
            jwt.sign(new RSASSASigner(STRANGER));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey strangersKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String symmetric() {
        try {
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
            jwt.sign(new MACSigner(new byte[32]));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String unsigned() {
        return new PlainJWT(claims()).serialize();
    }

    /// The claims of a good token, to be signed by the wrong hand.
    private static JWTClaimsSet claims() {
        try {
            return SignedJWT.parse(Tokens.of("finance").in(Locality.MANCHESTER)).getJWTClaimsSet();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Endpoint endpoint(Csv.Row row) {
        var roles = Set.copyOf(Arrays.asList(row.required("roles").split(" ")));
        return new Endpoint(
                row.required("method"),
                row.required("path"),
                roles.contains("all") ? Tokens.roles() : roles,
                row.required("place"));
    }
}
