package locality.governance.agreement;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That a version ends before its time: by a party's notice, or as all decided it together.
///
/// @param on the first day it is no longer in force
/// @param noticeBy the party that gave notice, null when all decided it together
/// @param noticeGivenOn null without notice
/// @param decidedOn the first day on which the decisions of all were in effect, null with notice
@Embeddable
record Termination(
        @Column(name = "terminates_on") LocalDate on,
        @Column(name = "termination_reason") String reason,
        @Nullable String noticeBy,
        @Nullable LocalDate noticeGivenOn,
        @Nullable LocalDate decidedOn) {

    static Termination byNotice(
            LocalDate on, String reason, String noticeBy, LocalDate noticeGivenOn) {
        return new Termination(on, reason, noticeBy, noticeGivenOn, null);
    }

    /// One that is known once its parties have decided it.
    static Termination together(LocalDate on, String reason) {
        return new Termination(on, reason, null, null, null);
    }

    Termination decided(LocalDate day) {
        return new Termination(on, reason, noticeBy, noticeGivenOn, day);
    }

    /// The day on which notice was given, or the last of its parties had decided it.
    LocalDate knownFrom() {
        return requireNonNull(noticeGivenOn == null ? decidedOn : noticeGivenOn);
    }

    boolean isKnownOn(LocalDate day) {
        return !knownFrom().isAfter(day);
    }
}
