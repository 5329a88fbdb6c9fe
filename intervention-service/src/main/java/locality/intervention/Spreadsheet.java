package locality.intervention;

import org.jspecify.annotations.Nullable;

/// When a list is answered as a spreadsheet instead of as JSON.
public final class Spreadsheet {

    public static final String CSV = "text/csv";
    public static final String CSV_IN_UTF_8 = "text/csv; charset=utf-8";

    private Spreadsheet() {}

    /// Whether an `Accept` header names CSV and leaves JSON out. Whoever takes anything gets JSON.
    public static boolean isAskedFor(@Nullable String accept) {
        return accept != null && accept.contains(CSV) && !accept.contains("application/json");
    }

    /// The `Content-Disposition` under which a browser saves it.
    public static String named(String name) {
        return "attachment; filename=\"%s.csv\"".formatted(name);
    }
}
