package locality.budget.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.budget.DryRun;
import locality.budget.partnership.VersionsTold;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Sets the money terms of an agreement, all of them, from a later day on.
@ApplicationScoped
class SetTerms {

    private final Agreements agreements;
    private final VersionsTold versions;
    private final DraftTerms draftTerms;
    private final EventLog eventLog;
    private final DryRun dryRun;

    SetTerms(
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
    Agreement handle(
            Caller caller,
            String idOrReference,
            NewTerms asked,
            @Nullable String ifMatch,
            boolean onlyTry) {
        draftTerms.lockDecision(asked, agreements.placeOf(caller, idOrReference));
        var agreement = agreements.lock(caller, idOrReference);
        new EntityTag(agreement.version).check(ifMatch);
        var governed = versions.of(agreement.governedAs(), agreement.locality);
        var set =
                agreement.set(
                        draftTerms.of(caller, agreement, governed, asked),
                        governed,
                        agreements.pooledMoneyMovedOn(agreement, asked.startsOn()));
        agreements.flush();
        eventLog.append(set);
        dryRun.undoIf(onlyTry);
        return agreement;
    }
}
