package locality.governance.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// What a secretary of Manchester finds on the worklist, and that the call a row names clears it.
abstract class WorkToDo {

    private static final ObjectMapper JSON = new ObjectMapper();

    Manchester manchester;
    Caller secretary;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
    }

    String planned(String body, String day) {
        return secretary
                .does(
                        "/meetings",
                        "{\"body\": \"%s\", \"startsAt\": \"%sT10:00\"}".formatted(body, day))
                .extract()
                .path("reference");
    }

    /// A row as whoever reads the worklist has it.
    record Row(
            String kind,
            String reference,
            String title,
            @Nullable String since,
            @Nullable String dueOn,
            long overdueDays,
            String locality,
            @Nullable String body,
            String who,
            String inWords,
            Clear clear) {

        String lastDay() {
            return dueOn == null ? "9999" : dueOn;
        }
    }

    record Clear(String method, String path, JsonNode body) {}

    /// Sends the call that the row names, and sees the row gone.
    void clears(Optional<Row> found, String on) {
        var row = found.orElseThrow();
        assertThat(row.clear.method).isEqualTo("POST");

        secretary.does(row.clear.path, row.clear.body.toString());

        assertThat(row(row.kind, row.reference, on)).isEmpty();
    }

    Optional<Row> row(String kind, String reference, String on) {
        return all("kind=%s&on=%s".formatted(kind, on)).stream()
                .filter(row -> row.reference.equals(reference))
                .findFirst();
    }

    List<Row> all(String query) {
        var answer =
                secretary.get("/worklist?limit=1000&" + query).statusCode(200).extract().asString();
        try {
            return JSON.readerForListOf(Row.class).readValue(JSON.readTree(answer).get("items"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
