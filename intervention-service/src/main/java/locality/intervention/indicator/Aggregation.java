package locality.intervention.indicator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How several periods become one figure.
@Schema(name = "Aggregation")
enum Aggregation {
    /// The latest value stands for all before it.
    CUMULATIVE,
    /// The values are summed.
    FLOW,
    /// Numerators are summed, and divided by the sum of denominators.
    RATIO
}
