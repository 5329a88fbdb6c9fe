package locality.demo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
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
    /// @param waitWhile refusal codes that only say that something is still on its way
    /// @param keep names for parts of the answer, by JSON pointer; `{name}` in a later path of the
    ///   same document stands for what was kept
    record Post(
            String post,
            @Nullable JsonNode body,
            @Nullable String csv,
            @Nullable List<String> waitWhile,
            @Nullable Map<String, String> keep)
            implements Step {

        public Post {
            if ((body == null) == (csv == null)) {
                throw new IllegalArgumentException(post + " needs a body or a csv, not both");
            }
        }

        /// The same with every `{name}` in its path replaced by what was kept under it.
        Post with(Map<String, String> kept) {
            var path = post;
            for (var one : kept.entrySet()) {
                path = path.replace("{" + one.getKey() + "}", one.getValue());
            }
            return new Post(path, body, csv, waitWhile, keep);
        }

        Map<String, String> keptFrom(Answer answer) {
            var kept = new HashMap<String, String>();
            if (keep != null) {
                keep.forEach((name, pointer) -> kept.put(name, answer.text(pointer)));
            }
            return kept;
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
