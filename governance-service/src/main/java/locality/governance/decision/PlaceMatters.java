package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.approval.AgendaPlacer;
import locality.governance.approval.ApprovalRequest;
import locality.governance.approval.Suggestion;
import locality.governance.authority.Answer;
import locality.governance.body.BodyRegister;
import locality.governance.body.BodyTree;
import locality.governance.delegation.SchemeOfDelegation;
import locality.governance.forwardplan.ForwardPlan;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingRecord;
import locality.governance.meeting.MeetingState;
import locality.governance.meeting.Meetings;
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Puts matters on agendas by rule: what is asked for before the lowest body that may decide it,
/// what was referred before the body it was referred to. Nobody is needed for that, and a secretary
/// may still table it elsewhere.
@ApplicationScoped
class PlaceMatters implements AgendaPlacer {

    private static final List<MeetingState> AHEAD =
            List.of(MeetingState.PLANNED, MeetingState.NOTICED);

    private final Decisions decisions;
    private final DecisionsOfSubject subjects;
    private final LeaveAgenda leaveAgenda;
    private final ForwardPlan forwardPlan;
    private final Meetings meetings;
    private final SchemeOfDelegation scheme;
    private final BodyTree tree;
    private final BodyRegister bodies;
    private final ClearDaysRules clearDays;
    private final EventLog eventLog;
    private final Clock clock;

