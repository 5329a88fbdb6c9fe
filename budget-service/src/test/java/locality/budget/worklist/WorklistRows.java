package locality.budget.worklist;

import static locality.budget.testing.Manchester.finance;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The worklist as Manchester's finance office reads it to its end, and clears it.
public final class WorklistRows {

    private WorklistRows() {}

    /// What waits under a reference, as seen on a day.
    public static List<Map<String, Object>> rows(String on, String reference) {
        var rows = new ArrayList<Map<String, Object>>();
        String after = "";
        while (after != null) {
            var page = page(on, after);
            rows.addAll(
                    page.getList("items.findAll { it.reference == '%s' }".formatted(reference)));
            after = page.getString("next");
        }
        return rows;
    }

    /// Sends the call that a row names, with the body it gives as an example.
    public static ValidatableResponse clear(Map<String, Object> row) {
        return clear(row, call(row).get("body"));
    }

    /// As [#clear], with a body of one's own.
    public static ValidatableResponse clear(Map<String, Object> row, @Nullable Object body) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Objects.requireNonNull(body))
                .post("/api/budget/v1" + call(row).get("path"))
                .then();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> call(Map<String, Object> row) {
        return (Map<String, Object>) Objects.requireNonNull(row.get("clear"));
    }

    private static JsonPath page(String on, String after) {
        return finance()
                .queryParam("on", on)
                .queryParam("after", after)
                .queryParam("limit", 200)
                .get("/api/budget/v1/worklist")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
