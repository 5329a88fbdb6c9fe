package locality.governance.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import locality.governance.body.BodyRegister;
import locality.governance.decision.DecisionRegister;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.event.BoardEvent.DisputeChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Takes a dispute from being raised to its end, and sets the rules of forums.
@ApplicationScoped
class FollowDispute {

    private final Disputes disputes;
    private final Organisations organisations;
    private final BodyRegister bodies;
    private final DecisionRegister decisions;
    private final Recorder recorder;
    private final EventLog eventLog;

    FollowDispute(
            Disputes disputes,
            Organisations organisations,
            BodyRegister bodies,
            DecisionRegister decisions,
            Recorder recorder,
            EventLog eventLog) {
        this.disputes = disputes;
        this.organisations = organisations;
        this.bodies = bodies;
        this.decisions = decisions;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param raisedOn null for today
    record Raised(
            @Nullable String reference,
            String title,
            Locality locality,
            String raisedBy,
            List<String> parties,
            Dispute.@Nullable About aboutType,
            @Nullable String aboutReference,
            @Nullable LocalDate raisedOn,
            Provenance provenance) {}

    /// What was done, and when.
    ///
    /// @param on null for today
    record Done(String what, @Nullable LocalDate on, Provenance provenance) {}

    @Transactional
    Dispute raise(Raised raised) {
        recorder.requireWriting(raised.locality, "locality", raised.locality.code());
        PersonalData.requireNone("title", raised.title);
        raised.parties.forEach(organisations::requireOnRecord);
        var dispute = new Dispute();
        dispute.id = Ids.next();
        dispute.reference = raised.reference == null ? generated(dispute.id) : raised.reference;
        dispute.title = raised.title;
        dispute.locality = raised.locality;
        dispute.raisedBy = raised.raisedBy;
        dispute.parties = raised.parties.stream().distinct().toList();
        dispute.aboutType = raised.aboutType;
        dispute.aboutReference = raised.aboutReference;
        dispute.raisedOn = past("raisedOn", raised.raisedOn);
        dispute.provenance = raised.provenance;
        if (disputes.lookUp(dispute.reference).isPresent()) {
            throw new DisputeRefusal.ReferenceTaken(dispute.reference);
        }
        var told = dispute.raise();
        disputes.persistAndFlush(dispute);
        eventLog.append(told);
        return dispute;
    }

    @Transactional
    Dispute refer(String dispute, @Nullable String ifMatch, String body, Done done) {
        var step = step("referredOn", done);
        var forum = bodies.require(body, step.takenOn());
        return change(dispute, ifMatch, found -> found.refer(forum, step));
    }

    @Transactional
    Dispute take(String dispute, @Nullable String ifMatch, Done done) {
        var step = step("takenOn", done);
        return change(dispute, ifMatch, found -> found.take(step));
    }

    /// @param decision its id or reference, null for an agreement
    @Transactional
    Dispute resolve(
            String dispute,
            @Nullable String ifMatch,
            @Nullable String decision,
            @Nullable String agreement,
            Done done) {
        var step = step("resolvedOn", done);
        PersonalData.requireNone("agreement", agreement);
        var decided = decision == null ? null : decisions.require(decision);
        return change(dispute, ifMatch, found -> found.resolve(decided, agreement, step));
    }

    @Transactional
    Dispute withdraw(String dispute, @Nullable String ifMatch, String reason, Done done) {
        var step = step("withdrawnOn", done);
        PersonalData.requireNone("reason", reason);
        return change(dispute, ifMatch, found -> found.withdraw(reason, step));
    }

    /// Rules follow one another in time; disputes that are open go by the new one from its day.
    @Transactional
    ForumRule rule(String body, int daysBetweenSteps, LocalDate effectiveOn, Provenance source) {
        var forum = bodies.requireForWriting(body, effectiveOn);
        disputes.rules(forum.id()).stream()
                .filter(last -> !last.effectiveOn.isBefore(effectiveOn))
                .findFirst()
                .ifPresent(
                        last -> {
                            throw new DisputeRefusal.RuleOutOfOrder(
                                    forum.reference(), last.effectiveOn, effectiveOn);
                        });
        var rule = new ForumRule();
        rule.id = Ids.next();
        rule.bodyId = forum.id();
        rule.bodyReference = forum.reference();
        rule.locality = forum.locality();
        rule.daysBetweenSteps = daysBetweenSteps;
        rule.effectiveOn = effectiveOn;
        rule.provenance = source;
        disputes.set(rule);
        eventLog.append(rule.told());
        return rule;
    }

    private Dispute change(
            String idOrReference,
            @Nullable String ifMatch,
            Function<Dispute, DisputeChanged> change) {
        var dispute = disputes.require(idOrReference);
        recorder.requireWriting(dispute.locality, "dispute", idOrReference);
        dispute.requireUnchanged(ifMatch);
        var told = change.apply(dispute);
        disputes.flush();
        eventLog.append(told);
        return dispute;
    }

    private DisputeStep step(String field, Done done) {
        PersonalData.requireNone("what", done.what);
        return new DisputeStep(past(field, done.on), done.what, done.provenance);
    }

    private LocalDate past(String field, @Nullable LocalDate day) {
        var today = recorder.today();
        if (day != null && day.isAfter(today)) {
            throw new DisputeRefusal.InTheFuture(field, day, today);
        }
        return day == null ? today : day;
    }

    private static String generated(UUID id) {
        return "DISP-" + id.toString().substring(28).toUpperCase(Locale.ROOT);
    }
}
