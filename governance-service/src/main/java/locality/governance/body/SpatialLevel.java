package locality.governance.body;

/// How wide a body reaches.
enum SpatialLevel {
    NEIGHBOURHOOD,
    LOCALITY,
    SECTOR,
    GREATER_MANCHESTER
}
