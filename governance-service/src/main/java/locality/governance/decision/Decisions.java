package locality.governance.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Approval;
import locality.governance.meeting.Meeting;
import locality.governance.recorder.Turns;
import locality.governance.validity.DecisionType;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
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
    ///
    /// What is about a decision holds that decision's subject, whichever way it names it.
    void holdSubjectOf(Decision decision) {
        var about = aboutIt(decision).orElse(decision);
        if (about.subjectType != null && about.subjectId != null) {
            holdSubject(about.locality, about.subjectType, about.subjectId);
        }
    }

    private void holdSubject(Locality place, String subjectType, String subjectId) {
        Turns.take(getEntityManager(), String.join("|", place.code(), subjectType, subjectId));
    }

    /// Approvals of the same subject that count on a day: what was approved in parts counts
    /// together, and what was rescinded or superseded counts to the day before.
    ///
    /// What ratifies a decision is about that decision's subject: so nothing is split by it.
    List<Decision> earlierOfSubject(Decision decision, LocalDate on) {
        if (Decision.SUBJECT.equals(decision.subjectType)) {
            return aboutIt(decision)
                    .filter(ratified -> !Decision.SUBJECT.equals(ratified.subjectType))
                    .map(ratified -> earlierOfSubject(ratified, on))
                    .orElse(List.of());
        }
        return decision.subjectType == null || decision.subjectId == null
                ? List.of()
                : counting(
                        decision.locality,
                        decision.subjectType,
                        decision.subjectId,
                        decision.id,
                        on);
    }

    /// What bands and thresholds are measured against: its value with what was approved of its
    /// subject before, so that nothing is split to stay below one.
    ///
    /// @return null when it is not about money
    @Nullable Pence totalOfSubject(Decision decision, LocalDate on) {
        return decision.value == null
                ? null
                : decision.value.plus(
                        Pence.sum(
                                earlierOfSubject(decision, on).stream()
                                        .map(Decision::valueOrNothing)
                                        .toList()));
    }

    /// The decision it has as its subject, if it has one on record.
    Optional<Decision> aboutIt(Decision decision) {
        return Decision.SUBJECT.equals(decision.subjectType) && decision.subjectId != null
                ? lookUp(decision.subjectId)
                : Optional.empty();
    }

    /// What is approved counts from the day it was decided, however late it takes effect; what is
    /// ratified, from the day that is.
    ///
    /// @param but a decision that is not among them
    List<Decision> counting(
            Locality place, String subjectType, String subjectId, UUID but, LocalDate on) {
        return find(
                        "locality = ?1 and subjectType = ?2 and subjectId = ?3 and id <> ?4"
                                + " and (state in ?5 or endedOn > ?6) and takenAs in ?7"
                                + " and case when state = ?8 then effectiveOn else decidedOn end"
                                + " <= ?6"
                                + " and value is not null order by id",
                        place,
                        subjectType,
                        subjectId,
                        but,
                        DecisionState.COUNTING,
                        on,
                        List.of(DecisionType.APPROVE, DecisionType.RATIFY),
                        DecisionState.RATIFIED)
                .list();
    }

    /// What was put before bodies to answer a request and is not over: still to be decided, or to
    /// take effect.
    List<Decision> liveOn(UUID approvalRequest) {
        return find(
                        "approvalRequestId = ?1 and state in ?2 order by id",
                        approvalRequest,
                        DecisionState.LIVE)
                .list();
    }

    /// Everything else that was put before a body about the same subject, the latest last.
    List<Decision> othersOfSubject(Decision decision) {
        return find(
                        "locality = ?1 and subjectType = ?2 and subjectId = ?3 and id <> ?4"
                                + " order by id",
                        decision.locality,
                        decision.subjectType,
                        decision.subjectId,
                        decision.id)
                .list();
    }

    /// A decision that nobody else changes meanwhile.
    ///
    /// @throws NotFound if there is none
    Decision requireAlone(String idOrReference) {
        var decision = require(idOrReference);
        getEntityManager().refresh(decision, LockModeType.PESSIMISTIC_WRITE);
        return decision;
    }

    /// A decision that nobody changes meanwhile, though others may rest on it as well.
    ///
    /// @throws NotFound if there is none
    Decision requireStill(String idOrReference) {
        var decision = require(idOrReference);
        getEntityManager().refresh(decision, LockModeType.PESSIMISTIC_READ);
        return decision;
    }

    /// Those that counted by what had been told of them at that moment, each as it was told then:
    /// since, it may have been sent back and put before another meeting.
    List<Approval> countingAsKnown(
            Locality place, String subjectType, String subjectId, LocalDate on, Instant knownAt) {
        List<Object[]> told =
                getEntityManager()
                        .createNativeQuery(COUNTING_AS_KNOWN, Object[].class)
                        .setParameter("place", place.code())
                        .setParameter("subjectType", subjectType)
                        .setParameter("subjectId", subjectId)
                        .setParameter(
                                "counting",
                                DecisionState.COUNTING.stream().map(Enum::name).toList())
                        .setParameter("on", on)
                        .setParameter("knownAt", knownAt)
                        .getResultList();
        return told.stream()
                .map(
                        row ->
                                findById((UUID) row[0])
                                        .approvalToldAs((String) row[1], (LocalDate) row[2]))
                .toList();
    }

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

    /// What officers decided with a body's power that it is still to note.
    List<Decision> forNoting(Set<Locality> places, UUID body, String after, int limit) {
        return getEntityManager()
                .createNativeQuery(FOR_NOTING, Decision.class)
                .setParameter("places", places.stream().map(Locality::code).toList())
                .setParameter("body", body)
                .setParameter("after", after)
                .setParameter("limit", limit + 1)
                .getResultList();
    }

    private static final String COUNTING_AS_KNOWN =
            """
            select d.id, kept.reference, taken.effective_on
            from decision d
            join lateral (select data ->> 'state' as state,
                                 cast(data ->> 'effectiveOn' as date) as effective_on
                          from event_log
                          where subject_type = 'decision' and subject_id = cast(d.id as text)
                            and type in ('governance.decision-taken.v1',
                                         'governance.decision-changed.v1')
                            and recorded_at <= :knownAt
                          order by subject_version desc limit 1) told on true
            join lateral (select data ->> 'decisionType' as type,
                                 cast(data ->> 'effectiveOn' as date) as effective_on
                          from event_log
                          where subject_type = 'decision' and subject_id = cast(d.id as text)
                            and type = 'governance.decision-taken.v1' and recorded_at <= :knownAt
                          order by subject_version desc limit 1) taken on true
            join lateral (select reference, cast(evidence ->> 'heldOn' as date) as decided_on
                          from decision_outcome
                          where decision_id = d.id and outcome is not null
                            and recorded_at <= :knownAt
                          order by tabling desc limit 1) kept on true
            where d.locality = :place and d.subject_type = :subjectType and d.subject_id = :subjectId
              and d.value_pence is not null and taken.type in ('APPROVE', 'RATIFY')
              and (told.state in (:counting)
                   or told.state in ('RESCINDED', 'SUPERSEDED') and told.effective_on > :on)
              and case when told.state = 'RATIFIED' then taken.effective_on
                       else kept.decided_on end <= :on
            order by d.id
            """;

    private static final String FOR_NOTING =
            """
            select d.* from decision d
            where d.locality in (:places) and d.body_id = :body and d.reference > :after
              and d.mode <> 'MEETING' and d.outcome is not null
              and (d.mode = 'URGENT'
                   or coalesce(d.value_pence, 0) >= coalesce(
                        cast(d.evidence -> 'terms' ->> 'keyDecisionFromPence' as bigint), 0))
              and not exists (select from decision n
                              where n.subject_type = 'decision'
                                and n.subject_id in (cast(d.id as text), d.reference)
                                and n.type = 'NOTE' and n.state = 'IN_EFFECT'
                                and n.body_id = d.body_id)
            order by d.reference limit :limit
            """;
}
