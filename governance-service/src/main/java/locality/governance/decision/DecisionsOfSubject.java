package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.governance.authority.Approval;
import locality.governance.authority.Question;
import locality.governance.recorder.Turns;
import locality.governance.validity.DecisionType;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What was decided of one subject counts together. What is about a decision is about that
/// decision's subject, however long the way round.
@ApplicationScoped
class DecisionsOfSubject {
    private final Decisions decisions;

    DecisionsOfSubject(Decisions decisions) {
        this.decisions = decisions;
    }

    /// Lets one decision on a subject be taken at a time: another waits until this transaction
    /// ends.
    ///
    /// What is about a decision holds that decision's subject, whichever way it names it.
    void holdSubjectOf(Decision decision) {
        var root = rootOf(decision);
        var matter = root.matter;
        var subject =
                matter.subjectType() != null && matter.subjectId() != null
                        ? matter.subjectType() + "|" + matter.subjectId()
                        : Decision.SUBJECT + "|" + root.id;
        Turns.take(decisions.getEntityManager(), matter.place().code() + "|" + subject);
    }

    /// Approvals of the same subject that count on a day: what was approved in parts counts
    /// together, and what was rescinded or superseded counts to the day before.
    ///
    /// What is about a decision is about that decision's subject, and the decision counts with it:
    /// so nothing is split by naming the first part as the subject of the second. What ratifies a
    /// decision does not count beside it; and what is about one and spends nothing, as to rescind
    /// it, splits nothing.
    List<Decision> earlierOfSubject(Decision decision, LocalDate on) {
        var root = rootOf(decision);
        var ratifies = decision.matter.type() == DecisionType.RATIFY;
        if (!root.id.equals(decision.id) && !ratifies && decision.matter.value() == null) {
            return List.of();
        }
        var ratified =
                ratifies
                        ? aboutIt(decision).map(about -> about.id).orElse(decision.id)
                        : decision.id;
        var replaced = replacedBy(decision);
        return counting(familyOf(root), on).stream()
                .filter(one -> !one.id.equals(decision.id) && !one.id.equals(ratified))
                .filter(one -> replaced == null || !one.id.equals(replaced.id))
                .toList();
    }

    /// What it takes the place of, while that is in effect: it ends as this one comes into effect,
    /// so the two never count together. What ratifies a decision takes that decision's part, and so
    /// leaves out what that one takes the place of.
    private @Nullable Decision replacedBy(Decision decision) {
        var superseding =
                decision.matter.type() == DecisionType.RATIFY
                        ? aboutIt(decision).orElse(decision)
                        : decision;
        var named =
                superseding.supersedes == null ? null : decisions.findById(superseding.supersedes);
        return named != null && named.state == DecisionState.IN_EFFECT ? named : null;
    }

    /// What the scheme of delegation is asked about a decision; null when it needs no authority.
    @Nullable Question question(Decision decision, LocalDate on) {
        return decision.question(on, earlierOfSubject(decision, on), replacedBy(decision));
    }

    /// What bands and thresholds are measured against: its value with what was approved of its
    /// subject before, so that nothing is split to stay below one.
    ///
    /// @return null when it is not about money
    @Nullable Pence totalOfSubject(Decision decision, LocalDate on) {
        var value = decision.matter.value();
        return value == null
                ? null
                : value.plus(
                        Pence.sum(
                                earlierOfSubject(decision, on).stream()
                                        .map(earlier -> earlier.matter.valueOrNothing())
                                        .toList()));
    }

    /// The decision of its place that it has as its subject.
    private Optional<Decision> aboutIt(Decision decision) {
        return Optional.ofNullable(decision.aboutDecision)
                .flatMap(decisions::findByIdOptional)
                .filter(about -> about.matter.place() == decision.matter.place());
    }

    /// The matter whose subject it is about: that of the decision at the root, when it is to spend
    /// on it; else its own.
    Matter spendsOn(Decision decision) {
        return decision.matter.type() == DecisionType.APPROVE && decision.matter.value() != null
                ? rootOf(decision).matter
                : decision.matter;
    }

    /// The decision at the end of those that have one another as their subjects: itself, when its
    /// subject is no decision.
    private Decision rootOf(Decision decision) {
        var root = decision;
        var seen = new HashSet<UUID>();
        for (var next = aboutIt(root);
                next.isPresent() && seen.add(next.get().id);
                next = aboutIt(root)) {
            root = next.get();
        }
        return root;
    }

