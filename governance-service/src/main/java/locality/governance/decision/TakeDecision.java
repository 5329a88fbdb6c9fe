package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import locality.governance.approval.ApprovalRequest;
import locality.governance.approval.ApprovalRequests;
import locality.governance.authority.Question;
import locality.governance.body.BodyRegister;
import locality.governance.delegation.SchemeOfDelegation;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;
import locality.governance.recorder.Recorder;
import locality.governance.validity.Evidence;
import locality.governance.validity.Outcome;
import locality.governance.validity.Verdict;
import locality.governance.voting.Choice;
import locality.platform.event.GovernanceEvent.DecisionTaken;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// Records an outcome: gathers the evidence, lets it speak, freezes it, tells.
@ApplicationScoped
class TakeDecision {

    private final Meetings meetings;
    private final Decisions decisions;
    private final Tablings tablings;
    private final Ballots ballots;
    private final BodyRegister bodies;
    private final SchemeOfDelegation scheme;
    private final ApprovalRequests requests;
    private final ClearDaysRules clearDays;
    private final Recorder recorder;
    private final EventLog eventLog;

    TakeDecision(
            Meetings meetings,
            Decisions decisions,
            Tablings tablings,
            Ballots ballots,
            BodyRegister bodies,
            SchemeOfDelegation scheme,
            ApprovalRequests requests,
            ClearDaysRules clearDays,
            Recorder recorder,
            EventLog eventLog) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.tablings = tablings;
        this.ballots = ballots;
        this.bodies = bodies;
        this.scheme = scheme;
        this.requests = requests;
        this.clearDays = clearDays;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What was said of the outcome.
    ///
    /// @param outcome what the chair declared; null for what the votes say
    /// @param castingVote of the seat that has one, on a tie
    /// @param votedAt puts the moment of the vote right; null leaves it
    record Said(
            @Nullable Outcome outcome, @Nullable Choice castingVote, @Nullable LocalTime votedAt) {}

    /// @throws locality.platform.refusal.Refusal `APPROVAL_REQUEST_NOT_OPEN` when it would answer a
    ///   request that was answered or withdrawn before; what answers nothing is recorded
    @Transactional
    Decision handle(String idOrReference, int item, @Nullable String ifMatch, Said said) {
        var meeting = meetings.requireStill(idOrReference);
        var decision = require(meeting, idOrReference, item, LockModeType.PESSIMISTIC_WRITE);
        decision.requireUnchanged(ifMatch);
        hold(decision);
        var question = decision.question(meeting.heldOn(), decisions.earlierOfSubject(decision));
        var evidence = evidence(meeting, decision, question, said);
        var told = take(decision, evidence);
        if (question != null && decision.usesAuthority()) {
            scheme.use(requireNonNull(evidence.authority()), question, decision.id);
        }
        tablings.persist(decision.asItStands(evidence.votes()));
        decisions.flush();
        eventLog.append(told);
        return decision;
    }

    /// What the outcome would be; nothing is kept.
    @Transactional
    Decision dryRun(String idOrReference, int item, @Nullable String ifMatch, Said said) {
        var meeting = meetings.require(idOrReference);
        var decision = require(meeting, idOrReference, item, LockModeType.NONE);
        decision.requireUnchanged(ifMatch);
        var question = decision.question(meeting.heldOn(), decisions.earlierOfSubject(decision));
        decisions.getEntityManager().detach(decision);
        var evidence = evidence(meeting, decision, question, said);
        var request = requestOf(decision);
        var verdict = Verdict.of(evidence);
        decision.take(evidence, verdict, request);
        if (request != null && decision.answersItsRequest(verdict)) {
            request.requireOpen();
        }
        return decision;
    }

    private Decision require(Meeting meeting, String idOrReference, int item, LockModeType lock) {
        recorder.requireWriting(meeting.locality(), "meeting", idOrReference);
        meeting.requireOpen("outcomes are recorded while it is open");
        var decision = decisions.requireOn(meeting, item, lock);
        decision.requireTabled();
        return decision;
    }

    /// What it may use up, of its subject's total and of annual limits, nobody else uses meanwhile.
    private void hold(Decision decision) {
        if (decision.type.needsAuthority()) {
            if (decision.subjectType != null && decision.subjectId != null) {
                decisions.holdSubject(decision.locality, decision.subjectType, decision.subjectId);
            }
            if (decision.functionCode != null) {
                scheme.holdAnnualLimits(decision.functionCode, decision.locality);
            }
        }
    }

    private DecisionTaken take(Decision decision, Evidence evidence) {
        var request = requestOf(decision);
        var verdict = Verdict.of(evidence);
        var told = decision.take(evidence, verdict, request);
        if (request != null && decision.answersItsRequest(verdict)) {
            request.answer(decision.id);
        }
        return told;
    }

    private @Nullable ApprovalRequest requestOf(Decision decision) {
        return decision.approvalRequestId == null
                ? null
                : requests.findById(decision.approvalRequestId);
    }

    private Evidence evidence(
            Meeting meeting, Decision decision, @Nullable Question question, Said said) {
        var body = bodies.require(decision.bodyId.toString(), meeting.heldOn());
        decision.votedAt = said.votedAt == null ? decision.votedAt : said.votedAt;
        return new Evidence(
                decision.type,
                meeting.heldOn(),
                meeting.noticedOn(),
                body.standing(),
                body.terms(),
                body.seats(),
                meeting.presences(),
                meeting.interestsOn(decision.item),
                decision.votedAt,
                ballots.on(decision.id),
                said.castingVote,
                said.outcome,
                question == null
                        ? null
                        : scheme.authority(question, body.id()).findingFor(body.id()),
                meeting.notice(clearDays.of(NoticeOf.MEETING, meeting.heldOn())));
    }
}
