package locality.platform.refusal;

import java.util.List;

/// The request cannot be read. Every fault found is listed, not only the first.
public final class Malformed extends Refusal {

    /// @param where a JSON field (`postings[1].amountPence`), a query parameter, or a CSV line and
    ///   column (`line 7, plannedPence`)
    public record Fault(String where, String message) {}

    public Malformed(String detail) {
        super(Kind.MALFORMED, "MALFORMED", detail);
    }

    public Malformed(String detail, List<Fault> faults) {
        super(Kind.MALFORMED, "MALFORMED", detail);
        operand("errors", faults);
    }
}
