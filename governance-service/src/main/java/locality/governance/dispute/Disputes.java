package locality.governance.dispute;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The disputes on record, and the rules of the forums they are referred to.
@ApplicationScoped
class Disputes implements PanacheRepositoryBase<Dispute, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param party an organisation's code
    record Wanted(@Nullable UUID body, @Nullable String party, @Nullable DisputeState state) {}

    /// @throws NotFound if there is none
    Dispute require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("dispute", idOrReference));
    }

    Optional<Dispute> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// A forum's rules, the last first.
    List<ForumRule> rules(UUID body) {
        return getEntityManager()
                .createQuery(
                        "from ForumRule where bodyId = ?1 order by effectiveOn desc",
                        ForumRule.class)
                .setParameter(1, body)
                .getResultList();
    }

    /// The days that the forum of a dispute may let pass, on a day; null for no such rule.
    @Nullable Integer daysBetweenSteps(Dispute dispute, LocalDate on) {
        return dispute.bodyId == null
                ? null
                : daysBetweenSteps(List.of(dispute), on).get(dispute.bodyId);
    }

    /// The same of several disputes, by the forum; none for a forum without such a rule.
    Map<UUID, Integer> daysBetweenSteps(List<Dispute> disputes, LocalDate on) {
        var forums =
                disputes.stream()
                        .map(dispute -> dispute.bodyId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return getEntityManager()
                .createQuery(
                        "from ForumRule where bodyId in ?1 and effectiveOn <= ?2"
                                + " order by effectiveOn",
                        ForumRule.class)
                .setParameter(1, forums)
                .setParameter(2, on)
                .getResultStream()
                .collect(
                        Collectors.toMap(
                                rule -> rule.bodyId,
                                rule -> rule.daysBetweenSteps,
                                (_, later) -> later));
    }

    void set(ForumRule rule) {
        getEntityManager().persist(rule);
        flush();
    }

    List<Dispute> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions("locality in :places and reference > :after")
                        .with("places", places)
                        .with("after", after)
                        .and("bodyId = :body", "body", wanted.body)
                        .and("array_position(parties, :party) > 0", "party", wanted.party)
                        .and("state = :state", "state", wanted.state);
        return find(asked.orderedBy("reference"), asked.values()).range(0, limit).list();
    }
}
