package locality.budget.comparison;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/// One term of a sum.
///
/// @param times how often it counts: 1 is added, -1 taken away, 8 counted eight times; never 0
@Embeddable
record Term(int times, @Embedded Operand operand) {}
