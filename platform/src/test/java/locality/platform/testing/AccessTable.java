package locality.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/// The declared table of who may call what (`deploy/docs/access.csv`), and the walk over every cell
/// of it: role x endpoint x locality. `deploy/docs/access.md` says what its columns mean.
///
/// The walk acts on things of Manchester, with tokens of Manchester, of Rochdale and of no place at
/// all. An endpoint's refusals come first, so that the command itself changes nothing before them.
public final class AccessTable {

    private static final Path FILE = Path.of("../deploy/docs/access.csv");
    private static final String MANCHESTER = Locality.MANCHESTER.code();
    private static final Set<String> SEE_EVERY_PLACE = Set.of("gm-observer", "auditor", "platform");
    private static final Set<String> PLACES = Set.of("hidden", "own", "filtered", "none");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern OF_MANCHESTER =
            Pattern.compile(
                    "\"(locality|place)\"\\s*:\\s*\"%1$s\"|\"%1$s\"\\s*:".formatted(MANCHESTER));

    /// One line of the table.
    ///
    /// @param roles who may call it; `public` for everybody, `signed-in` for every token
    /// @param place what a caller of another locality meets: `hidden`, `own`, `filtered`, `none`
    record Line(String service, String method, String path, Set<String> roles, String place) {

        boolean isPublic() {
            return roles.contains("public");
        }

        /// Pages send a stranger to sign in; interfaces only say 401.
        int withoutToken() {
            return path.startsWith("/api/") ? 401 : 302;
        }

        Set<String> admitted() {
            return roles.contains("signed-in") ? Tokens.roles() : roles;
        }

        /// Whether only those may call it who see every place, unless they also write.
        boolean isForThoseWhoSeeEveryPlace() {
            return SEE_EVERY_PLACE.containsAll(admitted());
        }

        String name() {
            return method + " " + path;
        }
    }

    /// What the walk calls the endpoints with: a thing of Manchester for each variable of a path,
    /// and for each command a body that would do.
    public static final class Things {

        private final Map<String, String> names = new HashMap<>();
        private final Map<String, String> values = new HashMap<>();
        private final Map<String, String> bodies = new HashMap<>();
        private final Map<String, String> queries = new HashMap<>();

        /// @param variable as the paths have it between braces
        public Things named(String variable, String idOrReference) {
            names.put(variable, idOrReference);
            return this;
        }

        /// A value for a variable that names nothing of Manchester's: an item's number, a period.
        ///
        /// @param variable its name, or an endpoint and its name where it is only meant there
        public Things with(String variable, String value) {
            values.put(variable, value);
            return this;
        }

        /// @param endpoint as in `POST /api/budget/v1/funds`
        public Things json(String endpoint, String body) {
            bodies.put(endpoint + " application/json", body);
            return this;
        }

        public Things csv(String endpoint, String body) {
            bodies.put(endpoint + " text/csv", body);
            return this;
        }

        public Things query(String endpoint, String query) {
            queries.put(endpoint, "?" + query);
            return this;
        }

        private @Nullable String of(Line line, String variable) {
            var here = values.get(line.name() + " " + variable);
            var anywhere = values.get(variable);
            return here != null ? here : anywhere != null ? anywhere : names.get(variable);
        }
    }

    private record Request(
            String name, String method, String path, @Nullable String type, String body) {}

    private record Answer(int status, String body) {

        boolean isDone() {
            return status >= 200 && status < 400;
        }

        @Override
        public String toString() {
            return status + " " + body.substring(0, Math.min(300, body.length()));
        }
    }

    private final String service;
    private final List<Line> lines;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> forgeries = forgeries();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private AccessTable(String service, List<Line> lines) {
        this.service = service;
        this.lines = lines;
    }

