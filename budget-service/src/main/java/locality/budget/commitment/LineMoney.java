package locality.budget.commitment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import locality.budget.agreement.Basis;
import locality.budget.line.BudgetLine;

/// Whose money a line has on a day. Each partner's own body decides on its money (S4 3.5.5), so it
/// is not for who asks to say whose it is: it is the commissioner's, and while it lies in the pool
/// theirs who pay into it.
///
/// @param contributing the partners that contribute to the line's fund
record LineMoney(
        String line, String commissioner, Basis basis, LocalDate on, Set<String> contributing) {

    static LineMoney of(BudgetLine line, LocalDate on, Set<String> contributing) {
        return new LineMoney(
                line.reference(), line.commissioner(), line.basisOn(on), on, contributing);
    }

    boolean isPooled() {
        return basis == Basis.POOLED;
    }

    /// @throws CommitmentRefusal if it is not the money of one of these
    void requireOwners(Collection<String> owners) {
        owners.stream().sorted().forEach(this::requireOwner);
    }

    private void requireOwner(String owner) {
        if (isPooled() && !contributing.contains(owner)) {
            throw new CommitmentRefusal.OwnerContributesNothing(this, owner);
        }
        if (!isPooled() && !owner.equals(commissioner)) {
            throw new CommitmentRefusal.OwnerNotCommissioner(this, owner);
        }
    }
}
