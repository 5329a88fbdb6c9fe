package locality.governance.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a party decided to enter into a version.
///
/// @param organisation the party whose power was used
/// @param body that decided, by name
/// @param from the first day the decision is in effect
/// @param endedOn the first day it is no longer, once rescinded or superseded
record PartyDecision(
        String organisation,
        UUID decision,
        String reference,
        String body,
        LocalDate from,
        @Nullable LocalDate endedOn) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (endedOn == null || day.isBefore(endedOn));
    }
}