    /// The part of the table that is about one service.
    public static AccessTable of(String service) {
        try {
            var lines =
                    Csv.read(
                                    Files.readString(FILE),
                                    List.of("service", "method", "path", "roles", "place"),
                                    List.of())
                            .map(AccessTable::line);
            return new AccessTable(
                    service, lines.stream().filter(one -> one.service.equals(service)).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The table names exactly the endpoints that the code serves, with exactly the roles that the
    /// code declares.
    public void namesEveryEndpoint() {
        var served =
                Endpoints.served().stream()
                        .map(one -> one.name() + " for " + new TreeSet<>(one.roles()))
                        .collect(Collectors.toCollection(TreeSet::new));
        var declared =
                lines.stream()
                        .map(line -> line.name() + " for " + new TreeSet<>(line.roles()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared)
                .as("deploy/docs/access.csv names every endpoint of %s, and no other", service)
                .isEqualTo(served);
    }

    /// Every endpoint with each role in each place, with no token, and with each kind of forged
    /// one.
    public void holdsInEveryCell(Things manchesters) {
        var served =
                Endpoints.served().stream()
                        .collect(Collectors.groupingBy(Endpoints.Endpoint::name));
        var softly = new SoftAssertions();
        for (var line : lines) {
            var endpoints = served.getOrDefault(line.name(), List.of());
            for (var request : requests(line, endpoints, manchesters)) {
                if (line.isPublic()) {
                    expect(softly, request, "no token", send(request, null), Answer::isDone);
                    continue;
                }
                refusesStrangers(softly, line, request);
                refusesOtherRoles(softly, line, request);
                tellsOtherPlacesNothing(softly, line, request, manchesters);
                admitsItsOwn(softly, line, request);
            }
            endpoints.stream()
                    .flatMap(endpoint -> endpoint.placeFilters().stream())
                    .distinct()
                    .forEach(filter -> narrowsToNothing(softly, line, filter, manchesters));
        }
        softly.assertAll();
    }

    private void refusesStrangers(SoftAssertions softly, Line line, Request request) {
        expect(
                softly,
                request,
                "no token",
                send(request, null),
                answer -> answer.status == line.withoutToken());
        forgeries.forEach(
                (what, token) ->
                        expect(
                                softly,
                                request,
                                what,
                                send(request, token),
                                answer -> answer.status == 401));
    }

    private void refusesOtherRoles(SoftAssertions softly, Line line, Request request) {
        for (var role : Tokens.roles()) {
            if (!line.admitted().contains(role)) {
                expect(
                        softly,
                        request,
                        role + " of Manchester",
                        send(request, token(role, Locality.MANCHESTER)),
                        answer -> answer.status == 403);
            }
        }
    }

    private void tellsOtherPlacesNothing(
            SoftAssertions softly, Line line, Request request, Things manchesters) {
        if (line.place.equals("none")) {
            return;
        }
        Predicate<Answer> nothing = answer -> tellsNothing(line, answer, manchesters);
        for (var role : line.admitted()) {
            var rochdale = token(role, Locality.ROCHDALE);
            if (line.isForThoseWhoSeeEveryPlace()) {
                var held = role + " finance";
                var token = token(held, Locality.ROCHDALE);
                expect(softly, request, held + " of Rochdale", send(request, token), nothing);
            }
            if (SEE_EVERY_PLACE.contains(role)) {
                if (line.method.equals("GET")) {
                    expect(
                            softly,
                            request,
                            role + " of Rochdale",
                            send(request, rochdale),
                            Answer::isDone);
                }
                continue;
            }
            expect(softly, request, role + " of Rochdale", send(request, rochdale), nothing);
            expect(softly, request, role + " of no place", send(request, token(role)), nothing);
        }
    }

    private static boolean tellsNothing(Line line, Answer answer, Things manchesters) {
        return switch (line.place) {
            case "own" -> answer.status == 404;
            case "hidden" -> answer.status == 404 && !answer.body.contains(MANCHESTER);
            default ->
                    answer.status == 200
                            && !OF_MANCHESTER.matcher(answer.body).find()
                            && manchesters.names.values().stream()
                                    .noneMatch(name -> answer.body.contains('"' + name + '"'));
        };
    }

    private void admitsItsOwn(SoftAssertions softly, Line line, Request request) {
        for (var role : line.admitted()) {
            expect(
                    softly,
                    request,
                    role + " of Manchester",
                    send(request, token(role, Locality.MANCHESTER)),
                    answer ->
                            answer.isDone()
                                    || !line.method.equals("GET") && isRefusal(answer.status)
                                    || mayLack(line) && answer.status == 404);
        }
        if (line.place.equals("filtered") && !line.isForThoseWhoSeeEveryPlace()) {
            var role =
                    line.admitted().stream()
                            .filter(one -> !SEE_EVERY_PLACE.contains(one))
                            .findFirst()
                            .orElseThrow();
            await(request.name + " shows Manchester what it hides from others")
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    !send(request, token(role, Locality.MANCHESTER))
                                            .body
                                            .equals(send(request, token(role)).body));
        }
    }

    /// Whether there need not be one in Manchester: what belongs to no place, or what is there only
    /// when something went wrong.
    private static boolean mayLack(Line line) {
        return line.place.equals("none") || line.isForThoseWhoSeeEveryPlace();
    }

    /// Rules may refuse a command; they do so only to those who may give it.
    private static boolean isRefusal(int status) {
        return status == 409 || status == 422;
    }

    private void narrowsToNothing(
            SoftAssertions softly, Line line, String filter, Things manchesters) {
        if (!line.place.equals("filtered")) {
            return;
        }
        var path = line.path + "?" + filter + "=" + MANCHESTER;
        var request = new Request(line.name() + " by " + filter, line.method, path, null, "");
        for (var role : line.admitted()) {
            if (!SEE_EVERY_PLACE.contains(role)) {
                expect(
                        softly,
                        request,
                        role + " of Rochdale",
                        send(request, token(role, Locality.ROCHDALE)),
                        answer ->
                                tellsNothing(line, answer, manchesters)
                                        && (!filter.equals("locality") || hasNoItems(answer)));
            }
        }
    }

    private static boolean hasNoItems(Answer answer) {
        return JsonPath.from(answer.body).getList("items").isEmpty();
    }

    private static void expect(
            SoftAssertions softly,
            Request request,
            String who,
            Answer answer,
            Predicate<Answer> expected) {
        softly.assertThat(expected.test(answer))
                .as("%s with %s: %s", request.name, who, answer)
                .isTrue();
    }

    /// One request for each media type that the endpoint takes.
    private static List<Request> requests(
            Line line, List<Endpoints.Endpoint> endpoints, Things things) {
        var path = filled(line, things) + things.queries.getOrDefault(line.name(), "");
        var types = endpoints.stream().flatMap(one -> one.consumes().stream()).distinct().toList();
        if (types.isEmpty()) {
            return List.of(new Request(line.name(), line.method, path, null, ""));
        }
        return types.stream()
                .map(
                        type -> {
                            var name = line.name() + " " + type;
                            var body = things.bodies.getOrDefault(name, "{}");
                            return new Request(name, line.method, path, type, body);
                        })
                .toList();
    }

    private static String filled(Line line, Things things) {
        return VARIABLE.matcher(line.path)
                .replaceAll(
                        variable -> {
                            var name = things.of(line, variable.group(1));
                            if (name == null && !mayLack(line)) {
                                throw new IllegalArgumentException(
                                        "%s needs a %s of Manchester"
                                                .formatted(line.name(), variable.group()));
                            }
                            return name == null ? UUID.randomUUID().toString() : name;
                        });
    }

    private Answer send(Request asked, @Nullable String token) {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "%s:%d%s"
                                                .formatted(
                                                        RestAssured.baseURI,
                                                        RestAssured.port,
                                                        asked.path)))
                        .header("Idempotency-Key", UUID.randomUUID().toString());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (asked.type == null) {
            request.GET();
        } else {
            request.header("Content-Type", asked.type)
                    .method(asked.method, HttpRequest.BodyPublishers.ofString(asked.body));
        }
        try {
            return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(asked.name, failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    /// A stream of events stays open: that it began is the answer.
    private static Answer answer(HttpResponse<java.io.InputStream> response) throws IOException {
        try (var body = response.body()) {
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    type.startsWith("text/event-stream")
                            ? ""
                            : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// @param role one, or several with spaces between
    private String token(String role, Locality... places) {
        return tokens.computeIfAbsent(
                role + List.of(places), _ -> Tokens.of(role.split(" ")).from("TST").in(places));
    }

    private static Map<String, String> forgeries() {
        return Map.of(
                "a signature by another key", signedBySomebodyElse(),
                "a signature by the public key as a shared secret", symmetric(),
                "no algorithm at all", unsigned(),
                "another issuer", Tokens.of("finance").byIssuer("another", Locality.MANCHESTER),
                "another audience", Tokens.of("finance").forAudience("other", Locality.MANCHESTER),
                "an expired token", Tokens.of("finance").expired(Locality.MANCHESTER));
    }

    private static String signedBySomebodyElse() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var jwt = new SignedJWT(header(JWSAlgorithm.RS256), good().getJWTClaimsSet());
            jwt.sign(new RSASSASigner(generator.generateKeyPair().getPrivate()));
            return jwt.serialize();
        } catch (JOSEException | NoSuchAlgorithmException | ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String symmetric() {
        try {
            var jwt = new SignedJWT(header(JWSAlgorithm.HS256), good().getJWTClaimsSet());
            jwt.sign(new MACSigner(Tokens.publicKey().getEncoded()));
            return jwt.serialize();
        } catch (JOSEException | ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String unsigned() {
        try {
            return new PlainJWT(good().getJWTClaimsSet()).serialize();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Names the key of the issuer, so that it is found and must itself refuse the signature.
    private static JWSHeader header(JWSAlgorithm algorithm) throws ParseException {
        return new JWSHeader.Builder(algorithm).keyID(good().getHeader().getKeyID()).build();
    }

    /// A good token, whose claims are to be signed by the wrong hand.
    private static SignedJWT good() throws ParseException {
        return SignedJWT.parse(Tokens.of("finance").in(Locality.MANCHESTER));
    }

    private static Line line(Csv.Row row) {
        var roles = Set.of(row.required("roles").split(" "));
        var place = row.required("place");
        if (!PLACES.contains(place)) {
            throw new IllegalArgumentException(place + " is not one of " + PLACES);
        }
        return new Line(
                row.required("service"),
                row.required("method"),
                row.required("path"),
                roles.contains("all") ? Tokens.roles() : roles,
                place);
    }
}