    /// A subject in a place, or a decision that has none, and what was approved there as being
    /// about one of those.
    private record Family(
            String place, @Nullable String subjectType, @Nullable String subjectId, UUID root) {}

    private static Family familyOf(Decision root) {
        var matter = root.matter;
        return new Family(matter.place().code(), matter.subjectType(), matter.subjectId(), root.id);
    }

    private Family familyOf(Locality place, String subjectType, String subjectId) {
        return Optional.of(subjectId)
                .filter(_ -> Decision.SUBJECT.equals(subjectType))
                .flatMap(decisions::lookUp)
                .filter(about -> about.matter.place() == place)
                .map(about -> familyOf(rootOf(about)))
                .orElseGet(() -> new Family(place.code(), subjectType, subjectId, NOBODY));
    }

    /// Approvals of a subject that count on a day, and of what was said to be about one of them.
    List<Decision> counting(Locality place, String subjectType, String subjectId, LocalDate on) {
        return counting(familyOf(place, subjectType, subjectId), on);
    }

    /// What is approved counts from the day it was decided, however late it takes effect; what is
    /// ratified, from the day that is.
    private List<Decision> counting(Family family, LocalDate on) {
        return decisions
                .find(
                        "id in ?1 and (state in ?2 or endedOn > ?3) and takenAs in ?4"
                                + " and case when state = ?5 then effectiveOn else decidedOn end"
                                + " <= ?3"
                                + " and matter.value is not null order by id",
                        members(family),
                        DecisionState.COUNTING,
                        on,
                        List.of(DecisionType.APPROVE, DecisionType.RATIFY),
                        DecisionState.RATIFIED)
                .list();
    }

    private List<UUID> members(Family family) {
        return decisions
                .getEntityManager()
                .createNativeQuery(FAMILY, UUID.class)
                .setParameter("place", family.place)
                .setParameter("subjectType", family.subjectType)
                .setParameter("subjectId", family.subjectId)
                .setParameter("root", family.root)
                .getResultList();
    }

    /// Everything else that was put before a body about the same subject, the latest last.
    List<Decision> othersOfSubject(Decision decision) {
        var matter = spendsOn(decision);
        return decisions
                .find(
                        "matter.place = ?1 and matter.subjectType = ?2"
                                + " and matter.subjectId = ?3 and id <> ?4"
                                + " order by id",
                        matter.place(),
                        matter.subjectType(),
                        matter.subjectId(),
                        decision.id)
                .list();
    }

    /// Those that counted by what had been told of them at that moment, each as it was told then:
    /// since, it may have been sent back and put before another meeting.
    List<Approval> countingAsKnown(
            Locality place, String subjectType, String subjectId, LocalDate on, Instant knownAt) {
        var members = members(familyOf(place, subjectType, subjectId));
        if (members.isEmpty()) {
            return List.of();
        }
        List<Object[]> told =
                decisions
                        .getEntityManager()
                        .createNativeQuery(COUNTING_AS_KNOWN, Object[].class)
                        .setParameter("members", members)
                        .setParameter(
                                "counting",
                                DecisionState.COUNTING.stream().map(Enum::name).toList())
                        .setParameter("on", on)
                        .setParameter("knownAt", knownAt)
                        .getResultList();
        return told.stream()
                .map(
                        row ->
                                decisions
                                        .findById((UUID) row[0])
                                        .approvalToldAs((String) row[1], (LocalDate) row[2]))
                .toList();
    }

    /// The id of no decision.
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String FAMILY =
            """
            with recursive family as (
              select id, type from decision
              where locality = :place and subject_type = cast(:subjectType as text)
                and subject_id = cast(:subjectId as text)
                 or id = :root
              union
              select d.id, d.type from decision d join family f on d.about_decision = f.id
              where d.locality = :place
            )
            select id from family where type = 'APPROVE'
            """;

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
            where d.id in (:members)
              and d.value_pence is not null and taken.type in ('APPROVE', 'RATIFY')
              and (told.state in (:counting)
                   or told.state in ('RESCINDED', 'SUPERSEDED') and told.effective_on > :on)
              and case when told.state = 'RATIFIED' then taken.effective_on
                       else kept.decided_on end <= :on
            order by d.id
            """;
}
