package locality.platform.eventlog;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import locality.platform.caller.CurrentCaller;
import locality.platform.identifier.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Finds the origin of what happens now: the event being consumed, else the request being answered,
/// else the service itself.
@ApplicationScoped
public class Origins {

    private static final Pattern REQUEST_ID = Pattern.compile("[\\w.:-]{1,128}");
    private static final Pattern TRACE =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-.{2}");

    private final CurrentCaller caller;
    private final CurrentVertxRequest request;
    private final String service;

    Origins(
            CurrentCaller caller,
            CurrentVertxRequest request,
            @ConfigProperty(name = "suite.service") String service) {
        this.caller = caller;
        this.request = request;
        this.service = service;
    }

    /// Take it in the request's own thread when another thread will do the appending.
    public Origin current() {
        var handled = Origin.handled();
        if (handled != null) {
            return handled;
        }
        var answered = answered();
        return answered == null
                ? new Origin("service:" + service, Ids.next().toString(), null, null)
                : new Origin(
                        caller.get().actor(),
                        header(answered, "X-Request-Id", REQUEST_ID)
                                .orElseGet(() -> Ids.next().toString()),
                        null,
                        header(answered, "traceparent", TRACE).orElse(null));
    }

    private @Nullable HttpServerRequest answered() {
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return null;
        }
        return request.getCurrent().request();
    }

    private static Optional<String> header(HttpServerRequest from, String name, Pattern shape) {
        return Optional.ofNullable(from.getHeader(name))
                .filter(value -> shape.matcher(value).matches());
    }
}
