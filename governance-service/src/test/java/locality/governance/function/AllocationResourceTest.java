package locality.governance.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Oldham, June 2021: who does each function now, then how many people, where it goes and at which
/// level it is decided.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AllocationResourceTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Caller secretary = Caller.secretaryOf(Locality.OLDHAM);
    private final int number = NEXT.incrementAndGet();
    private final String whole = "oldham-whole-" + number;
    private final String part = "oldham-part-" + number;
    private final String detail = "oldham-detail-" + number;

    @Inject AgroalDataSource database;

    @BeforeEach
    void recordTheFunctions() {
        record(whole, null);
        record(part, whole);
        record(detail, part);
    }

    @Test
    void functionsMakeATree() {
        secretary
                .get("/functions?under=" + whole)
                .statusCode(200)
                .body("items.code", containsInAnyOrder(part, detail));
        secretary.get("/functions?under=" + detail).body("items", empty());
        secretary.get("/functions?under=gardening").statusCode(404);
        secretary
                .post("/functions/" + whole + "/describe", described(detail))
                .statusCode(422)
                .body("code", equalTo("FUNCTION_PART_OF_ITSELF"))
                .body("function", equalTo(whole))
                .body("parent", equalTo(detail));
        secretary
                .post("/functions/" + whole + "/describe", described(whole))
                .statusCode(422)
                .body("code", equalTo("FUNCTION_PART_OF_ITSELF"));
        secretary
                .post("/functions/" + detail + "/describe", described(whole))
                .statusCode(200)
                .body("parent", equalTo(whole))
                .body("description", equalTo("Described"));
        secretary
                .post("/functions/" + detail + "/describe", described("gardening"))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FUNCTION"));
        assertThat(Told.of(database, detail)).hasSize(2);
    }

    @Test
    @Tag("G50")
    void aDraftIsAgreedAndStartedAndThenCounts() {
        draft(part, "\"reserved\": true, \"arrangement\": \"JOINT\"").statusCode(201);

        secretary.get("/functions/" + part + "?on=2021-06-15").body("places", empty());
        listed("on=2021-06-15&function=" + part).body("items.state", contains("DRAFT"));
        step(part, "start", "2021-06-20")
                .statusCode(409)
                .body("code", equalTo("ALLOCATION_ILLEGAL_STEP"))
                .body("from", equalTo("DRAFT"))
                .body("to", equalTo("IN_FORCE"));
        step(part, "agree", "2021-06-20").statusCode(200);
        step(part, "start", "2021-07-01").statusCode(200);

        secretary.get("/functions/" + part + "?on=2021-06-30").body("places", empty());
        secretary
                .get("/functions/" + part + "?on=2021-07-01")
                .body("places.state", contains("IN_FORCE"))
                .body("places.reserved", contains(true))
                .body("places.draftedOn", contains("2021-06-01"))
                .body("places.agreedOn", contains("2021-06-20"));
        listed("on=2021-06-25&function=" + part).body("items.state", contains("AGREED"));
        step(part, "agree", "2021-07-02")
                .statusCode(409)
                .body("code", equalTo("ALLOCATION_ILLEGAL_STEP"));
        assertThat(Told.of(database, idOf(part)))
                .extracting(told -> told.data().getString("state"))
                .containsExactly("DRAFT", "AGREED", "IN_FORCE");
    }

    @Test
    @Tag("G16")
    void whatIsPreparedReservesNothingUntilItIsInForce() {
        draft(part, "\"reserved\": true").statusCode(201);

        step(part, "end", "2021-06-15").statusCode(422).body("code", equalTo("NOT_ARRANGED"));
        assertThat(reservedOn("2021-08-01")).isFalse();
        step(part, "agree", "2021-06-20").statusCode(200);
        assertThat(reservedOn("2021-08-01")).isFalse();
        step(part, "start", "2021-07-01").statusCode(200);
        assertThat(reservedOn("2021-06-30")).isFalse();
        assertThat(reservedOn("2021-08-01")).isTrue();
        step(part, "end", "2021-09-01").statusCode(200);
        assertThat(reservedOn("2021-09-01")).isFalse();
    }

    @Test
    void oneIsPreparedAtATime() {
        draft(part, "\"reserved\": false").statusCode(201);

        draft(part, "\"reserved\": false")
                .statusCode(409)
                .body("code", equalTo("ALLOCATION_IN_PREPARATION"))
                .body("state", equalTo("DRAFT"));
        step(detail, "agree", "2021-06-20")
                .statusCode(422)
                .body("code", equalTo("NOTHING_PREPARED"));
    }

    @Test
    @Tag("G51")
    void aFunctionIsDecidedAtOneLevelOnADay() {
        inForce(part, "\"spatialLevel\": \"LOCALITY\"", "2021-04-01").statusCode(201);

        inForce(part, "\"spatialLevel\": \"GREATER_MANCHESTER\"", "2021-07-01")
                .statusCode(409)
                .body("code", equalTo("AT_ANOTHER_LEVEL"))
                .body("heldLevel", equalTo("LOCALITY"))
                .body("spatialLevel", equalTo("GREATER_MANCHESTER"))
                .body("on", equalTo("2021-07-01"));
        step(part, "end", "2021-07-01").statusCode(200);
        inForce(part, "\"spatialLevel\": \"GREATER_MANCHESTER\"", "2021-07-01").statusCode(201);

        secretary
                .get("/functions/" + part + "?on=2021-06-30")
                .body("places.spatialLevel", contains("LOCALITY"));
        secretary
                .get("/functions/" + part + "?on=2021-07-01")
                .body("places.spatialLevel", contains("GREATER_MANCHESTER"));
    }

    @Test
    @Tag("G51")
    void theDatabaseKeepsOneLevelOnADay() throws SQLException {
        inForce(part, "\"spatialLevel\": \"LOCALITY\"", "2021-04-01").statusCode(201);

        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into function_in_place
                                  (id, function_code, place, reserved, effective_on, spatial_level,
                                   provenance)
                                values (gen_random_uuid(), ?, 'E08000004', false, '2021-07-01',
                                        'GREATER_MANCHESTER', '{"kind": "ILLUSTRATIVE"}')
                                """)) {
            insert.setString(1, part);
            assertThatThrownBy(insert::executeUpdate)
                    .hasMessageContaining("function_is_arranged_in_one_way_at_a_time");
        }
    }

    @Test
    @Tag("G50")
    void peopleAreHundredthsFromNothing() {
        inForce(part, "\"wholeTimeEquivalents\": -1", "2021-04-01")
                .statusCode(422)
                .body("code", equalTo("NO_WHOLE_TIME_EQUIVALENTS"))
                .body("wholeTimeEquivalents", equalTo(-1));
        inForce(part, "\"owner\": \"NOBODY\"", "2021-04-01")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"));
    }

    @Test
    @Tag("G50")
    void whatIsNotSaidIsListedWithTheCallThatSaysIt() {
        inForce(part, "\"arrangement\": \"IN_HOUSE\"", "2021-04-01").statusCode(201);
        var reference = referenceOf(part);

        gaps("2021-06-30")
                .body(mine(part, "lacks"), contains("LEVEL", "WHOLE_TIME_EQUIVALENTS", "DIRECTION"))
                .body(
                        mine(part, "call"),
                        hasItem(
                                "POST /api/governance/v1/function-allocations/%s/describe"
                                        .formatted(reference)))
                .body(mine(whole, "lacks"), empty())
                .body(
                        mine(detail, "lacks"),
                        contains("ARRANGEMENT", "LEVEL", "WHOLE_TIME_EQUIVALENTS", "DIRECTION"))
                .body(
                        mine(detail, "call"),
                        hasItem("POST /api/governance/v1/functions/%s/places".formatted(detail)));
        secretary
                .post(
                        "/function-allocations/%s/describe".formatted(reference),
                        """
                        {"reserved": false, "arrangement": "IN_HOUSE", "spatialLevel": "LOCALITY",
                         "wholeTimeEquivalents": 4.25, "direction": "Locality based, supporting GM"}
                        """)
                .statusCode(200)
                .body("wholeTimeEquivalents", equalTo(4.25f));
        draft(detail, "\"reserved\": false").statusCode(201);

        gaps("2021-06-30")
                .body(mine(part, "lacks"), empty())
                .body(
                        mine(detail, "call"),
                        hasItem(
                                "POST /api/governance/v1/functions/%s/places/E08000004/agree"
                                        .formatted(detail)));
        secretary
                .getCsv("/function-gaps?place=E08000004&lacks=DIRECTION&on=2021-06-30")
                .statusCode(200)
                .body(containsString(detail + ",A function,DIRECTION,,"))
                .body(not(containsString(part)));
    }

    @Test
    @Tag("G50")
    void whatADraftSaysAlreadyIsToBeAgreedAndNotToBeSaidAgain() {
        var agree = "POST /api/governance/v1/functions/%s/places/E08000004/agree";
        inForce(part, "\"direction\": \"Locality based\"", "2021-04-01").statusCode(201);
        draft(part, "\"reserved\": false, \"arrangement\": \"JOINT\"").statusCode(201);
        draft(detail, "\"reserved\": false, \"spatialLevel\": \"LOCALITY\"").statusCode(201);
        var drafted = referenceOf(detail);

        gaps("2021-06-30")
                .body(
                        lacking(part, "ARRANGEMENT") + ".inWords",
                        matchesPattern("Draft ALLOC-\\w+ says JOINT and is not in force: agree it"))
                .body(lacking(part, "ARRANGEMENT") + ".call", equalTo(agree.formatted(part)))
                .body(lacking(part, "LEVEL") + ".inWords", endsWith("does not say it: describe it"))
                .body(lacking(part, "LEVEL") + ".call", endsWith("/describe"))
                .body(
                        lacking(detail, "LEVEL") + ".inWords",
                        equalTo(
                                "Draft %s says LOCALITY and is not in force: agree it"
                                        .formatted(drafted)))
                .body(lacking(detail, "LEVEL") + ".call", equalTo(agree.formatted(detail)))
                .body(
                        lacking(detail, "ARRANGEMENT") + ".inWords",
                        endsWith("does not say it and is not in force: agree it and describe it"));
        step(detail, "agree", "2021-06-02").statusCode(200);

        gaps("2021-06-30")
                .body(
                        lacking(detail, "LEVEL") + ".inWords",
                        equalTo(
                                "Agreed allocation %s says LOCALITY and is not in force: start it"
                                        .formatted(drafted)))
                .body(lacking(detail, "LEVEL") + ".call", endsWith("/start"));
    }

    private static String lacking(String function, String lacks) {
        return "items.find { it.function == '%s' && it.lacks == '%s' }".formatted(function, lacks);
    }

    @Test
    @Tag("G50")
    void aSheetIsSentOutFilledInAndSentBack() {
        secretary
                .postCsv(
                        sheet(),
                        """
                        function,state,effectiveOn,arrangement
                        %s,IN_FORCE,2021-04-01,JOINT
                        %s,DRAFT,2021-06-01,OTHER
                        """
                                .formatted(part, detail))
                .statusCode(200)
                .body("added", equalTo(2));
        var sent = exported(part);
        assertThat(sent).contains(",0," + part + ",IN_FORCE,2021-04-01,,false,,,,JOINT,,");

        secretary
                .postCsv(sheet(), sent.replace(",JOINT,,", ",JOINT,3.5,Locality based"))
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("added", equalTo(0));

        listed("on=2021-06-30&function=" + part)
                .body("items.wholeTimeEquivalents", contains(3.5f))
                .body("items.direction", contains("Locality based"))
                .body("items.version", contains(1));
        secretary
                .postCsv(sheet(), exported(part))
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("changed", equalTo(0));
        secretary
                .postCsv(sheet(), sent)
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", contains("line 2, version"))
                .body("errors[0].message", equalTo("you read version 0, it is now 1"));
    }

    @Test
    @Tag("G50")
    void aSheetWithAFaultyLineChangesNothing() {
        secretary
                .postCsv(
                        sheet(),
                        """
                        function,spatialLevel,wholeTimeEquivalents,effectiveOn
                        %s,LOCALITY,2,2021-04-01
                        gardening,LOCALITY,2,2021-04-01
                        %s,LOCALITY,-2,2021-04-01
                        %s,GREATER_MANCHESTER,2,2021-05-01
                        """
                                .formatted(part, detail, part))
                .statusCode(400)
                .body(
                        "errors.where",
                        contains(
                                "line 3, function",
                                "line 4, wholeTimeEquivalents",
                                "line 5, spatialLevel"));
        listed("on=2021-06-30&function=" + part).body("items", empty());
        secretary
                .postCsv(sheet(), "function,arrangement\n%s,BOTH\n".formatted(part))
                .statusCode(400)
                .body("errors.where", contains("line 2, arrangement"));
    }

    @Test
    @Tag("G50")
    void aSheetChangesNeitherStateNorWhatIsReserved() {
        inForce(part, "\"arrangement\": \"IN_HOUSE\"", "2021-04-01").statusCode(201);
        var sent = exported(part);

        secretary
                .postCsv(sheet(), sent.replace("IN_FORCE", "ENDED").replace("2021-04-01", ""))
                .statusCode(400)
                .body("errors.where", contains("line 2, state"));
        secretary
                .postCsv(sheet(), sent.replace(",false,", ",true,"))
                .statusCode(400)
                .body("errors.where", contains("line 2, reserved"));
        secretary
                .postCsv(sheet(), sent.replace(",0," + part, ",," + part))
                .statusCode(400)
                .body("errors.where", contains("line 2, version"));
    }

    @Test
    void nobodyStepsForAPlaceThatIsNotTheirs() {
        draft(part, "\"reserved\": false").statusCode(201);
        var stranger = Caller.secretaryOf(Locality.BURY);

        stranger.post("/functions/%s/places/E08000004/agree".formatted(part), "{}").statusCode(404);
        stranger.post(
                        "/function-allocations/%s/describe".formatted(referenceOf(part)),
                        "{\"reserved\": false}")
                .statusCode(404);
        stranger.postCsv(sheet(), "function\n" + detail + "\n").statusCode(404);
        stranger.get("/function-gaps?place=E08000004").statusCode(404);
        stranger.get("/function-allocations?function=" + part).body("items", empty());
    }

    @Test
    void whoHasNotSeenTheAllocationLeavesItAsItIs() {
        draft(part, "\"reserved\": false").statusCode(201);
        var agree = "/functions/%s/places/E08000004/agree".formatted(part);
        var stale = Map.of("If-Match", "\"7\"");

        secretary.post(agree, "{}", stale).statusCode(412).body("code", equalTo("STALE"));
        listed("function=" + part).body("items.agreedOn", contains(nullValue()));
    }

    private void record(String code, @Nullable String parent) {
        secretary.does(
                "/functions",
                "{\"code\": \"%s\", \"name\": \"A function\", \"parent\": %s}"
                        .formatted(code, parent == null ? null : "\"" + parent + "\""));
    }

    private static String described(String parent) {
        return "{\"name\": \"A function\", \"description\": \"Described\", \"parent\": \"%s\"}"
                .formatted(parent);
    }

    private ValidatableResponse draft(String function, String terms) {
        return secretary.post(
                "/functions/%s/places".formatted(function),
                "{\"place\": \"E08000004\", \"state\": \"DRAFT\", \"effectiveOn\": \"2021-06-01\", %s}"
                        .formatted(terms));
    }

    private ValidatableResponse inForce(String function, String terms, String from) {
        return secretary.post(
                "/functions/%s/places".formatted(function),
                "{\"place\": \"E08000004\", \"reserved\": false, \"effectiveOn\": \"%s\", %s}"
                        .formatted(from, terms));
    }

    private ValidatableResponse step(String function, String verb, String on) {
        return secretary.post(
                "/functions/%s/places/E08000004/%s".formatted(function, verb),
                "{\"effectiveOn\": \"%s\"}".formatted(on));
    }

    private ValidatableResponse listed(String query) {
        return secretary.get("/function-allocations?place=E08000004&" + query).statusCode(200);
    }

    private ValidatableResponse gaps(String on) {
        return secretary.get("/function-gaps?place=E08000004&on=" + on).statusCode(200);
    }

    private static String mine(String function, String column) {
        return "items.findAll { it.function == '%s' }.%s".formatted(function, column);
    }

    private static String sheet() {
        return "/function-allocations?place=E08000004";
    }

    private String exported(String function) {
        return secretary
                .getCsv(sheet() + "&on=2021-06-30&function=" + function)
                .statusCode(200)
                .extract()
                .body()
                .asString();
    }

    private String referenceOf(String function) {
        return listed("function=" + function).extract().path("items[0].reference");
    }

    private boolean reservedOn(String day) {
        return secretary
                .get("/functions/%s?on=%s".formatted(part, day))
                .extract()
                .<List<Boolean>>path("places.reserved")
                .contains(true);
    }

    private String idOf(String function) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select id from function_in_place where function_code = ?")) {
            query.setString(1, function);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
