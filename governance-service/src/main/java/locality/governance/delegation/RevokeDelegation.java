package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Takes a power back.
@ApplicationScoped
class RevokeDelegation {

    private final Delegations delegations;
    private final EndDelegations endDelegations;
    private final Recorder recorder;

    RevokeDelegation(Delegations delegations, EndDelegations endDelegations, Recorder recorder) {
        this.delegations = delegations;
        this.endDelegations = endDelegations;
        this.recorder = recorder;
    }

    /// @param firstDayWithout the first day it is no longer in force
    @Transactional
    Delegation handle(
            String idOrReference,
            @Nullable String ifMatch,
            LocalDate firstDayWithout,
            String reason) {
        var revoked = delegations.require(idOrReference);
        recorder.requireWriting(revoked.place, "delegation", idOrReference);
        new EntityTag(revoked.version).check(ifMatch);
        endDelegations.end(List.of(revoked), firstDayWithout, reason);
        return revoked;
    }
}
