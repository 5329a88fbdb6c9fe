package locality.governance.composition;

import java.util.List;

/// How far a rule is from being kept.
///
/// @param seats the seats it is about: of the body itself, or by body and seat
record Shortfall(int wanted, int has, List<String> seats, String words) {}
