package locality.governance.plan;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/// What a plan is to bring about. Its number is its place in the plan, from 1.
///
/// @param area the number of the area it is of, null for one of the whole plan
@Embeddable
record Objective(String text, @Nullable Integer area) {}
