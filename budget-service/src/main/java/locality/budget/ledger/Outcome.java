package locality.budget.ledger;

import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// What became of an entry that somebody asked for.
sealed interface Outcome {

    /// It stands in the journal.
    record Posted(Ledger.Posted entry) implements Outcome {}

    /// It stood there before, under the same key.
    record AlreadyPosted(Ledger.Posted entry) implements Outcome {}

    /// It does not; see [Verdict.Refused].
    record Refused(Refusal refusal, @Nullable Integer posting) implements Outcome {}
}
