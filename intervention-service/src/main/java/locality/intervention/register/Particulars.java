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
        @Nullable String provider) {

    /// The longest name, lead, cohort or provider, in characters.
    static final int LONGEST_NAME = 300;

    /// The longest brief, in characters.
    static final int LONGEST_BRIEF = 10_000;

    /// What is not said here, as it was said before.
    Particulars over(Particulars before) {
        return new Particulars(
                brief == null ? before.brief : brief,
                managerialLead == null ? before.managerialLead : managerialLead,
                clinicalLead == null ? before.clinicalLead : clinicalLead,
                cohort == null ? before.cohort : cohort,
                provider == null ? before.provider : provider);
    }
}
