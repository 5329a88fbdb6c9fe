package locality.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// A list that is answered as a spreadsheet instead of as JSON.
public final class Spreadsheet {

    public static final String CSV = "text/csv";

    private Spreadsheet() {}

    /// Whether an `Accept` header names CSV and leaves JSON out. Whoever takes anything gets JSON.
    public static boolean isAskedFor(@Nullable String accept) {
        return accept != null && accept.contains(CSV) && !accept.contains("application/json");
    }

    /// The answer with a table that a browser saves under that name.
    ///
    /// @param name of the file, without `.csv`
    /// @param table as [Csv#write] writes it
    public static Response named(String name, String table) {
        return Response.ok(table, CSV + "; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.csv\"".formatted(name))
                .build();
    }
}
