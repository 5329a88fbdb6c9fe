package locality.budget.arrears;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import locality.budget.arrears.Owed.Due;
import locality.platform.money.Pence;

/// What falls due of a contribution by its terms one after another, as the ledger has it: what fell
/// due before new terms stays on its day, and what they make of it, more or less, is due from the
/// day on which they hold. So nobody is late with what was not owed yet.
final class FellDue {

    private FellDue() {}

    /// One version of a contribution.
    ///
    /// @param dues its instalments, in the order of their days
    record Terms(LocalDate since, List<Due> dues) {}

    /// @param terms the versions up to that which holds, the first first
    /// @return in the order of their days; less than nothing where new terms make less due
    static List<Due> by(List<Terms> terms) {
        return terms.stream()
                .skip(1)
                .reduce(terms.getFirst().dues(), FellDue::varied, (_, later) -> later);
    }

    private static List<Due> varied(List<Due> before, Terms next) {
        Predicate<Due> isBefore = due -> due.owed() && due.dueOn().isBefore(next.since);
        Predicate<Due> isBegun = due -> due.owed() && !due.dueOn().isAfter(next.since);
        var stays = before.stream().filter(isBefore).toList();
        var difference = sum(next.dues.stream().filter(isBegun).toList()).minus(sum(stays));
        var varied = new ArrayList<>(stays);
        if (!difference.isZero()) {
            varied.add(new Due(next.since, difference, true));
        }
        return Stream.concat(varied.stream(), next.dues.stream().filter(isBegun.negate()))
                .sorted(Comparator.comparing(Due::dueOn))
                .toList();
    }

    private static Pence sum(List<Due> dues) {
        return Pence.sum(dues.stream().map(Due::amount).toList());
    }
}
