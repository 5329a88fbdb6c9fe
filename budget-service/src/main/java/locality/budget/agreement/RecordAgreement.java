package locality.budget.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.partnership.VersionsTold;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;

/// Records the money side of a partnership agreement, with its first terms.
@ApplicationScoped
class RecordAgreement {

    private final Agreements agreements;
    private final VersionsTold versions;
    private final DraftTerms draftTerms;
    private final EventLog eventLog;
    private final DryRun dryRun;

    RecordAgreement(
            Agreements agreements,
            VersionsTold versions,
            DraftTerms draftTerms,
            EventLog eventLog,
            DryRun dryRun) {
        this.agreements = agreements;
        this.versions = versions;
        this.draftTerms = draftTerms;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
    }

    @Transactional
    Agreement handle(Caller caller, AgreementResource.NewAgreement asked, boolean onlyTry) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        if (agreements.withReference(asked.reference()).isPresent()) {
            throw new AgreementRefusal.ReferenceTaken(asked.reference());
        }
        var agreement = new Agreement();
        agreement.id = Ids.next();
        agreement.reference = asked.reference();
        agreement.name = asked.name();
        agreement.locality = asked.locality();
        agreement.governanceReference = asked.governanceReference();
        agreement.provenance = Entered.by(caller, asked.provenance());

        var governed = versions.of(agreement.governedAs(), agreement.locality);
        var first =
                agreement.set(
                        draftTerms.of(caller, agreement, governed, asked.terms()), governed, null);
        agreements.persistAndFlush(agreement);
        eventLog.appendAll(List.of(AgreementEvent.Recorded.of(agreement), first));
        dryRun.undoIf(onlyTry);
        return agreement;
    }
}
