package locality.governance.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import locality.platform.fact.Provenance;

/// Makes a duty an organisation's, for the rest of the service.
@ApplicationScoped
public class PassOnDuty {

    private final ChangeDuty changeDuty;

    PassOnDuty(ChangeDuty changeDuty) {
        this.changeDuty = changeDuty;
    }

    /// @param effectiveOn the first day it is the organisation's
    /// @throws locality.platform.refusal.Refusal `DUTY_ENDED_ALREADY`, `ENDS_BEFORE_IT_BEGINS` or
    ///   `THEIRS_ALREADY`
    public void handle(
            String duty, String toOrganisation, LocalDate effectiveOn, Provenance source) {
        changeDuty.passOn(
                duty, null, new ChangeDuty.Whose(null, null, toOrganisation), effectiveOn, source);
    }
}
