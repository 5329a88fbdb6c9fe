package locality.budget.ledger;

import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// What becomes of an entry that somebody asks for.
sealed interface Verdict {

    /// It may be posted.
    record Accepted(Entry entry) implements Verdict {}

    /// It says what an entry says that stands under its key already.
    record Repeated(Entry first) implements Verdict {}

    /// It breaks a rule, alone: those beside it may still be posted.
    ///
    /// @param posting the place of the posting that breaks it, from 1; null if it is not one alone
    record Refused(Refusal refusal, @Nullable Integer posting) implements Verdict {}
}
