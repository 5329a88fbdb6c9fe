package locality.platform.consume;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import locality.platform.eventlog.ChangedMeanwhile;

/// Tells failures that pass by themselves from failures of the event.
final class Failures {

    /// SQLSTATE classes: connection (08), transaction rolled back, as by deadlock or serialization
    /// (40), out of resources (53), not in the state, as a lock not available (55), operator
    /// intervened (57), system error (58).
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private Failures() {}

    /// A commit that failed for no reason that the database gave passes too: whether it took effect
    /// is asked again, at the fence. So does what befell the virtual machine, as a want of memory.
    static boolean passes(Throwable failure) {
        var causes = all(failure).toList();
        if (causes.stream().anyMatch(Failures::isOfTheMachine)) {
            return true;
        }
        var refused = causes.stream().filter(SQLException.class::isInstance).findFirst();
        return refused.isPresent()
                ? passes((SQLException) refused.get())
                : causes.stream().anyMatch(Failures::isConflict);
    }

    private static Stream<Throwable> all(Throwable failure) {
        var further =
                Stream.concat(
                        Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()));
        return Stream.concat(Stream.of(failure), further.flatMap(Failures::all));
    }

    /// A stack that overflows does so again: that is the event's doing.
    private static boolean isOfTheMachine(Throwable cause) {
        return cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError);
    }

    private static boolean isConflict(Throwable cause) {
        return cause instanceof OptimisticLockException
                || cause instanceof PessimisticLockException
                || cause instanceof ChangedMeanwhile
                || cause instanceof XAException;
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
