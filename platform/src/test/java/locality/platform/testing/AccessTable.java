package locality.platform.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import locality.platform.testing.AccessRequest.Answer;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/// The declared table of who may call what (`deploy/docs/access.csv`), and the walk over every cell
/// of it: role x endpoint x locality. `deploy/docs/access.md` says what its columns mean.
///
/// The walk acts on things of Manchester, with tokens of Manchester, of Rochdale and of no place at
/// all. An endpoint's refusals come first, so that the command itself changes nothing before them.
public final class AccessTable {

    private static final String MANCHESTER = Locality.MANCHESTER.code();
    private static final int CALLERS = 8;
    private static final Pattern OF_MANCHESTER =
            Pattern.compile(
                    "\"(locality|place)\"\\s*:\\s*\"%1$s\"|\"%1$s\"\\s*:".formatted(MANCHESTER));

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

        /// What a variable was named, for whatever else is to be about the same thing.
        public String thing(String variable) {
            return requireNonNull(names.get(variable), variable);
        }

        @Nullable String of(AccessLine line, String variable) {
            var here = values.get(line.name() + " " + variable);
            var anywhere = values.get(variable);
            return here != null ? here : anywhere != null ? anywhere : names.get(variable);
        }

        /// @param request an endpoint, and the media type it is sent
        String body(String request) {
            return bodies.getOrDefault(request, "{}");
        }

