package locality.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// What a service answered.
///
/// @param body the JSON body, or a text node if it was not JSON
/// @param replayed whether the same request was answered before, so that nothing changed now
/// @param retryAfter how long the service asks to be left alone; zero when it does not say
record Answer(int status, JsonNode body, boolean replayed, Duration retryAfter) {

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /// Whether the same request may succeed in a moment: a part is being restarted or is busy. A
    /// service whose database went away under it may answer 500; the key makes a repeat harmless.
    boolean passes() {
        return switch (status) {
            case 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    /// The refusal code of a problem, as in `RESERVED`; empty when there is none.
    String code() {
        return body.path("code").asText();
    }

    String text(String pointer) {
        return body.at(pointer).asText();
    }

    long number(String pointer) {
        return body.at(pointer).asLong();
    }
}
