package locality.budget.commitment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.event.BoardEvent.DecisionTaken;

/// Variations of commitments. As with commitments, whoever changes one holds the lock on the line.
@ApplicationScoped
class Variations implements PanacheRepositoryBase<Variation, UUID> {

    /// A variation, its commitment, and the line to lock before either is read.
    record Place(UUID variationId, UUID commitmentId, UUID lineId) {}

    /// The variation that waits on a commitment, if there is one; there is no second.
    Optional<Variation> waitingOn(Commitment commitment) {
        return find(
                        "commitmentId = ?1 and state = ?2",
                        commitment.id,
                        VariationState.PENDING_APPROVAL)
                .firstResultOptional();
    }

    /// @throws CommitmentRefusal if a variation waits already
    void requireNoneWaiting(Commitment commitment) {
        waitingOn(commitment)
                .ifPresent(
                        waiting -> {
                            throw new CommitmentRefusal.VariationWaits(
                                    commitment.reference, waiting);
                        });
    }

    int nextNumber(Commitment commitment) {
        return Math.toIntExact(count("commitmentId", commitment.id)) + 1;
    }

    /// Where the variation lies whose request a decision of its place repeats.
    Optional<Place> placeOf(DecisionTaken decision) {
        return decision.requestId() == null
                ? Optional.empty()
                : find(
                                """
                                select v.id, c.id, c.lineId
                                from Variation v join Commitment c on c.id = v.commitmentId
                                where v.requestId = ?1 and c.locality = ?2
                                """,
                                decision.requestId(),
                                decision.locality())
                        .project(Place.class)
                        .firstResultOptional();
    }

    List<Variation> overdueOn(UUID line, LocalDate today) {
        return list(
                """
                from Variation v
                where v.state = ?1 and v.dueOn < ?2
                  and v.commitmentId in (select c.id from Commitment c where c.lineId = ?3)
                order by v.id
                """,
                VariationState.PENDING_APPROVAL,
                today,
                line);
    }

    Map<UUID, List<Variation>> on(Collection<UUID> commitments) {
        return list("commitmentId in ?1", Sort.by("number"), commitments).stream()
                .collect(Collectors.groupingBy(variation -> variation.commitmentId));
    }
}
