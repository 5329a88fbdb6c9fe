package locality.budget.virement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who decides in a tier of a virement scheme.
@Schema(name = "VirementDecider")
enum VirementDecider {
    /// The manager of the pooled fund, under the delegation to its officers; it is noted
    /// afterwards.
    FUND_MANAGER,
    /// A body.
    BODY
}
