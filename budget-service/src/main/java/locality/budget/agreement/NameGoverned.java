package locality.budget.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.budget.DryRun;
import locality.budget.partnership.VersionsTold;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Says by which reference governance tells of an agreement.
@ApplicationScoped
class NameGoverned {

    private final Agreements agreements;
    private final VersionsTold versions;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    NameGoverned(
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
            String governanceReference,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var agreement = agreements.lock(caller, idOrReference);
        new EntityTag(agreement.version).check(ifMatch);
        var governed = versions.of(agreement.governedAs(), agreement.locality);
        var named =
                agreement.nameGoverned(governanceReference, governed, BusinessClock.today(clock));
        agreements.flush();
        eventLog.append(named);
        eventLog.append(agreement.toldAgain());
        dryRun.undoIf(onlyTry);
        return agreement;
    }
}
