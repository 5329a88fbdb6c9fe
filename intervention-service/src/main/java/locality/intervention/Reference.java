package locality.intervention;

import java.util.regex.Pattern;

/// A short human name of a thing beside its id, as in `MCR-PRE-ALLIANCE`.
public final class Reference {

    /// Letters, digits, dots, dashes and underscores, so that it stands in a path as it is.
    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private static final Pattern WRITTEN = Pattern.compile(PATTERN);

    private Reference() {}

    /// @throws IllegalArgumentException if it is not written as a reference is
    public static String parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a reference has 1 to 64 letters, digits, dots, dashes and underscores, and"
                            + " begins with a letter or digit");
        }
        return text;
    }
}
