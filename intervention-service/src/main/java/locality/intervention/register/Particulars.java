package locality.intervention.register;

import org.jspecify.annotations.Nullable;

/// What is said of an intervention beside its name; null is not said.
///
/// @param managerialLead a post, never a person
/// @param clinicalLead a post, never a person
record Particulars(
        @Nullable String brief,
        @Nullable String managerialLead,
        @Nullable String clinicalLead,
        @Nullable String cohort,
        @Nullable String provider) {}
