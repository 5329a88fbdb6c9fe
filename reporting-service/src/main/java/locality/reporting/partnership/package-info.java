/// A partnership over time: what its partners agreed, what passed to a contract, how it was
/// assessed, what may go wrong, what is planned, each as of a day.
@NullMarked
package locality.reporting.partnership;

import org.jspecify.annotations.NullMarked;
