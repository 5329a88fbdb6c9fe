package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import locality.governance.approval.ApprovalRequest;
import locality.governance.authority.Question;
import locality.governance.body.BodyTree;
import locality.governance.delegation.SchemeOfDelegation;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.governance.validity.Evidence;
import locality.governance.validity.Outcome;
import locality.governance.validity.Verdict;
import locality.governance.voting.Choice;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// Records an outcome: gathers the evidence, lets it speak, freezes it, tells.
@ApplicationScoped
class TakeDecision {

    private final Meetings meetings;
    private final Decisions decisions;
    private final DecisionsOfSubject subjects;
    private final Tablings tablings;
    private final GatherEvidence gather;
    private final SchemeOfDelegation scheme;
    private final BodyTree tree;
    private final ConcludeMatter conclude;
    private final ReplaceDecision replace;
    private final Recorder recorder;
    private final EventLog eventLog;

    TakeDecision(
            Meetings meetings,
            Decisions decisions,
            DecisionsOfSubject subjects,
            Tablings tablings,
            GatherEvidence gather,
            SchemeOfDelegation scheme,
            BodyTree tree,
            ConcludeMatter conclude,
            ReplaceDecision replace,
            Recorder recorder,
            EventLog eventLog) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.subjects = subjects;
        this.tablings = tablings;
        this.gather = gather;
        this.scheme = scheme;
        this.tree = tree;
        this.conclude = conclude;
        this.replace = replace;
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

    /// Gathers what a decision rests on, given what the scheme of delegation is asked about it.
    @FunctionalInterface
    interface Gathering {
        /// @param question null for what needs no authority
        Evidence answering(@Nullable Question question);
    }

    /// @throws locality.platform.refusal.Refusal `APPROVAL_REQUEST_NOT_OPEN` when it would answer a
    ///   request that was answered or withdrawn before; what answers nothing is recorded
    @Transactional
    Decision handle(String idOrReference, int item, @Nullable String ifMatch, Said said) {
        var meeting = meetings.requireStill(idOrReference);
        var decision = require(meeting, idOrReference, item, LockModeType.PESSIMISTIC_WRITE);
        decision.requireUnchanged(ifMatch);
        return settle(
                decision,
                meeting.heldOn(),
                question -> gather.atMeeting(meeting, decision, item, question, said));
    }

    /// Takes a decision that is tabled, whoever it is before, in the caller's transaction.
    Decision settle(Decision decision, LocalDate on, Gathering gathering) {
        hold(decision);
        var judged = judge(decision, on, gathering);
        conclude.handle(decision, judged.request, on);
        if (judged.question != null && decision.usesAuthority()) {
            scheme.use(requireNonNull(judged.evidence.authority()), judged.question, decision.id);
        }
        if (decision.state == DecisionState.REFERRED && decision.referredTo == null) {
            tree.parents(decision.bodyId, on).stream()
                    .findFirst()
                    .ifPresent(parent -> decision.referredTo = parent);
        }
        tablings.persist(decision.asItStands(judged.evidence.votes()));
        decisions.flush();
        eventLog.append(judged.told);
        replace.takeThePlace(decision);
        return decision;
    }

    /// An outcome and what it came of.
    private record Judged(
            @Nullable Question question,
            Evidence evidence,
            @Nullable ApprovalRequest request,
            DecisionTaken told) {}

    /// Writes down what the evidence says. What may not take the place of the decision it names is
    /// judged as one that supersedes nothing: what is carried then is carried.
    private Judged judge(Decision decision, LocalDate on, Gathering gathering) {
        var named = decision.supersedes;
        var whyNot = replace.whyItSupersedesNothing(decision, on);
        if (whyNot != null) {
            decision.supersedes = null;
        }
        var question = subjects.question(decision, on);
        var evidence = gathering.answering(question);
        var request = conclude.requestOf(decision);
        var told = decision.take(evidence, Verdict.of(evidence), request);
        if (whyNot != null && decision.outcome == Outcome.CARRIED) {
            decision.supersedeNothing(whyNot);
        } else {
            decision.supersedes = named;
        }
        return new Judged(question, evidence, request, told);
    }

    /// What the outcome would be; nothing is kept.
    @Transactional
    Decision dryRun(String idOrReference, int item, @Nullable String ifMatch, Said said) {
        var meeting = meetings.require(idOrReference);
        var decision = require(meeting, idOrReference, item, LockModeType.NONE);
        decision.requireUnchanged(ifMatch);
        decisions.getEntityManager().detach(decision);
        var judged =
                judge(
                        decision,
                        meeting.heldOn(),
                        question -> gather.atMeeting(meeting, decision, item, question, said));
        if (judged.request != null && decision.answersItsRequest()) {
            judged.request.requireOpen();
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
        subjects.holdSubjectOf(decision);
        if (decision.matter.type().needsAuthority() && decision.matter.function() != null) {
            scheme.holdAnnualLimits(decision.matter.function(), decision.matter.place());
        }
    }
}
