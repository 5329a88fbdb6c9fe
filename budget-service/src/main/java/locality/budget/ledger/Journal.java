package locality.budget.ledger;

import java.util.List;

/// The one way into the journal. Whatever stands behind it, the entries handed over together are
/// stored together.
interface Journal {

    /// Stores entries in the caller's transaction.
    ///
    /// @return the entries' numbers, in the order the entries were given
    List<Long> append(List<Entry> entries);
}
