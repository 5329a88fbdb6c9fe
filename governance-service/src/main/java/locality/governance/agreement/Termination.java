package locality.governance.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That a version ends before its time.
///
/// @param on the first day it is no longer in force
/// @param noticeBy the party that gave notice, null when all decided it together
/// @param noticeGivenOn null without notice
@Embeddable
record Termination(
        @Column(name = "terminates_on") LocalDate on,
        @Column(name = "termination_reason") String reason,
        @Nullable String noticeBy,
        @Nullable LocalDate noticeGivenOn) {

    boolean isKnownOn(LocalDate day) {
        return noticeGivenOn == null || !noticeGivenOn.isAfter(day);
    }
}
