package locality.platform.consume;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import locality.platform.eventlog.ChangedMeanwhile;
import org.jspecify.annotations.Nullable;

/// Tells failures that pass by themselves from failures of the event.
final class Failures {

    /// SQLSTATE classes: connection (08), transaction rolled back, as by deadlock or serialization
    /// (40), out of resources (53), not in the state, as a lock not available (55), operator
    /// intervened (57), system error (58).
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private Failures() {}

    static boolean passes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && passes(sql)
                    || cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof ChangedMeanwhile) {
                return true;
            }
        }
        return false;
    }

    /// The pool says that it had no connection to give in an SQLException without a state.
    private static boolean passes(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || state == null
                || state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }

    /// What a person reads who has to decide about the event.
    static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getMessage() == null) {
            cause = cause.getCause();
        }
        return "%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage());
    }
}
