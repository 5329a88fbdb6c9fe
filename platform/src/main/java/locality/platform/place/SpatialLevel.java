package locality.platform.place;

/// How wide a body reaches, or at which level a function is decided (*Transition to ICS Update for
/// Governing Body*, spatial levels).
public enum SpatialLevel {
    NEIGHBOURHOOD,
    LOCALITY,
    SECTOR,
    GREATER_MANCHESTER
}
