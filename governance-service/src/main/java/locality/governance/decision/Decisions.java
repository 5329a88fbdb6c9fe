package locality.governance.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.meeting.Meeting;
import locality.governance.validity.DecisionType;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The decisions on record.
@ApplicationScoped
class Decisions implements PanacheRepositoryBase<Decision, UUID> {

    /// @throws NotFound if there is none
    Decision require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("decision", idOrReference));
    }

    Optional<Decision> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// @param lock votes are cast side by side (`PESSIMISTIC_READ`) and are all in before an
    ///   outcome is recorded (`PESSIMISTIC_WRITE`)
    /// @throws DecisionRefusal if the item is only for discussion
    Decision requireOn(Meeting meeting, int item, LockModeType lock) {
        meeting.requireItem(item);
        return find("meetingId = ?1 and item = ?2", meeting.id(), item)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> new DecisionRefusal.NothingToDecide(meeting.referenceOf(item)));
    }

    /// The first vote sets the moment; of several at once, one does and the others wait for it.
    void setVotedAt(Meeting meeting, int item, LocalTime moment) {
        update(
                "votedAt = ?1 where meetingId = ?2 and item = ?3 and state = ?4"
                        + " and votedAt is null",
                moment,
                meeting.id(),
                item,
                DecisionState.TABLED);
    }

    /// Lets one decision on a subject be taken at a time: another waits until this transaction
    /// ends.
    void holdSubject(Locality place, String subjectType, String subjectId) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)",
                        String.class)
                .setParameter(1, String.join("|", place.code(), subjectType, subjectId))
                .getSingleResult();
    }

    /// Approvals in effect of the same subject: what was approved in parts counts together.
    List<Decision> earlierOfSubject(Decision decision) {
        return decision.subjectType == null || decision.subjectId == null
                ? List.of()
                : approvalsOf(decision.locality, decision.subjectType, decision.subjectId).stream()
                        .filter(one -> !one.id.equals(decision.id))
                        .toList();
    }

    /// Approvals in effect of a subject in a place.
    List<Decision> approvalsOf(Locality place, String subjectType, String subjectId) {
        return find(
                        "locality = ?1 and subjectType = ?2 and subjectId = ?3 and state = ?4"
                                + " and takenAs in ?5 and value is not null order by id",
                        place,
                        subjectType,
                        subjectId,
                        DecisionState.IN_EFFECT,
                        List.of(DecisionType.APPROVE, DecisionType.RATIFY))
                .list();
    }

    /// Those that were in effect by what had been told of them at that moment.
    List<Decision> approvalsKnownOf(
            Locality place, String subjectType, String subjectId, Instant knownAt) {
        return getEntityManager()
                .createNativeQuery(IN_EFFECT_AS_KNOWN, Decision.class)
                .setParameter("place", place.code())
                .setParameter("subjectType", subjectType)
                .setParameter("subjectId", subjectId)
                .setParameter("knownAt", knownAt)
                .getResultList();
    }

    private static final String IN_EFFECT_AS_KNOWN =
            """
            select d.* from decision d
            where d.locality = :place and d.subject_type = :subjectType and d.subject_id = :subjectId
              and d.value_pence is not null
              and (select told.data ->> 'state' from event_log told
                   where told.subject_type = 'decision' and told.subject_id = cast(d.id as text)
                     and told.type in ('governance.decision-taken.v1', 'governance.decision-changed.v1')
                     and told.recorded_at <= :knownAt
                   order by told.subject_version desc limit 1) = 'IN_EFFECT'
              and (select told.data ->> 'decisionType' from event_log told
                   where told.subject_type = 'decision' and told.subject_id = cast(d.id as text)
                     and told.type = 'governance.decision-taken.v1' and told.recorded_at <= :knownAt
                   order by told.subject_version desc limit 1) in ('APPROVE', 'RATIFY')
            order by d.id
            """;

    List<Decision> inPlaces(
            Set<Locality> places,
            @Nullable UUID body,
            @Nullable DecisionState state,
            String after,
            int limit) {
        return find(
                        "locality in ?1 and reference > ?2 and (?3 is null or bodyId = ?3)"
                                + " and (?4 is null or state = ?4) order by reference",
                        places,
                        after,
                        body,
                        state)
                .range(0, limit)
                .list();
    }
}
