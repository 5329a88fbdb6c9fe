package locality.budget.partnership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.place.Locality;

@ApplicationScoped
public class VersionsTold implements PanacheRepositoryBase<VersionTold, Long> {

    private final Clock clock;

    VersionsTold(Clock clock) {
        this.clock = clock;
    }

    /// Keeps what governance tells, beside all it told before.
    public void learn(AgreementChanged told) {
        persist(VersionTold.of(told, clock.instant()));
    }

    /// All that was told of an agreement of a place, by the reference governance gives it.
    public GovernedAgreement of(String reference, Locality place) {
        return new GovernedAgreement(
                reference,
                list("reference = ?1 and locality = ?2", Sort.by("id"), reference, place));
    }

    /// As [#of], as far as it was heard by a moment.
    public GovernedAgreement of(String reference, Locality place, Instant knownAt) {
        return new GovernedAgreement(
                reference,
                list(
                        "reference = ?1 and locality = ?2 and heardAt <= ?3",
                        Sort.by("id"),
                        reference,
                        place,
                        knownAt));
    }

    /// One by one what was told of an agreement, in the order in which it came.
    ///
    /// @param after the number of the last one read, 0 to begin with
    /// @return one more than the limit, if there is one
    public List<Told> page(String reference, Locality place, long after, int limit) {
        return find(
                        "reference = ?1 and locality = ?2 and id > ?3",
                        Sort.by("id"),
                        reference,
                        place,
                        after)
                .page(0, limit + 1)
                .stream()
                .map(Told::of)
                .toList();
    }
}
