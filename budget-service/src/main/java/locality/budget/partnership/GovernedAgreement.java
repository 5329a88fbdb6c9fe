package locality.budget.partnership;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// An agreement as governance told of it, nothing of it if it told nothing. Whoever asks for many
/// days reads it once.
public final class GovernedAgreement {

    private final String reference;
    private final List<VersionTold> told;

    /// @param told in the order in which it was told
    GovernedAgreement(String reference, List<VersionTold> told) {
        this.reference = reference;
        this.told = told;
    }

    /// How governance names it.
    public String reference() {
        return reference;
    }

    /// What was told last, of whichever version.
    ///
    /// @param on the day from which it is so
    public record LastTold(int agreementVersion, String state, LocalDate on) {
        @Override
        public String toString() {
            return "version %d %s from %s".formatted(agreementVersion, state, on);
        }
    }

    public Optional<LastTold> lastTold() {
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(told.getLast())
                        .map(last -> new LastTold(last.version, last.state, last.effectiveOn));
    }

    /// The version in force on a day. Where two hold, the later one does: it was signed to take the
    /// other's place, and reaches back over days that the other was in force when they passed.
    public Optional<Standing> inForceOn(LocalDate day) {
        return lives().stream()
                .filter(life -> life.holdsOn(day))
                .max(Comparator.comparing(VersionLife::version))
                .map(life -> life.on(day));
    }

    /// @throws PartnershipRefusal if no version is in force on the day, saying what was told last
    public Standing requireInForce(LocalDate day) {
        return inForceOn(day).orElseThrow(() -> new PartnershipRefusal.NotInForce(this, day));
    }

    /// That this version was signed by all its parties, and holds on a day.
    ///
    /// @throws PartnershipRefusal if it was not, or begins later, or was over by then
    public void requireSigned(int version, LocalDate day) {
        var life =
                lives().stream()
                        .filter(one -> one.version() == version)
                        .findFirst()
                        .orElseThrow(() -> new PartnershipRefusal.NotSigned(this, version));
        if (!life.holdsOn(day)) {
            throw new PartnershipRefusal.DoesNotHold(this, life, day);
        }
    }

    /// That the agreement has such a version, as far as anything was told of it.
    ///
    /// @throws PartnershipRefusal if other versions were told of, and not this one
    public void requireTold(int version) {
        var versions = new TreeSet<Integer>();
        told.forEach(one -> versions.add(one.version));
        if (!versions.isEmpty() && !versions.contains(version)) {
            throw new PartnershipRefusal.NoSuchVersion(this, version, List.copyOf(versions));
        }
    }

    private List<VersionLife> lives() {
        return told.stream().collect(groupingBy(one -> one.version)).values().stream()
                .flatMap(VersionLife::of)
                .toList();
    }

    /// In words, for who is refused.
    String saidLast() {
        return lastTold().map(LastTold::toString).orElse("nothing");
    }
}