    PlaceMatters(
            Decisions decisions,
            DecisionsOfSubject subjects,
            LeaveAgenda leaveAgenda,
            ForwardPlan forwardPlan,
            Meetings meetings,
            SchemeOfDelegation scheme,
            BodyTree tree,
            BodyRegister bodies,
            ClearDaysRules clearDays,
            EventLog eventLog,
            Clock clock) {
        this.decisions = decisions;
        this.subjects = subjects;
        this.leaveAgenda = leaveAgenda;
        this.forwardPlan = forwardPlan;
        this.meetings = meetings;
        this.scheme = scheme;
        this.tree = tree;
        this.bodies = bodies;
        this.clearDays = clearDays;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void place(ApprovalRequest request) {
        var today = BusinessClock.today(clock);
        var answer = mayDecide(request, today);
        request.suggest(Suggestion.of(answer, today), clock.instant());
        var body = answer.lowest();
        if (body == null || !request.isOpen() || isBeforeABody(request)) {
            return;
        }
        meetingsAhead(body, today, request.dueOn()).stream()
                .filter(meeting -> !takesEffectAt(meeting).isAfter(request.dueOn()))
                .filter(meeting -> body.equals(mayDecide(request, meeting.heldOn()).lowest()))
                .findFirst()
                .ifPresent(meeting -> put(request, body, meeting));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(ApprovalRequest request) {
        decisions.liveOn(request.id()).stream()
                .filter(decision -> decision.placedByRule)
                .filter(decision -> decision.state == DecisionState.TABLED)
                .forEach(
                        decision ->
                                leaveAgenda.handle(decision, "Nobody waits for it any longer."));
    }

    /// Puts what was referred on the next agenda of the body it was referred to, if a meeting of it
    /// is planned; else it waits.
    @Transactional(Transactional.TxType.MANDATORY)
    void referred(Decision decision) {
        var body = decision.referredTo;
        if (body == null || decisions.count("referredFrom", decision.id) > 0) {
            return;
        }
        meetingsAhead(body, BusinessClock.today(clock), null).stream()
                .findFirst()
                .ifPresent(meeting -> put(decision, body, meeting));
    }

    /// The first day on which what is approved there is in effect: scrutiny has its days first.
    private LocalDate takesEffectAt(Meeting meeting) {
        var terms = bodies.get(meeting.bodyId(), meeting.heldOn()).terms();
        var days = terms == null ? null : terms.callInClearDays();
        var on = meeting.heldOn();
        return days == null || days == 0
                ? on
                : clearDays.of(NoticeOf.CALL_IN, on).lastDayAfter(on, days).plusDays(1);
    }

    /// An agenda that went out with the notice takes a new matter only while notice would still be
    /// in time.
    private boolean takesNewMatters(Meeting meeting, LocalDate today) {
        if (meeting.state() == MeetingState.PLANNED) {
            return true;
        }
        var on = meeting.heldOn();
        var terms = bodies.get(meeting.bodyId(), on).terms();
        var needed = terms == null ? null : terms.noticeClearDays();
        return needed != null
                ? clearDays.of(NoticeOf.MEETING, on).between(today, on) >= needed
                : today.isBefore(on);
    }

    private boolean isBeforeABody(ApprovalRequest request) {
        return decisions.count(
                        "from Decision d where d.matter.approvalRequest = ?1 and (d.state in ?2"
                                + " or d.state = ?3 and d.referredTo is not null"
                                + " and not exists (select f.id from Decision f"
                                + " where f.referredFrom = d.id))",
                        request.id(),
                        DecisionState.LIVE,
                        DecisionState.REFERRED)
                > 0;
    }

    private Answer mayDecide(ApprovalRequest request, LocalDate on) {
        var asked = Decision.proposed(request.id(), "", Matter.of(request), derived(""));
        var question = subjects.question(asked, on);
        if (question == null) {
            throw new IllegalStateException("Request " + request.id() + " names no owner");
        }
        return scheme.answer(question);
    }

    private List<Meeting> meetingsAhead(UUID body, LocalDate from, @Nullable LocalDate until) {
        return meetings
                .find(
                        "bodyId = ?1 and state in ?2 and startsAt >= ?3"
                                + " and (cast(?4 as date) is null or cast(startsAt as date) <= ?4)"
                                + " order by startsAt, reference",
                        body,
                        AHEAD,
                        from.atStartOfDay(),
                        until)
                .list()
                .stream()
                .filter(meeting -> takesNewMatters(meeting, from))
                .toList();
    }

    private void put(ApprovalRequest request, UUID body, Meeting meeting) {
        put(
                body,
                meeting,
                request.purpose(),
                Matter.of(request),
                null,
                derived(
                        ("%s: lowest holder of %s for %s on %s, its next meeting by %s")
                                .formatted(
                                        request.reference(),
                                        request.function(),
                                        request.amount().inPounds(),
                                        meeting.heldOn(),
                                        request.dueOn())));
    }

    /// What was expected on the forward plan is expected of the body it was referred to, with the
    /// notice that was given.
    private void put(Decision referred, UUID body, Meeting meeting) {
        var entry = referred.matter.forwardPlanEntry();
        var followUp =
                put(
                        body,
                        meeting,
                        referred.title,
                        referred.matter.expectedAs(entry),
                        referred.id,
                        derived(
                                "%s: referred by %s"
                                        .formatted(referred.reference, referred.bodyName)));
        followUp.aboutDecision = referred.aboutDecision;
        if (entry != null) {
            forwardPlan.carried(entry, referred.id, followUp.id, meeting.heldOn());
        }
    }

    private Decision put(
            UUID body,
            Meeting next,
            String title,
            Matter matter,
            @Nullable UUID referredFrom,
            Provenance why) {
        var meeting = meetings.requireAlone(next.id().toString());
        int item = meeting.put(title, why);
        meetings.flush();
        var decision = Decision.proposed(Ids.next(), title, matter, why);
        decision.placedByRule = true;
        decision.referredFrom = referredFrom;
        decision.table(meeting, item, body, tree.nameOf(body, meeting.heldOn()));
        decisions.persistAndFlush(decision);
        eventLog.append(
                new MeetingRecord.AgendaWritten(
                        Ids.next(),
                        meeting.id(),
                        item,
                        decision.id,
                        meeting.locality(),
                        meeting.heldOn()));
        return decision;
    }

    private static Provenance derived(String formula) {
        return Provenance.derived(formula);
    }
}
