package locality.intervention.indicator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an indicator is for.
@Schema(name = "IndicatorKind")
enum IndicatorKind {
    /// A transformation performance indicator: it shows whether what is done changes an outcome.
    TPI,
    /// Any other measure.
    OPERATIONAL
}
