package locality.intervention.indicator;

import static locality.intervention.Service.anIndicator;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.getCsv;
import static locality.intervention.Service.postCsv;
import static locality.platform.place.Locality.MANCHESTER;
import static locality.platform.place.Locality.ROCHDALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ObservationResourceTest {

    @Inject AgroalDataSource database;

    @Test
    @Tag("R8")
    void recordsDaysAndGivesThemBackInOrder() {
        var indicator = anIndicator(MANCHESTER, "DAY", "FLOW");

        record(indicator, "period,value\n2014-03-14,142\n2014-03-13,101\n2014-03-15,\n")
                .statusCode(200)
                .body("recorded", equalTo(3))
                .body("corrected", equalTo(0))
                .body("unchanged", equalTo(0));

        read(indicator, "")
                .body("items.period", contains("2014-03-13", "2014-03-14", "2014-03-15"))
                .body("items[1].value", equalTo(142))
                .body("items[1].revision", equalTo(1))
                .body("items[1].provenance.document", equalTo("Entered by E08000003"))
                .body("items[2].value", nullValue())
                .body("next", nullValue());
    }

    @Test
    @Tag("R5")
    void keepsTheDocumentThatStatesThem() {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");

        postCsv(
                        as("analyst", MANCHESTER),
                        "/indicators/%s/observations?document=Programme report&section=App 1"
                                .formatted(indicator),
                        "period,value\n2014-03,36261")
                .statusCode(200);

        read(indicator, "")
                .body("items[0].provenance.document", equalTo("Programme report"))
                .body("items[0].provenance.section", equalTo("App 1"));
    }

    @Test
    @Tag("R5")
    void keepsTheFormulaThatDerivesThem() {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");

        send(indicator, "?formula=sum of all departments").statusCode(200);

        read(indicator, "")
                .body("items[0].provenance.kind", equalTo("DERIVED"))
                .body("items[0].provenance.formula", equalTo("sum of all departments"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?document=Programme report",
                "?section=App 1",
                "?document=Programme report&section=App 1&formula=a sum"
            })
    void refusesADocumentWithoutItsSectionAndBothBesideAFormula(String said) {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");

        send(indicator, said).statusCode(400).body("code", equalTo("MALFORMED"));

        read(indicator, "").body("items", hasSize(0));
    }

    private static ValidatableResponse send(String indicator, String said) {
        return postCsv(
                as("analyst", MANCHESTER),
                "/indicators/%s/observations%s".formatted(indicator, said),
                "period,value\n2014-03,36261");
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws SQLException {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");
        var file = "period,value\n2014-01,11970\n2014-02,11452\n2014-03,12839\n";
        record(indicator, file).statusCode(200);

        record(indicator, file.replace("12839", "12839.0"))
                .statusCode(200)
                .body("recorded", equalTo(0))
                .body("corrected", equalTo(0))
                .body("unchanged", equalTo(3));

        assertThat(observationEvents(indicator)).containsExactly(3);
    }

    @Test
    void recordsACorrectionBesideWhatWasKnown() {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");
        record(indicator, "period,value\n2014-02,11452\n2014-03,12839").statusCode(200);

        record(indicator, "period,value\n2014-02,11452\n2014-03,12840")
                .body("corrected", equalTo(1))
                .body("unchanged", equalTo(1));

        read(indicator, "")
                .body("items[1].value", equalTo(12840))
                .body("items[1].revision", equalTo(2));
        get(as("viewer", MANCHESTER), "/indicators/%s/observations/2014-03-01".formatted(indicator))
                .statusCode(200)
                .body("value", contains(12839, 12840))
                .body("revision", contains(1, 2));
    }

    @Test
    void answersAsItWasKnownBeforeACorrection() throws SQLException {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");
        record(indicator, "period,value\n2014-03,12839").statusCode(200);
        var known = positionOf(indicator);
        record(indicator, "period,value\n2014-02,1\n2014-03,12840").statusCode(200);
        var corrected = positionOf(indicator);

        read(indicator, "?knownAt=" + known)
                .body("items", hasSize(1))
                .body("items[0].value", equalTo(12839));
        read(indicator, "?knownAt=" + corrected)
                .body("items", hasSize(2))
                .body("items[1].value", equalTo(12840));
        read(indicator, "?knownAt=2014-01-01T00:00:00Z").body("items", hasSize(0));
        read(indicator, "?knownAt=yesterday").statusCode(400);
    }

    @Test
    void clipsAnInstantThatIsStillToCome() {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");
        record(indicator, "period,value\n2014-03,12839").statusCode(200);

        var knownAt =
                read(indicator, "?knownAt=2999-01-01T00:00:00Z")
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("knownAt");

        assertThat(OffsetDateTime.parse(knownAt))
                .isBefore(OffsetDateTime.parse("2999-01-01T00:00:00Z"));
    }

    @Test
    void recordsNothingOfAFileWithABadRow() {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");

        record(indicator, "period,value\n2014-01,11970\n2014-02,many\n2014-03-05,3\n")
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", contains("line 3, value", "line 4, period"));
        read(indicator, "").body("items", hasSize(0));
    }

    @Test
    void computesARatioFromItsPartsAndExportsWhatCanComeBack() {
        var indicator = anIndicator(MANCHESTER, "MONTH", "RATIO");
        record(
                        indicator,
                        "period,value,numerator,denominator\n"
                                + "2014-01,,19,20\n"
                                + "2014-02,,1,3\n"
                                + "2014-03,,,\n")
                .statusCode(200);

        read(indicator, "").body("items[0].value", equalTo(0.95f));
        var exported =
                getCsv(
                        as("viewer", MANCHESTER),
                        "/indicators/%s/observations".formatted(indicator));
        assertThat(exported)
                .isEqualTo(
                        """
                        period,value,numerator,denominator
                        2014-01-01,0.95,19,20
                        2014-02-01,0.3333333333333333,1,3
                        2014-03-01,,,
                        """
                                .replace("\n", "\r\n"));
        record(indicator, exported).statusCode(200).body("unchanged", equalTo(3));
    }

    @Test
    void tellsALongFileInEventsOfFiveHundred() throws SQLException {
        var indicator = anIndicator(MANCHESTER, "DAY", "FLOW");
        var file = new StringBuilder("period,value\n");
        for (int i = 0; i < 1001; i++) {
            file.append(LocalDate.of(2010, 1, 1).plusDays(i)).append(',').append(i).append('\n');
        }

        record(indicator, file.toString()).body("recorded", equalTo(1001));

        assertThat(observationEvents(indicator)).containsExactly(500, 500, 1);
    }

    @Test
    void givesThemPageByPage() {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");
        record(indicator, "period,value\n2014-01,1\n2014-02,2\n2014-03,3\n").statusCode(200);

        read(indicator, "?limit=2").body("items", hasSize(2)).body("next", equalTo("2014-02-01"));
        read(indicator, "?limit=2&after=2014-02-01")
                .body("items.period", contains("2014-03-01"))
                .body("next", nullValue());
        read(indicator, "?from=2014-02-01&to=2014-02-01")
                .body("items.period", contains("2014-02-01"));
    }

    @Test
    void areHiddenFromAnotherLocality() {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");

        get(as("viewer", ROCHDALE), "/indicators/%s/observations".formatted(indicator))
                .statusCode(404);
        postCsv(
                        as("analyst", ROCHDALE),
                        "/indicators/%s/observations".formatted(indicator),
                        "period,value\n2014-01,1")
                .statusCode(404);
        postCsv(
                        as("programme", MANCHESTER),
                        "/indicators/%s/observations".formatted(indicator),
                        "period,value\n2014-01,1")
                .statusCode(403);
    }

    @Test
    void areNeverChangedOrRemoved() throws SQLException {
        record(anIndicator(MANCHESTER, "MONTH", "FLOW"), "period,value\n2014-01,1").statusCode(200);

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update observation set value = 2"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeUpdate("delete from observation"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static ValidatableResponse record(String indicator, String file) {
        return postCsv(
                as("analyst", MANCHESTER),
                "/indicators/%s/observations".formatted(indicator),
                file);
    }

    private static ValidatableResponse read(String indicator, String query) {
        return get(
                as("viewer", MANCHESTER),
                "/indicators/%s/observations%s".formatted(indicator, query));
    }

    /// How many observations each event of an indicator told, in order.
    private List<Integer> observationEvents(String reference) throws SQLException {
        var sizes = new ArrayList<Integer>();
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select json_array_length(data -> 'observations')
                                from event_log join indicator on subject_id = indicator.id::text
                                where indicator.reference = ?
                                  and type = 'intervention.observations-recorded.v1'
                                order by subject_version
                                """)) {
            select.setString(1, reference);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    sizes.add(rows.getInt(1));
                }
            }
        }
        return sizes;
    }

    /// When the last event of an indicator got its position, waiting until it has one.
    private String positionOf(String reference) throws SQLException {
        await().until(() -> position(reference) != null);
        return String.valueOf(position(reference));
    }

    private @Nullable Object position(String reference) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select positioned_at
                                from event_log join indicator on subject_id = indicator.id::text
                                left join event_position on event_log_id = event_log.id
                                where indicator.reference = ?
                                order by subject_version desc limit 1
                                """)) {
            select.setString(1, reference);
            try (var row = select.executeQuery()) {
                row.next();
                var at = row.getObject(1, OffsetDateTime.class);
                return at == null ? null : at.toInstant();
            }
        }
    }
}
