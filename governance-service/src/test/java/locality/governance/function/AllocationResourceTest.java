package locality.governance.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who does each function now, then how many people, where it goes and at which level it is
/// decided.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AllocationResourceTest extends OldhamsFunctions {

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

    private static String described(String parent) {
        return "{\"name\": \"A function\", \"description\": \"Described\", \"parent\": \"%s\"}"
                .formatted(parent);
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
