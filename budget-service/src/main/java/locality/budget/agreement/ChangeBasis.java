package locality.budget.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.budget.Entered;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Changes the basis from a later period on, under a new version of the agreement.
@ApplicationScoped
class ChangeBasis {

    private final Agreements agreements;
    private final EventLog eventLog;

    ChangeBasis(Agreements agreements, EventLog eventLog) {
        this.agreements = agreements;
        this.eventLog = eventLog;
    }

    @Transactional
    Agreement handle(
            Caller caller,
            String idOrReference,
            AgreementResource.NewBasis asked,
            @Nullable String ifMatch) {
        var agreement = agreements.lock(caller, idOrReference);
        new EntityTag(agreement.version).check(ifMatch);
        var changed =
                agreement.change(
                        asked.basis(), asked.startsOn(), Entered.by(caller, asked.provenance()));
        agreements.flush();
        eventLog.append(changed);
        return agreement;
    }
}
