package locality.governance.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Drafts an agreement, or its next version.
@ApplicationScoped
class DraftAgreement {

    private final Agreements agreements;
    private final PartyDecisions decisions;
    private final Organisations organisations;
    private final BodyRegister bodies;
    private final Recorder recorder;
    private final EventLog eventLog;

    DraftAgreement(
            Agreements agreements,
            PartyDecisions decisions,
            Organisations organisations,
            BodyRegister bodies,
            Recorder recorder,
            EventLog eventLog) {
        this.agreements = agreements;
        this.decisions = decisions;
        this.organisations = organisations;
        this.bodies = bodies;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What all versions have in common.
    ///
    /// @param establishes the body it sets up, by id or reference; null when it sets up none
    record Heading(
            String reference,
            String title,
            AgreementKind kind,
            Locality locality,
            AgreementTerms terms,
            @Nullable String establishes) {}

    /// What a version says.
    ///
    /// @param draftedOn today when null
    record Draft(
            VersionText text,
            List<Party> parties,
            @Nullable LocalDate draftedOn,
            @Nullable Provenance provenance) {}

    @Transactional
    Agreement handle(Heading heading, Draft first) {
        recorder.requireWriting(heading.locality, "locality", heading.locality.code());
        PersonalData.requireNone("title", heading.title);
        if (agreements.lookUp(heading.reference, LockModeType.NONE).isPresent()) {
            throw new AgreementRefusal.ReferenceTaken(heading.reference);
        }
        var on = requirePast(first.draftedOn);
        var agreement = new Agreement();
        agreement.id = Ids.next();
        agreement.reference = heading.reference;
        agreement.title = heading.title;
        agreement.kind = heading.kind;
        agreement.locality = heading.locality;
        agreement.terms = heading.terms;
        agreement.establishes = body(heading.establishes, on);
        agreement.provenance = recorder.provenance(first.provenance);
        requirePartiesOnRecord(first.parties);
        var drafted = agreement.draft(first.text, first.parties, on, agreement.provenance);
        agreements.persistAndFlush(agreement);
        eventLog.append(agreement.changed(drafted, Approvals.NONE, on));
        return agreement;
    }

    @Transactional
    Agreement next(String idOrReference, @Nullable String ifMatch, Draft draft) {
        var agreement = agreements.requireAlone(idOrReference);
        recorder.requireWriting(agreement.locality, "agreement", idOrReference);
        agreement.requireUnchanged(ifMatch);
        next(agreement, draft);
        return agreement;
    }

    /// As a part of a larger transaction, which a refusal does not end.
    void next(Agreement agreement, Draft draft) {
        var on = requirePast(draft.draftedOn);
        requirePartiesOnRecord(draft.parties);
        var approvals = decisions.about(agreement);
        var told = agreement.settle(approvals, recorder.today());
        var former = agreement.versions.getLast();
        boolean wasOpen = former.state.isOpen();
        var drafted =
                agreement.draft(
                        draft.text, draft.parties, on, recorder.provenance(draft.provenance));
        if (wasOpen) {
            told.add(agreement.changed(former, approvals, on));
        }
        told.add(agreement.changed(drafted, approvals, on));
        agreements.changed(agreement);
        eventLog.appendAll(told);
    }

    /// As a part of a larger transaction, which a refusal does not end.
    void rename(Agreement agreement, String title) {
        agreement.rename(title);
        agreements.flush();
        eventLog.append(
                agreement.changed(
                        agreement.versions.getLast(),
                        decisions.about(agreement),
                        recorder.today()));
    }

    private LocalDate requirePast(@Nullable LocalDate draftedOn) {
        var today = recorder.today();
        if (draftedOn != null && draftedOn.isAfter(today)) {
            throw new AgreementRefusal.InTheFuture("draftedOn", draftedOn, today);
        }
        return draftedOn == null ? today : draftedOn;
    }

    private void requirePartiesOnRecord(List<Party> parties) {
        parties.forEach(party -> organisations.requireOnRecord(party.organisation()));
    }

    private @Nullable UUID body(@Nullable String idOrReference, LocalDate on) {
        return idOrReference == null ? null : bodies.require(idOrReference, on).id();
    }
}
