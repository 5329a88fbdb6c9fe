package locality.governance.function;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// Oldham, June 2021: a function, a part of it and a detail of that, on record for each test, and
/// what a test does with them.
abstract class OldhamsFunctions {

    static final AtomicInteger NEXT = new AtomicInteger();
    final Caller secretary = Caller.secretaryOf(Locality.OLDHAM);
    final int number = NEXT.incrementAndGet();
    final String whole = "oldham-whole-" + number;
    final String part = "oldham-part-" + number;
    final String detail = "oldham-detail-" + number;
    @Inject AgroalDataSource database;

    @BeforeEach
    void recordTheFunctions() {
        record(whole, null);
        record(part, whole);
        record(detail, part);
    }

    void record(String code, @Nullable String parent) {
        secretary.does(
                "/functions",
                "{\"code\": \"%s\", \"name\": \"A function\", \"parent\": %s}"
                        .formatted(code, parent == null ? null : "\"" + parent + "\""));
    }

    ValidatableResponse draft(String function, String terms) {
        return secretary.post(
                "/functions/%s/places".formatted(function),
                "{\"place\": \"E08000004\", \"state\": \"DRAFT\", \"effectiveOn\": \"2021-06-01\", %s}"
                        .formatted(terms));
    }

    ValidatableResponse inForce(String function, String terms, String from) {
        return secretary.post(
                "/functions/%s/places".formatted(function),
                "{\"place\": \"E08000004\", \"reserved\": false, \"effectiveOn\": \"%s\", %s}"
                        .formatted(from, terms));
    }

    ValidatableResponse step(String function, String verb, String on) {
        return secretary.post(
                "/functions/%s/places/E08000004/%s".formatted(function, verb),
                "{\"effectiveOn\": \"%s\"}".formatted(on));
    }

    ValidatableResponse listed(String query) {
        return secretary.get("/function-allocations?place=E08000004&" + query).statusCode(200);
    }

    static String sheet() {
        return "/function-allocations?place=E08000004";
    }

    String referenceOf(String function) {
        return listed("function=" + function).extract().path("items[0].reference");
    }
}