        String query(AccessLine line) {
            return queries.getOrDefault(line.name(), "");
        }
    }

    private final String service;
    private final List<AccessLine> lines;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> forgeries = ForgedTokens.all();

    private AccessTable(String service, List<AccessLine> lines) {
        this.service = service;
        this.lines = lines;
    }

    /// The part of the table that is about one service.
    public static AccessTable of(String service) {
        return new AccessTable(service, AccessLine.of(service));
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
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (var line : lines) {
                var endpoints = served.getOrDefault(line.name(), List.of());
                for (var request : AccessRequest.of(line, endpoints, manchesters)) {
                    if (line.isPublic()) {
                        expect(softly, request, "no token", request.send(null), Answer::isDone);
                        continue;
                    }
                    atOnce(softly, callers, refusals(line, request, manchesters));
                    admitsItsOwn(softly, line, request);
                }
                endpoints.stream()
                        .flatMap(endpoint -> endpoint.placeFilters().stream())
                        .distinct()
                        .forEach(filter -> narrowsToNothing(softly, line, filter, manchesters));
            }
        }
        softly.assertAll();
    }

    /// A request with a token, and what it is to be answered.
    private record Cell(
            AccessRequest request,
            String who,
            @Nullable String token,
            Predicate<Answer> expected) {}

    /// What changes nothing may be asked by several at a time.
    private static void atOnce(SoftAssertions softly, ExecutorService callers, List<Cell> cells) {
        var answers =
                cells.stream()
                        .map(cell -> callers.submit(() -> cell.request.send(cell.token)))
                        .toList();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            expect(softly, cell.request, cell.who, answered(answers.get(i)), cell.expected);
        }
    }

    private static Answer answered(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private List<Cell> refusals(AccessLine line, AccessRequest request, Things manchesters) {
        return Stream.of(
                        strangers(line, request),
                        otherRoles(line, request),
                        otherPlaces(line, request, manchesters))
                .flatMap(cells -> cells)
                .toList();
    }

    private Stream<Cell> strangers(AccessLine line, AccessRequest request) {
        return Stream.concat(
                Stream.of(
                        new Cell(
                                request,
                                "no token",
                                null,
                                answer -> answer.status() == line.withoutToken())),
                forgeries.entrySet().stream()
                        .map(
                                forged ->
                                        new Cell(
                                                request,
                                                forged.getKey(),
                                                forged.getValue(),
                                                answer -> answer.status() == 401)));
    }

    private Stream<Cell> otherRoles(AccessLine line, AccessRequest request) {
        return Tokens.roles().stream()
                .filter(role -> !line.admitted().contains(role))
                .map(
                        role ->
                                new Cell(
                                        request,
                                        role + " of Manchester",
                                        token(role, Locality.MANCHESTER),
                                        answer -> answer.status() == 403));
    }

    private Stream<Cell> otherPlaces(AccessLine line, AccessRequest request, Things manchesters) {
        if (line.place().equals("none")) {
            return Stream.of();
        }
        Predicate<Answer> nothing = answer -> tellsNothing(line, answer, manchesters);
        return line.admitted().stream()
                .flatMap(role -> ofOtherPlaces(line, request, role, nothing));
    }

    private Stream<Cell> ofOtherPlaces(
            AccessLine line, AccessRequest request, String role, Predicate<Answer> nothing) {
        var cells = new ArrayList<Cell>();
        if (line.isForThoseWhoSeeEveryPlace()) {
            var held = role + " finance";
            cells.add(
                    new Cell(
                            request,
                            held + " of Rochdale",
                            token(held, Locality.ROCHDALE),
                            nothing));
        }
        var rochdale = token(role, Locality.ROCHDALE);
        if (!AccessLine.seesEveryPlace(role)) {
            cells.add(new Cell(request, role + " of Rochdale", rochdale, nothing));
            cells.add(new Cell(request, role + " of no place", token(role), nothing));
        } else if (line.method().equals("GET")) {
            cells.add(new Cell(request, role + " of Rochdale", rochdale, Answer::isDone));
        }
        return cells.stream();
    }

    private static boolean tellsNothing(AccessLine line, Answer answer, Things manchesters) {
        return switch (line.place()) {
            case "own" -> answer.isNotFound();
            case "hidden" -> answer.status() == 404 && !answer.body().contains(MANCHESTER);
            default ->
                    answer.status() == 200
                            && !OF_MANCHESTER.matcher(answer.body()).find()
                            && manchesters.names.values().stream()
                                    .noneMatch(name -> answer.body().contains('"' + name + '"'));
        };
    }

    private void admitsItsOwn(SoftAssertions softly, AccessLine line, AccessRequest request) {
        for (var role : line.admitted()) {
            expect(
                    softly,
                    request,
                    role + " of Manchester",
                    request.send(token(role, Locality.MANCHESTER)),
                    answer ->
                            answer.isDone()
                                    || !line.method().equals("GET") && isRefusal(answer.status())
                                    || line.mayLack() && answer.status() == 404);
        }
        if (line.place().equals("filtered") && !line.isForThoseWhoSeeEveryPlace()) {
            var role =
                    line.admitted().stream()
                            .filter(one -> !AccessLine.seesEveryPlace(one))
                            .findFirst()
                            .orElseThrow();
            softly.assertThatCode(
                            () ->
                                    await().atMost(Duration.ofSeconds(20))
                                            .until(() -> showsManchesterMore(request, role)))
                    .as(request.name() + " shows Manchester what it hides from others")
                    .doesNotThrowAnyException();
        }
    }

    private boolean showsManchesterMore(AccessRequest request, String role) {
        return !request.send(token(role, Locality.MANCHESTER))
                .body()
                .equals(request.send(token(role)).body());
    }

    /// Rules may refuse a command; they do so only to those who may give it.
    private static boolean isRefusal(int status) {
        return status == 409 || status == 422;
    }

    private void narrowsToNothing(
            SoftAssertions softly, AccessLine line, String filter, Things manchesters) {
        if (!line.place().equals("filtered")) {
            return;
        }
        var path = line.path() + "?" + filter + "=" + MANCHESTER;
        var request =
                new AccessRequest(line.name() + " by " + filter, line.method(), path, null, "");
        for (var role : line.admitted()) {
            if (!AccessLine.seesEveryPlace(role)) {
                expect(
                        softly,
                        request,
                        role + " of Rochdale",
                        request.send(token(role, Locality.ROCHDALE)),
                        answer ->
                                tellsNothing(line, answer, manchesters)
                                        && (!filter.equals("locality") || hasNoItems(answer)));
            }
        }
    }

    private static boolean hasNoItems(Answer answer) {
        return answer.body().startsWith("BEGIN:VCALENDAR")
                ? !answer.body().contains("BEGIN:VEVENT")
                : JsonPath.from(answer.body()).getList("items").isEmpty();
    }

    private static void expect(
            SoftAssertions softly,
            AccessRequest request,
            String who,
            Answer answer,
            Predicate<Answer> expected) {
        softly.assertThat(expected.test(answer))
                .as("%s with %s: %s", request.name(), who, answer)
                .isTrue();
    }

    /// @param role one, or several with spaces between
    private String token(String role, Locality... places) {
        return tokens.computeIfAbsent(
                role + List.of(places), _ -> Tokens.of(role.split(" ")).from("TST").in(places));
    }
}
