package locality.budget.ledger;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import locality.platform.http.Spreadsheet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Bounds every body but a file of journal entries, which alone is never held whole and may have as
/// much as the server takes at all. A body whose length was not said is cut off where it becomes
/// too long.
@ApplicationScoped
class BodyLimit {

    private static final Pattern JOURNAL =
            Pattern.compile("/api/budget/v1/funds/[^/]+/journal-entries");
    private static final int TOO_LARGE = 413;

    /// The least that still comes after the server's own limit, which it lowers.
    private static final int AFTER_THE_SERVERS = 1;

    private final long most;

    BodyLimit(@ConfigProperty(name = "budget.body.most") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::bound, AFTER_THE_SERVERS);
    }

    private void bound(RoutingContext call) {
        if (isAFileOfEntries(call.request())) {
            call.next();
            return;
        }
        if (saidLength(call.request()) > most) {
            call.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end();
            return;
        }
        call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
        call.next();
    }

    private static boolean isAFileOfEntries(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return request.method() == HttpMethod.POST
                && type != null
                && type.startsWith(Spreadsheet.CSV)
                && JOURNAL.matcher(request.path()).matches();
    }

    private static long saidLength(HttpServerRequest request) {
        var said = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return said == null ? 0 : Long.parseLong(said);
    }
}
