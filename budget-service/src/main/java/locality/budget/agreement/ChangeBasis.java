package locality.budget.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.partnership.VersionsTold;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Sets the terms an agreement had, on another basis, from a later period on.
@ApplicationScoped
class ChangeBasis {

    private final Agreements agreements;
    private final VersionsTold versions;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    ChangeBasis(
            Agreements agreements,
            VersionsTold versions,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.agreements = agreements;
        this.versions = versions;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    Agreement handle(
            Caller caller,
            String idOrReference,
            AgreementResource.NewBasis asked,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var agreement = agreements.lock(caller, idOrReference);
        new EntityTag(agreement.version).check(ifMatch);
        var governed = versions.of(agreement.governedAs(), agreement.locality);
        var set =
                agreement.set(
                        agreement
                                .lastTerms()
                                .on(
                                        asked.basis(),
                                        asked.startsOn(),
                                        agreement.versionOf(
                                                asked.agreementVersion(),
                                                asked.startsOn(),
                                                governed),
                                        Entered.by(caller, asked.provenance()),
                                        clock.instant()),
                        governed,
                        agreements.pooledMoneyMovedOn(agreement, asked.startsOn()));
        agreements.flush();
        eventLog.append(set);
        dryRun.undoIf(onlyTry);
        return agreement;
    }
}
