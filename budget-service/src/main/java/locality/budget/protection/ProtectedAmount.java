package locality.budget.protection;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.platform.event.VirementEvent.ProtectedAmountSet;
import locality.platform.money.FinancialYear;
import locality.platform.place.Locality;

/// What must stay for a purpose in a fund: the minimum contribution of the NHS, the protection of
/// social care. Its terms hold by date; a set of terms for a later day changes nothing of before.
@Entity
class ProtectedAmount {
    @Id UUID id;
    String reference;
    UUID fundId;
    Locality locality;
    String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "protected_amount_terms",
            joinColumns = @JoinColumn(name = "protected_amount_id"))
    @OrderColumn(name = "ordinal")
    List<ProtectedTerms> terms = new ArrayList<>();

    @Version long version;

    /// Sets terms from a day of the fund's year on, over those set before for that day.
    ///
    /// @param references of the lines that count, in the order of their ids in the terms
    /// @throws ProtectionRefusal if nothing is protected, they end before they start, or they start
    ///   outside the year
    ProtectedAmountSet set(ProtectedTerms set, List<String> references, FinancialYear year) {
        if (!set.amountPence().isPositive()) {
            throw new ProtectionRefusal.NothingProtected(reference, set.amountPence());
        }
        if (set.endBefore(set.startsOn())) {
            throw new ProtectionRefusal.EndsFirst(reference, set);
        }
        if (!year.contains(set.startsOn())) {
            throw new ProtectionRefusal.OutsideTheYear(reference, set.startsOn(), year);
        }
        terms.add(set);
        return new ProtectedAmountSet(
                id,
                reference,
                fundId,
                name,
                set.amountPence(),
                set.action().name(),
                references,
                set.endsOn(),
                locality,
                set.startsOn(),
                set.provenance());
    }

    int nextVersion() {
        return terms.size() + 1;
    }

    /// The terms on a day, if it is protected that day: the latest to start, of one day the last
    /// set.
    Optional<ProtectedTerms> on(LocalDate day) {
        return terms.stream()
                .filter(set -> !set.startsOn().isAfter(day))
                .max(
                        Comparator.comparing(ProtectedTerms::startsOn)
                                .thenComparing(ProtectedTerms::version))
                .filter(set -> !set.endBefore(day));
    }
}
