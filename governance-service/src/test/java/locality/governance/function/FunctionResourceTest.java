package locality.governance.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class FunctionResourceTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Caller secretary = Caller.secretaryOf(Locality.SALFORD);
    private final String function = "matter-of-salford-" + NEXT.incrementAndGet();

    @Inject AgroalDataSource database;

    @BeforeEach
    void recordTheFunction() {
        secretary
                .does(
                        "/functions",
                        "{\"code\": \"%s\", \"name\": \"A matter\"}".formatted(function))
                .header("Location", endsWith("/functions/" + function));
    }

    @Test
    void aFunctionIsShownWhereItsLocationSaysAndTold() {
        secretary
                .get("/functions/" + function)
                .statusCode(200)
                .body("name", equalTo("A matter"))
                .body("places", empty());
        secretary.get("/functions/gardening").statusCode(404);
        assertThat(Told.of(database, function))
                .extracting(Told::type)
                .containsExactly("governance.function-recorded.v1");
    }

    @Test
    @Tag("G16")
    void aNewArrangementEndsTheOneBeforeAndBothAreTold() {
        arrange(true, "2014-03-01").statusCode(201);

        arrange(false, "2015-04-01")
                .statusCode(201)
                .header("Location", endsWith("/functions/" + function))
                .body("places.endsOn", contains("2015-03-31", null));

        shown("2015-03-31").body("places.reserved", contains(true));
        shown("2015-04-01").body("places.reserved", contains(false));
        var told = Told.of(database, arrangementFrom("2014-03-01"));
        assertThat(told)
                .extracting(Told::type)
                .containsOnly("governance.function-arranged.v1")
                .hasSize(2);
        assertThat(told.getFirst().data().getString("endsOn")).isNull();
        assertThat(told.getLast().data().getString("endsOn")).isEqualTo("2015-03-31");
        assertThat(Told.of(database, arrangementFrom("2015-04-01"))).hasSize(1);
    }

    @Test
    @Tag("G16")
    void aReservationIsLiftedFromADay() {
        arrange(true, "2014-03-01").statusCode(201);

        end("2016-04-01").statusCode(200);

        shown("2016-03-31").body("places.reserved", contains(true));
        shown("2016-04-01").body("places", empty());
        var last = Told.of(database, arrangementFrom("2014-03-01")).getLast().data();
        assertThat(last.getString("endsOn")).isEqualTo("2016-03-31");
        assertThat(last.getString("provenance.document")).isEqualTo("Minutes");
        end("2016-04-01")
                .statusCode(422)
                .body("code", equalTo("NOT_ARRANGED"))
                .body("place", equalTo("E08000006"));
    }

    @Test
    void whatIsArrangedFromLaterStandsInTheWayUnlessOneEndsBefore() {
        arrange(true, "2015-04-01").statusCode(201);

        arrange(false, "2014-04-01")
                .statusCode(409)
                .body("code", equalTo("ARRANGED_FROM_LATER"))
                .body("from", equalTo("2015-04-01"));
        secretary
                .post(places(), arrangement(false, "2014-04-01", "\"2015-03-31\""))
                .statusCode(201);
    }

    @Test
    void theLastWordOnADayCounts() {
        arrange(true, "2014-03-01").statusCode(201);

        arrange(false, "2014-03-01").statusCode(201);

        shown("2014-03-01").body("places.reserved", contains(false));
    }

    @Test
    void theDatabaseKeepsOneArrangementAtATime() throws SQLException {
        arrange(true, "2014-03-01").statusCode(201);

        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into function_in_place
                                  (id, function_code, place, reserved, effective_on, provenance)
                                values (gen_random_uuid(), ?, 'E08000006', false, '2020-01-01',
                                        '{"kind": "ILLUSTRATIVE"}')
                                """)) {
            insert.setString(1, function);
            assertThatThrownBy(insert::executeUpdate)
                    .hasMessageContaining("function_is_arranged_in_one_way_at_a_time");
        }
    }

    @Test
    void nobodyArrangesForAPlaceThatIsNotTheirs() {
        arrange(true, "2014-03-01").statusCode(201);
        var stranger = Caller.secretaryOf(Locality.BURY);

        stranger.post(places(), arrangement(false, "2015-01-01", null)).statusCode(404);
        stranger.post(places() + "/E08000006/end", "{}").statusCode(404);
        stranger.get("/functions/" + function).statusCode(200).body("places", empty());
    }

    private ValidatableResponse arrange(boolean reserved, String from) {
        return secretary.post(places(), arrangement(reserved, from, null));
    }

    private ValidatableResponse end(String from) {
        return secretary.post(
                places() + "/E08000006/end",
                """
                {"effectiveOn": "%s",
                 "provenance": {"kind": "STATED", "document": "Minutes", "section": "7"}}
                """
                        .formatted(from));
    }

    private ValidatableResponse shown(String on) {
        return secretary.get("/functions/%s?on=%s".formatted(function, on)).statusCode(200);
    }

    private String places() {
        return "/functions/%s/places".formatted(function);
    }

    private static String arrangement(boolean reserved, String from, @Nullable String until) {
        return """
        {"place": "E08000006", "reserved": %s, "effectiveOn": "%s", "endsOn": %s}
        """
                .formatted(reserved, from, until);
    }

    private String arrangementFrom(String effectiveOn) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select id from function_in_place
                                where function_code = ? and effective_on = ?::date
                                """)) {
            query.setString(1, function);
            query.setString(2, effectiveOn);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
