package locality.budget.line;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import locality.budget.agreement.Basis;
import locality.platform.money.FinancialYear;
import org.jspecify.annotations.Nullable;

/// On which basis a line stands on every day.
///
/// @param line its reference
/// @param planned the basis from the first day of the year on
/// @param later the changes since
public record LineBases(String line, Basis planned, Collection<LineBasis> later) {

    public LineBases {
        later = List.copyOf(later);
    }

    public Basis on(LocalDate day) {
        return later.stream()
                .filter(change -> !change.startsOn().isAfter(day))
                .max(Comparator.comparing(LineBasis::startsOn))
                .map(LineBasis::basis)
                .orElse(planned);
    }

    /// Never in the agreement, on no day of the year.
    boolean areOnlyInView() {
        return !planned.standsInTheAgreement()
                && later.stream().noneMatch(change -> change.basis().standsInTheAgreement());
    }

    void requireInTheAgreementOn(LocalDate day) {
        if (!on(day).standsInTheAgreement()) {
            throw new LineRefusal.OnlyInView(line, day);
        }
    }

    /// That a change may follow: it begins with a later period of the year, no money moved since,
    /// and it changes something.
    void requireMayFollow(LineBasis next, FinancialYear year, @Nullable LocalDate lastMovedOn) {
        var startsOn = next.startsOn();
        if (startsOn.getDayOfMonth() != 1) {
            throw new LineRefusal.NotAPeriodBoundary(line, startsOn);
        }
        if (!year.contains(startsOn) || startsOn.equals(year.start())) {
            throw new LineRefusal.NotLaterInTheYear(line, startsOn, year);
        }
        requireAfterTheLast(startsOn);
        if (lastMovedOn != null && !startsOn.isAfter(lastMovedOn)) {
            throw new LineRefusal.MoneyMovedSince(line, startsOn, lastMovedOn);
        }
        if (on(startsOn) == next.basis()) {
            throw new LineRefusal.BasisUnchanged(line, startsOn, next.basis());
        }
    }

    private void requireAfterTheLast(LocalDate startsOn) {
        var last = later.stream().map(LineBasis::startsOn).max(Comparator.naturalOrder());
        if (last.isPresent() && !startsOn.isAfter(last.get())) {
            throw new LineRefusal.BasisNotAfterTheLast(line, startsOn, last.get());
        }
    }
}
