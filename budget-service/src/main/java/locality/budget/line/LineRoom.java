package locality.budget.line;

import locality.platform.money.Pence;

/// What a line has, and what of it is set aside, promised and spent. Together these never exceed
/// it; what would leave less is refused, and changes nothing.
///
/// @param line its reference
/// @param current what it has; less than nothing if it is planned as a saving
/// @param requested what is set aside for approvals that wait
/// @param committed what is promised and not yet paid
record LineRoom(String line, Pence current, Pence requested, Pence committed, Pence spent) {

    /// What may still be promised.
    Pence available() {
        return current.minus(held()).minus(spent);
    }

    Pence held() {
        return requested.plus(committed);
    }

    void requireFor(Pence amount) {
        if (amount.exceeds(available())) {
            throw new LineRefusal.OverCommitted(this, amount);
        }
    }

    void requireNotASaving() {
        if (current.isNegative()) {
            throw new LineRefusal.PlannedAsASaving(this);
        }
    }

    void requireCanSpend(Pence amount) {
        var after = spent.plus(amount);
        if (amount.isPositive() && !takesBackASaving(after)) {
            requireFor(amount);
        }
        if (!amount.isPositive() && leastSpend(current).exceeds(after)) {
            throw new LineRefusal.MoreThanSpent(this, amount);
        }
    }

    /// Whether this only corrects what a line planned as a saving was said to have saved.
    private boolean takesBackASaving(Pence spentAfter) {
        return current.isNegative() && !spentAfter.plus(held()).isPositive();
    }

    private static Pence leastSpend(Pence current) {
        return current.isNegative() ? current : Pence.ZERO;
    }

    /// Whether what is promised and spent is covered by so much.
    boolean isCoveredBy(Pence next) {
        var promised = held().plus(spent);
        return !leastSpend(next).exceeds(spent)
                && !promised.exceeds(next.isNegative() ? Pence.ZERO : next);
    }

    LineRoom request(Pence amount) {
        requireFor(amount);
        return new LineRoom(line, current, requested.plus(amount), committed, spent);
    }

    LineRoom commitRequested(Pence amount) {
        requireWithin("set aside", amount, requested);
        return new LineRoom(line, current, requested.minus(amount), committed.plus(amount), spent);
    }

    LineRoom dropRequested(Pence amount) {
        requireWithin("set aside", amount, requested);
        return new LineRoom(line, current, requested.minus(amount), committed, spent);
    }

    LineRoom commit(Pence amount) {
        requireFor(amount);
        return new LineRoom(line, current, requested, committed.plus(amount), spent);
    }

    LineRoom discharge(Pence amount) {
        requireWithin("promised", amount, committed);
        return new LineRoom(line, current, requested, committed.minus(amount), spent.plus(amount));
    }

    LineRoom release(Pence amount) {
        requireWithin("promised", amount, committed);
        return new LineRoom(line, current, requested, committed.minus(amount), spent);
    }

    /// Has so much more, or less than nothing more.
    LineRoom gain(Pence amount) {
        return new LineRoom(line, current.plus(amount), requested, committed, spent);
    }

    LineRoom giveRequested(Pence amount) {
        return new LineRoom(line, current.minus(amount), requested.minus(amount), committed, spent);
    }

    LineRoom spend(Pence amount) {
        requireCanSpend(amount);
        return new LineRoom(line, current, requested, committed, spent.plus(amount));
    }

    private void requireWithin(String what, Pence amount, Pence most) {
        if (amount.isNegative() || amount.exceeds(most)) {
            throw new LineRefusal.MoreThanLineHolds(line, what, amount, most);
        }
    }
}
