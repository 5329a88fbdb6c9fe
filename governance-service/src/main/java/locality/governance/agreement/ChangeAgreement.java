package locality.governance.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import locality.governance.body.BodyRegister;
import locality.governance.consultation.ConcludedConsultations;
import locality.governance.recorder.Recorder;
import locality.governance.voting.Seat;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Takes a version of an agreement through its life.
@ApplicationScoped
class ChangeAgreement {

    private final Agreements agreements;
    private final PartyDecisions decisions;
    private final ConcludedConsultations consultations;
    private final BodyRegister bodies;
    private final Recorder recorder;
    private final EventLog eventLog;

    ChangeAgreement(
            Agreements agreements,
            PartyDecisions decisions,
            ConcludedConsultations consultations,
            BodyRegister bodies,
            Recorder recorder,
            EventLog eventLog) {
        this.agreements = agreements;
        this.decisions = decisions;
        this.consultations = consultations;
        this.bodies = bodies;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// Which version, on which day, and who says so.
    ///
    /// @param agreement its id or reference
    /// @param ifMatch the version of its record that the caller read
    record At(
            String agreement,
            int version,
            @Nullable String ifMatch,
            LocalDate on,
            Provenance provenance) {}

    /// @param by the last day the parties have for it
    @Transactional
    Agreement sendForReview(At at, @Nullable LocalDate by) {
        return change(
                at,
                (agreement, _) -> agreement.sendForReview(at.version, by, at.on, at.provenance));
    }

    @Transactional
    Agreement returnToDraft(At at, String reason) {
        return change(
                at,
                (agreement, _) ->
                        agreement
                                .require(at.version)
                                .step(VersionState.DRAFT, at.on, reason, at.provenance));
    }

    @Transactional
    Agreement reviewed(At at, String organisation, boolean agreed, @Nullable String note) {
        return change(
                at,
                (agreement, _) ->
                        agreement
                                .require(at.version)
                                .review(organisation, agreed, note, at.on, at.provenance));
    }

    @Transactional
    Agreement submit(At at) {
        return change(
                at,
                (agreement, _) ->
                        agreement.submit(
                                at.version,
                                consultations.concluded(
                                        AgreementsConsultedOn.TYPE,
                                        agreement.reference,
                                        agreement.locality,
                                        agreement.require(at.version).draftedOn(),
                                        at.on),
                                at.on,
                                at.provenance));
    }

    @Transactional
    Agreement sign(At at, String organisation, String post) {
        return change(
                at,
                (agreement, _) -> {
                    if (agreement.establishes != null) {
                        requireSeat(agreement.establishes, organisation, post, at.on);
                    }
                    agreement.sign(at.version, organisation, post, at.on, at.provenance);
                });
    }

    @Transactional
    Agreement approveWorking(At at, String by) {
        return change(
                at,
                (agreement, _) ->
                        agreement
                                .require(at.version)
                                .approveWorking(new WorkingApproval(at.on, by, at.provenance)));
    }

    @Transactional
    Agreement holdReview(At at, String outcome, @Nullable LocalDate next) {
        return change(
                at,
                (agreement, _) ->
                        agreement
                                .require(at.version)
                                .holdReview(at.on, outcome, next, at.provenance));
    }

    /// Told of the day from which it is known, and of today while it is still to come.
    @Transactional
    Agreement terminate(At at, Termination end) {
        var agreement = requireToChange(at);
        var today = recorder.today();
        var approvals = decisions.about(agreement);
        var told = agreement.settle(approvals, today);
        var kept = agreement.terminate(at.version, end, approvals, today);
        var of = agreement.require(at.version);
        Stream.of(kept.knownFrom(), today)
                .distinct()
                .filter(day -> kept.on().isAfter(day))
                .forEach(day -> told.add(agreement.changed(of, approvals, day)));
        return settled(agreement, approvals, told);
    }

    /// Brings a version into force by a day, or says what it waits for.
    @Transactional
    Agreement start(At at) {
        return change(
                at,
                (agreement, approvals) -> agreement.requireInForce(at.version, approvals, at.on));
    }

    private Agreement change(At at, BiConsumer<Agreement, Approvals> step) {
        var agreement = requireToChange(at);
        var approvals = decisions.about(agreement);
        var told = agreement.settle(approvals, recorder.today());
        step.accept(agreement, approvals);
        told.add(agreement.changed(agreement.require(at.version), approvals, at.on));
        return settled(agreement, approvals, told);
    }

    private Agreement requireToChange(At at) {
        var agreement = agreements.requireAlone(at.agreement);
        recorder.requireWriting(agreement.locality, "agreement", at.agreement);
        agreement.requireUnchanged(at.ifMatch);
        var today = recorder.today();
        if (at.on.isAfter(today)) {
            throw new AgreementRefusal.InTheFuture("effectiveOn", at.on, today);
        }
        return agreement;
    }

    private Agreement settled(
            Agreement agreement, Approvals approvals, List<AgreementChanged> told) {
        told.addAll(agreement.settle(approvals, recorder.today()));
        agreements.changed(agreement);
        eventLog.appendAll(told);
        return agreement;
    }

    /// Whoever signs what sets up a board sits in it for the same organisation (*Twelve Month
    /// Review*, 3.1.1: the chair of the general practice federation is a signatory and a member of
    /// the board).
    private void requireSeat(UUID body, String organisation, String post, LocalDate on) {
        var board = bodies.get(body, on);
        var theirs =
                board.seats().stream()
                        .filter(seat -> organisation.equals(seat.organisation()))
                        .map(Seat::post)
                        .toList();
        if (!theirs.contains(post)) {
            throw new AgreementRefusal.SignatoryWithoutSeat(
                    post, organisation, board.reference(), theirs, on);
        }
    }
}
