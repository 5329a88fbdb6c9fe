package locality.governance.scrutiny;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.platform.refusal.Refusal;

/// Which quota a scrutiny report counts for.
@ApplicationScoped
public class QuotaOfReport {

    private final ScrutinyQuotas quotas;
    private final Recorder recorder;

    QuotaOfReport(ScrutinyQuotas quotas, Recorder recorder) {
        this.quotas = quotas;
        this.recorder = recorder;
    }

    /// @param committee whose meeting the report is put before, on which day
    /// @return the quota's reference
    /// @throws Refusal `NOT_FOUND` if there is no such quota, `QUOTA_OF_ANOTHER_BODY`, or
    ///   `OUTSIDE_THE_QUOTA` unless the day lies in its period
    public String require(String idOrReference, UUID committee, LocalDate heldOn) {
        var quota = quotas.require(idOrReference);
        recorder.requireReading(quota.locality, "scrutiny quota", idOrReference);
        if (!quota.bodyId.equals(committee)) {
            throw new ScrutinyRefusal.OfAnotherBody(quota);
        }
        if (!quota.period().holdsOn(heldOn)) {
            throw new ScrutinyRefusal.OutsideThePeriod(quota, heldOn);
        }
        return quota.reference;
    }
}
