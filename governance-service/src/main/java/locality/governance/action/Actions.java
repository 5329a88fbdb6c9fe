package locality.governance.action;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.recorder.Turns;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The actions ever given.
@ApplicationScoped
class Actions implements PanacheRepositoryBase<Action, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param asOf the day they are shown as of
    /// @param overdueOn only those late on that day
    record Wanted(
            LocalDate asOf,
            @Nullable UUID body,
            @Nullable UUID meeting,
            @Nullable UUID decision,
            @Nullable ActionState state,
            @Nullable LocalDate overdueOn) {

        /// All that was ever given, as it now is.
        static final LocalDate NOW = LocalDate.of(9999, 12, 31);
    }

    Action require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("action", idOrReference));
    }

    /// An action to change, for which all who change it have finished.
    Action requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("action", idOrReference));
    }

    private Optional<Action> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    List<Action> ofMeeting(UUID meeting) {
        return list("meetingId = ?1 order by item, id", meeting);
    }

    /// `MCR-HWBB-2014-05-14/3/A2` after `A1`. Whoever gives one there meanwhile waits.
    String nextReference(Origin origin) {
        Turns.take(getEntityManager(), origin.prefix());
        long before =
                origin.meetingId() == null
                        ? count("bodyId = ?1 and meetingId is null", origin.bodyId())
                        : count("meetingId = ?1 and item = ?2", origin.meetingId(), origin.item());
        return origin.prefix() + (before + 1);
    }

    List<Action> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions(AS_OF)
                        .with("places", places.stream().map(Locality::code).toList())
                        .with("asOf", wanted.asOf)
                        .with("after", after)
                        .and("a.body_id = :body", "body", wanted.body)
                        .and("a.meeting_id = :meeting", "meeting", wanted.meeting)
                        .and("a.decision_id = :decision", "decision", wanted.decision)
                        .and(
                                "s.state = :state",
                                "state",
                                wanted.state == null ? null : wanted.state.name())
                        .and(OVERDUE, "day", wanted.overdueOn);
        var query =
                getEntityManager().createNativeQuery(asked.orderedBy("a.reference"), Action.class);
        asked.values().forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Action> found = query.setMaxResults(limit + 1).getResultList();
        return found;
    }

    private static final String AS_OF =
            """
            select a.* from action a
            join lateral (select state, due_on from action_step
                          where action_id = a.id and effective_on <= :asOf
                          order by step desc limit 1) s on true
            where a.locality in (:places) and a.reference > :after
            """;
    private static final String OVERDUE = "s.state in ('OPEN', 'IN_PROGRESS') and s.due_on < :day";
}
