package locality.governance.recorder;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// How a code or a reference is spelled, in a spreadsheet's cell as in JSON.
public final class Spelling {

    /// Of the reference of something new.
    public static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9-]{1,59}";

    private Spelling() {}

    /// Answers with the text itself.
    ///
    /// @param signs how many it has at most, as JSON takes it
    /// @throws IllegalArgumentException in the reader, saying how many
    public static UnaryOperator<String> upTo(int signs) {
        return text -> {
            if (text.length() > signs) {
                throw new IllegalArgumentException("is longer than %d signs".formatted(signs));
            }
            return text;
        };
    }

    /// Answers with the text itself.
    ///
    /// @param pattern a regular expression for the whole of it
    /// @throws IllegalArgumentException in the reader, saying what it should be like
    public static UnaryOperator<String> like(String pattern) {
        var spelled = Pattern.compile(pattern).asMatchPredicate();
        return text -> {
            if (!spelled.test(text)) {
                throw new IllegalArgumentException("must match " + pattern);
            }
            return text;
        };
    }
}
