package locality.budget.commitment;

import java.util.List;

/// What a decision that arrived means for a commitment.
sealed interface Verdict {

    /// It allows the commitment.
    record Opens() implements Verdict {}

    /// A body with the authority said no.
    record Rejects() implements Verdict {}

    /// It changes nothing.
    ///
    /// @param reasons validity codes, or which of state, request, content and amount does not match
    record DoesNotApply(List<String> reasons) implements Verdict {}
}
