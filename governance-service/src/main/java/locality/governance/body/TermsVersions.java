package locality.governance.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The terms of reference of one body, version after version, counted from one. A version is in
/// force until the next begins; one that begins on its predecessor's day replaces it.
final class TermsVersions {

    private final List<TermsOfReference> versions;

    /// @param versions changed in place
    TermsVersions(List<TermsOfReference> versions) {
        this.versions = versions;
    }

    void adopt(TermsOfReference next) {
        if (next.keyDecisionFrom() != null && next.keyDecisionFrom().isNegative()) {
            throw new BodyRefusal.NegativeKeyValue(next.keyDecisionFrom());
        }
        if (!versions.isEmpty() && next.effectiveOn().isBefore(versions.getLast().effectiveOn())) {
            throw new BodyRefusal.TermsOutOfOrder(
                    versions.getLast().effectiveOn(), next.effectiveOn());
        }
        versions.add(next);
    }

    /// Which version is in force on a date, zero for none.
    int numberOn(LocalDate day) {
        return IntStream.rangeClosed(1, versions.size())
                .filter(number -> !versions.get(number - 1).effectiveOn().isAfter(day))
                .max()
                .orElse(0);
    }

    /// Empty before the first version.
    Optional<TermsOfReference> inForceOn(LocalDate day) {
        int number = numberOn(day);
        return number == 0 ? Optional.empty() : Optional.of(versions.get(number - 1));
    }
}
