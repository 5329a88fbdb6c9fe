package locality.governance.plan;

import jakarta.persistence.Embeddable;

/// What an area depends on and does not do itself.
///
/// @param area the number of the area that names it
@Embeddable
record Interdependency(int area, String title) {}
