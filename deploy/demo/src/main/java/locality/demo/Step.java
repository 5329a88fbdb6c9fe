package locality.demo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing the loader does: send something, or wait until something can be seen.
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Step.Post.class), @JsonSubTypes.Type(Step.Await.class)})
sealed interface Step {

    /// Sends a body, exactly as a partner sends it.
    ///
    /// @param post the path behind the gateway
    /// @param body the JSON body; this or `csv`
    /// @param csv the name of a CSV file beside the document
    /// @param provenance where the fact comes from, for bodies that have no place for it
    /// @param waitWhile refusal codes that only say that something is still on its way
    record Post(
            String post,
            @Nullable JsonNode body,
            @Nullable String csv,
            @Nullable JsonNode provenance,
            @Nullable List<String> waitWhile)
            implements Step {

        public Post {
            if ((body == null) == (csv == null)) {
                throw new IllegalArgumentException(post + " needs a body or a csv, not both");
            }
        }

        boolean waitsWhile(String code) {
            return waitWhile != null && waitWhile.contains(code);
        }
    }

    /// Waits until a GET shows what was sent elsewhere and travelled as an event.
    ///
    /// @param await the path behind the gateway
    /// @param shows JSON pointers into the answer, each with the value to be seen there
    record Await(String await, Map<String, JsonNode> shows) implements Step {

        boolean isShownBy(JsonNode answer) {
            return shows.entrySet().stream()
                    .allMatch(wanted -> answer.at(wanted.getKey()).equals(wanted.getValue()));
        }
    }
}
