package locality.platform.eventlog;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who caused an event, and in which chain of causes.
///
/// @param actor an organisation and an opaque subject id, or `service:<name>`
/// @param correlationId shared by everything that follows from one request
/// @param causationId the event that this one follows from, if it follows from one
/// @param traceparent W3C trace context, if the request carried one
public record Origin(
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    private static final ScopedValue<Supplier<Origin>> HANDLED = ScopedValue.newInstance();

    /// Runs an action whose events follow from what the supplier names at that moment.
    public static void during(Supplier<Origin> handled, Runnable action) {
        ScopedValue.where(HANDLED, handled).run(action);
    }

    static @Nullable Origin handled() {
        return HANDLED.isBound() ? HANDLED.get().get() : null;
    }
}
