package locality.budget.figure;

import static locality.budget.testing.Manchester.finance;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// What documents of Manchester state, as tests send it.
public final class Statements {

    public static final String SOURCE =
            """
            "provenance": {"kind": "STATED", "section": "3.2.1",
                           "document": "Living Longer, Living Better: Progress Update"}
            """;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Statements() {}

    /// A reference that no other test has.
    public static String aReference() {
        return "MCR-FIG-" + COUNT.incrementAndGet();
    }

    /// A figure in the words of its document.
    ///
    /// @return its reference
    public static String stated(String words) {
        return stated(words, "");
    }

    /// @param more further fields, each after a comma
    public static String stated(String words, String more) {
        var reference = aReference();
        state(reference, words, more).statusCode(201);
        return reference;
    }

    public static ValidatableResponse state(String reference, String words, String more) {
        return finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "label": "As stated",
                         "stated": "%s", %s%s}
                        """
                                .formatted(reference, words, SOURCE, more))
                .post("/api/budget/v1/figures")
                .then();
    }

    public static ValidatableResponse correct(String figure, String words, String more) {
        return finance()
                .body(
                        """
                        {"label": "As stated", "stated": "%s", "reason": "The table is finer", %s%s}
                        """
                                .formatted(words, SOURCE, more))
                .post("/api/budget/v1/figures/{figure}/correct", figure)
                .then();
    }

    public static ValidatableResponse sheet(String csv) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .queryParam("locality", "E08000003")
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/budget/v1/figures")
                .then();
    }
}
