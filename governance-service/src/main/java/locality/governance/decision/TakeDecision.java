package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import locality.governance.approval.ApprovalRequest;
import locality.governance.approval.ApprovalRequests;
import locality.governance.authority.Finding;
import locality.governance.authority.Owner;
import locality.governance.authority.Question;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.delegation.SchemeOfDelegation;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.governance.validity.Evidence;
import locality.governance.validity.Outcome;
import locality.governance.validity.Verdict;
import locality.governance.voting.Choice;
import locality.platform.eventlog.EventLog;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Records an outcome: gathers the evidence, lets it speak, freezes it, tells.
@ApplicationScoped
class TakeDecision {

    private final Meetings meetings;
    private final Decisions decisions;
    private final Ballots ballots;
    private final BodyRegister bodies;
    private final SchemeOfDelegation scheme;
    private final ApprovalRequests requests;
    private final Recorder recorder;
    private final EventLog eventLog;

    TakeDecision(
            Meetings meetings,
            Decisions decisions,
            Ballots ballots,
            BodyRegister bodies,
            SchemeOfDelegation scheme,
            ApprovalRequests requests,
            Recorder recorder,
            EventLog eventLog) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.ballots = ballots;
        this.bodies = bodies;
        this.scheme = scheme;
        this.requests = requests;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param declared what the chair declared; null for what the votes say
    @Transactional
    Decision handle(
            String meeting, int item, @Nullable Outcome declared, @Nullable Choice castingVote) {
        var decision = require(meeting, item);
        var request = openRequestOf(decision);
        var evidence = evidence(decision, declared, castingVote);
        var verdict = Verdict.of(evidence);
        var told = decision.take(evidence, verdict, request);
        if (decision.isInEffect() && verdict.type().needsAuthority()) {
            noteUse(decision, evidence.authority());
        }
        if (request != null && decision.answersItsRequest(verdict)) {
            request.answer(decision.id);
        }
        decisions.flush();
        eventLog.append(told);
        return decision;
    }

    /// What the outcome would be; nothing is kept.
    @Transactional
    Decision dryRun(
            String meeting, int item, @Nullable Outcome declared, @Nullable Choice castingVote) {
        var decision = require(meeting, item);
        var request = openRequestOf(decision);
        var evidence = evidence(decision, declared, castingVote);
        decisions.getEntityManager().detach(decision);
        decision.take(evidence, Verdict.of(evidence), request);
        return decision;
    }

    private Decision require(String idOrReference, int item) {
        var meeting = meetings.require(idOrReference);
        recorder.requireWriting(meeting.locality(), "meeting", idOrReference);
        meeting.requireOpen("outcomes are recorded while it is open");
        var decision = decisions.requireOn(meeting, item);
        decision.requireTabled();
        return decision;
    }

    private @Nullable ApprovalRequest openRequestOf(Decision decision) {
        if (decision.approvalRequestId == null) {
            return null;
        }
        var request = requests.findById(decision.approvalRequestId);
        request.requireOpen();
        return request;
    }

    private Evidence evidence(
            Decision decision, @Nullable Outcome declared, @Nullable Choice castingVote) {
        var meeting = meetings.findById(decision.meetingId);
        var body = bodies.require(decision.bodyId.toString(), meeting.heldOn());
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
                castingVote,
                declared,
                authority(decision, meeting, body));
    }

    private @Nullable Finding authority(Decision decision, Meeting meeting, BodyOnDate body) {
        if (!decision.type.needsAuthority()
                || decision.functionCode == null
                || decision.owners.isEmpty()) {
            return null;
        }
        var earlier = decisions.earlierOfSubject(decision);
        var question =
                new Question(
                        decision.functionCode,
                        decision.locality,
                        decision.valueOrNothing().plus(sum(earlier)),
                        meeting.heldOn(),
                        decision.basis,
                        decision.owners.stream()
                                .map(owner -> withEarlier(owner, earlier))
                                .toList());
        return scheme.authority(question, body.id()).findingFor(body.id());
    }

    private static Pence sum(List<Decision> earlier) {
        return Pence.sum(earlier.stream().map(Decision::valueOrNothing).toList());
    }

    /// An owner's share grows by what earlier approvals of the subject took of its money.
    private static Owner withEarlier(Owner owner, List<Decision> earlier) {
        if (owner.share() == null) {
            return owner;
        }
        var before =
                earlier.stream()
                        .flatMap(decision -> decision.owners.stream())
                        .filter(other -> other.organisation().equals(owner.organisation()))
                        .map(other -> other.share() == null ? Pence.ZERO : other.share())
                        .toList();
        return new Owner(owner.organisation(), owner.share().plus(Pence.sum(before)));
    }

    private void noteUse(Decision decision, @Nullable Finding authority) {
        if (authority != null && decision.value != null && decision.effectiveOn != null) {
            scheme.use(authority, decision.id, decision.value, decision.effectiveOn);
        }
    }
}
