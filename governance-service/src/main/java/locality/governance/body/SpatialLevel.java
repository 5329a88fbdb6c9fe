package locality.governance.body;

/// How wide a body reaches.
public enum SpatialLevel {
    NEIGHBOURHOOD,
    LOCALITY,
    SECTOR,
    GREATER_MANCHESTER
}
