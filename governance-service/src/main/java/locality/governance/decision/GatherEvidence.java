package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import locality.governance.authority.Question;
import locality.governance.authority.Standing;
import locality.governance.body.BodyRegister;
import locality.governance.delegation.DelegationRegister.Delegated;
import locality.governance.delegation.SchemeOfDelegation;
import locality.governance.forwardplan.ForwardPlan;
import locality.governance.meeting.Meeting;
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;
import locality.governance.recorder.Recorder;
import locality.governance.validity.CallIn;
import locality.governance.validity.Evidence;
import locality.governance.validity.KeyNotice;
import locality.governance.validity.Mode;
import locality.governance.validity.Outcome;
import locality.governance.validity.Terms;
import org.jspecify.annotations.Nullable;

/// Gathers everything an outcome rests on, as it is on its day.
@ApplicationScoped
class GatherEvidence {

    private final DecisionsOfSubject subjects;
    private final BodyRegister bodies;
    private final Ballots ballots;
    private final SchemeOfDelegation scheme;
    private final FollowRoute route;
    private final ForwardPlan forwardPlan;
    private final ClearDaysRules clearDays;
    private final Recorder recorder;

    GatherEvidence(
            DecisionsOfSubject subjects,
            BodyRegister bodies,
            Ballots ballots,
            SchemeOfDelegation scheme,
            FollowRoute route,
            ForwardPlan forwardPlan,
            ClearDaysRules clearDays,
            Recorder recorder) {
        this.subjects = subjects;
        this.bodies = bodies;
        this.ballots = ballots;
        this.scheme = scheme;
        this.route = route;
        this.forwardPlan = forwardPlan;
        this.clearDays = clearDays;
        this.recorder = recorder;
    }

    Evidence atMeeting(
            Meeting meeting,
            Decision decision,
            int item,
            @Nullable Question question,
            TakeDecision.Said said) {
        var body = bodies.require(decision.bodyId.toString(), meeting.heldOn());
        decision.votedAt = said.votedAt() == null ? decision.votedAt : said.votedAt();
        return new Evidence(
                decision.matter.type(),
                meeting.heldOn(),
                meeting.noticedOn(),
                body.standing(),
                body.terms(),
                body.seats(),
                meeting.presences(),
                meeting.interestsOn(item),
                decision.votedAt,
                ballots.on(decision),
                said.castingVote(),
                said.outcome(),
                question == null
                        ? null
                        : scheme.authority(question, body.id()).findingFor(body.id()),
                Mode.MEETING,
                route.of(decision, meeting.heldOn()),
                keyNotice(decision, body.terms(), meeting.heldOn()),
                meeting.notice(clearDays.of(NoticeOf.MEETING, meeting.heldOn())),
                callIn(decision, body.terms(), meeting.heldOn()));
    }

    /// What officers decide has no roll and no vote; the terms are those of the body whose power it
    /// is, and only the delegation they cite leads to them.
    Evidence byOfficers(
            Decision decision, LocalDate takenOn, Delegated delegation, Question question) {
        var body = bodies.require(decision.bodyId.toString(), takenOn);
        return new Evidence(
                decision.matter.type(),
                takenOn,
                null,
                Standing.ESTABLISHED,
                body.terms(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                Outcome.CARRIED,
                scheme.authorityOfOfficers(question, delegation),
                decision.mode,
                route.of(decision, takenOn),
                keyNotice(decision, body.terms(), takenOn),
                null,
                callIn(decision, body.terms(), takenOn));
    }

    /// Scrutiny has its days after the decision, or after it was written down: else one that is
    /// recorded late could not be called in. It has none for what binds nobody or could not wait.
    private @Nullable CallIn callIn(Decision decision, @Nullable Terms terms, LocalDate on) {
        if (terms == null
                || terms.callInClearDays() == null
                || terms.callInClearDays() == 0
                || !decision.matter.type().needsAuthority()
                || decision.mode == Mode.URGENT) {
            return null;
        }
        var today = recorder.today();
        var since = on.isAfter(today) ? on : today;
        return CallIn.of(since, terms.callInClearDays(), clearDays.of(NoticeOf.CALL_IN, since));
    }

    /// A decision is key when the forward plan says so, or its value, with what was approved of its
    /// subject before, reaches what the terms call key; one that is on no plan had no notice at
    /// all.
    private @Nullable KeyNotice keyNotice(Decision decision, @Nullable Terms terms, LocalDate on) {
        boolean byValue = isKeyByValue(decision, terms, on);
        var planned =
                decision.matter.forwardPlanEntry() == null
                        ? null
                        : forwardPlan
                                .keyNotice(decision.matter.forwardPlanEntry(), on)
                                .orElse(null);
        if (planned != null) {
            return byValue ? planned.asKey(on, clearDays.of(NoticeOf.KEY_DECISION, on)) : planned;
        }
        return byValue ? KeyNotice.judged(true, KeyNotice.Given.NONE, on) : null;
    }

    private boolean isKeyByValue(Decision decision, @Nullable Terms terms, LocalDate on) {
        var from = terms == null ? null : terms.keyDecisionFromPence();
        if (from == null || !decision.matter.type().needsAuthority()) {
            return false;
        }
        var total = subjects.totalOfSubject(decision, on);
        return total != null && !from.exceeds(total);
    }
}
