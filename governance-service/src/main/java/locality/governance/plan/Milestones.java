package locality.governance.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.recorder.Turns;
import locality.platform.identifier.Ids;
import locality.platform.refusal.NotFound;

/// The milestones of all plans.
@ApplicationScoped
class Milestones implements PanacheRepositoryBase<Milestone, UUID> {

    /// @throws NotFound if there is none
    Milestone require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("milestone", idOrReference));
    }

    /// A milestone to change, for which all who change it have finished.
    Milestone requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("milestone", idOrReference));
    }

    private Optional<Milestone> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    /// In the order in which they were planned.
    List<Milestone> of(UUID plan) {
        return list("planId = ?1 order by number", plan);
    }

    /// Those of several plans, by plan, in the order in which they were planned.
    Map<UUID, List<Milestone>> ofEach(Collection<UUID> plans) {
        return list("planId in ?1 order by number", plans).stream()
                .collect(Collectors.groupingBy(one -> one.planId));
    }

    /// What they are called, by their ids.
    Map<UUID, String> referencesOf(UUID plan) {
        return getEntityManager()
                .createQuery(
                        "select m.id, m.reference from Milestone m where m.planId = ?1",
                        Tuple.class)
                .setParameter(1, plan)
                .getResultStream()
                .collect(
                        Collectors.toMap(
                                one -> one.get(0, UUID.class), one -> one.get(1, String.class)));
    }

    long countOf(UUID plan) {
        return count("planId", plan);
    }

    /// Those of a plan with all that they waited for on a day, in other plans too.
    List<Milestone> upstreamOf(Plan plan, LocalDate day) {
        return upstream(ids(of(plan.id)), day);
    }

    /// Those of a plan, and of every plan that waited for it or that it waited for on a day,
    /// directly or through others: what the dates of each follow from.
    List<Milestone> around(UUID plan, LocalDate day) {
        @SuppressWarnings("unchecked")
        List<Milestone> found =
                getEntityManager()
                        .createNativeQuery(AROUND, Milestone.class)
                        .setParameter("plan", plan)
                        .setParameter("day", day)
                        .getResultList();
        return found;
    }

    /// The id of the plan that a milestone is of.
    ///
    /// @throws NotFound if there is no such milestone
    UUID planOf(String idOrReference) {
        return getEntityManager()
                .createQuery(
                        "select m.planId from Milestone m where m.reference = ?1 or m.id = ?2",
                        UUID.class)
                .setParameter(1, idOrReference)
                .setParameter(2, Ids.parse(idOrReference).orElse(NO_ID))
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("milestone", idOrReference));
    }

    private static List<UUID> ids(List<Milestone> milestones) {
        return milestones.stream().map(one -> one.id).toList();
    }

    /// These, with all that they waited for on a day, directly or through others.
    List<Milestone> upstream(Collection<UUID> milestones, LocalDate day) {
        return walk(UPSTREAM, milestones, day);
    }

    /// These, with all that waited for them on a day, directly or through others.
    List<Milestone> downstream(Collection<UUID> milestones, LocalDate day) {
        return walk(DOWNSTREAM, milestones, day);
    }

    private List<Milestone> walk(String walk, Collection<UUID> from, LocalDate day) {
        @SuppressWarnings("unchecked")
        List<Milestone> found =
                getEntityManager()
                        .createNativeQuery(walk, Milestone.class)
                        .setParameter("from", from.toArray(UUID[]::new))
                        .setParameter("day", day)
                        .getResultList();
        return found;
    }

    /// Lets one at a time say what waits for what, until the transaction ends: two at once could
    /// close a circle that neither sees.
    void holdLinks() {
        Turns.take(getEntityManager(), "milestone predecessors");
    }

    private static final UUID NO_ID = new UUID(0, 0);
    private static final String ON_THE_DAY =
            "p.from_day <= :day and (p.until_day is null or p.until_day > :day)";
    private static final String AROUND =
            """
            with recursive held (one, other) as (
              select a.plan_id, b.plan_id
              from milestone_predecessor p
              join milestone a on a.id = p.milestone_id
              join milestone b on b.id = p.predecessor_id
              where a.plan_id <> b.plan_id and %s),
            link (one, other) as (
              select one, other from held
              union
              select other, one from held),
            found (plan) as (
              select cast(:plan as uuid)
              union
              select link.other from link join found on found.plan = link.one)
            select m.* from milestone m join found on found.plan = m.plan_id
            order by m.plan_reference, m.number
            """
                    .formatted(ON_THE_DAY);
    private static final String UPSTREAM =
            """
            with recursive found (id) as (
              select unnest(cast(:from as uuid[]))
              union
              select p.predecessor_id
              from milestone_predecessor p join found on found.id = p.milestone_id
              where %s)
            select m.* from milestone m join found on found.id = m.id
            order by m.plan_reference, m.number
            """
                    .formatted(ON_THE_DAY);
    private static final String DOWNSTREAM =
            """
            with recursive found (id) as (
              select unnest(cast(:from as uuid[]))
              union
              select p.milestone_id
              from milestone_predecessor p join found on found.id = p.predecessor_id
              where %s)
            select m.* from milestone m join found on found.id = m.id
            order by m.plan_reference, m.number
            """
                    .formatted(ON_THE_DAY);
}
