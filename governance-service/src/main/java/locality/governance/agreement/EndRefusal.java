package locality.governance.agreement;

import java.time.LocalDate;
import java.util.List;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Why a version of an agreement does not end before its time.
abstract sealed class EndRefusal extends Refusal {

    private EndRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class TerminatedAlready extends EndRefusal {
        TerminatedAlready(int version, Termination end) {
            super(
                    Kind.CONFLICT,
                    "TERMINATED_ALREADY",
                    "Version %d ends on %s already: %s".formatted(version, end.on(), end.reason()));
            operand("version", version);
            operand("on", end.on());
        }
    }

    static final class KnowsNoNotice extends EndRefusal {
        KnowsNoNotice(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_NOTICE_CLAUSE",
                    "%s has no termination clause: it is ended as its parties decide"
                            .formatted(reference));
            operand("agreement", reference);
        }
    }

    static final class NoticeTooShort extends EndRefusal {
        NoticeTooShort(String reference, int days, @Nullable LocalDate given, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTICE_TOO_SHORT",
                    "%s is ended with %d days of notice; given on %s, it cannot end on %s"
                            .formatted(reference, days, given, on));
            operand("agreement", reference);
            operand("noticeDays", days);
            operand("noticeGivenOn", given);
            operand("effectiveOn", on);
            operand("earliest", given == null ? null : given.plusDays(days));
        }
    }

    static final class EndNotDecided extends EndRefusal {
        EndNotDecided(String version, List<String> parties) {
            super(
                    Kind.RULE_BROKEN,
                    "END_NOT_DECIDED",
                    "%s is ended without notice once every FULL party decided it; lacking: %s"
                            .formatted(version, parties));
            operand("version", version);
            operand("parties", parties);
        }
    }
}
