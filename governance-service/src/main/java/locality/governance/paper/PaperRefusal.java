package locality.governance.paper;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a paper may say no to.
abstract sealed class PaperRefusal extends Refusal {

    private PaperRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class Exempt extends PaperRefusal {
        Exempt(String reference, int paragraph) {
            super(
                    Kind.FORBIDDEN,
                    "PAPER_EXEMPT",
                    "%s is exempt under paragraph %d of Schedule 12A; the place's secretaries and"
                                    .formatted(reference, paragraph)
                            + " auditors may read it");
            operand("paper", reference);
            operand("paragraph", paragraph);
        }
    }

    /// Gone, and not only absent: it was there until a day that everybody could know.
    static final class BackgroundAccessEnded extends PaperRefusal {
        BackgroundAccessEnded(String reference, LocalDate until) {
            super(
                    Kind.GONE,
                    "BACKGROUND_ACCESS_ENDED",
                    "The background papers of %s could be asked for until %s"
                            .formatted(reference, until));
            operand("paper", reference);
            operand("until", until);
        }
    }

    static final class PublishedInTheFuture extends PaperRefusal {
        PublishedInTheFuture(LocalDate publishedOn, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "publishedOn is %s; today is %s, and it is recorded once it is done"
                            .formatted(publishedOn, today));
            operand("field", "publishedOn");
            operand("given", publishedOn);
            operand("today", today);
        }
    }

    static final class NoScrutinyReport extends PaperRefusal {
        NoScrutinyReport(PaperKind kind, String quota) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_SCRUTINY_REPORT",
                    "A %s counts for no scrutiny quota; SCRUTINY_REPORT does".formatted(kind));
            operand("kind", kind);
            operand("scrutinyQuota", quota);
        }
    }

    static final class NoContent extends PaperRefusal {
        NoContent(String reference, @Nullable Integer number) {
            super(
                    Kind.NOT_FOUND,
                    "NOT_FOUND",
                    number == null
                            ? "%s has no content yet".formatted(reference)
                            : "%s has no version %d".formatted(reference, number));
            operand("paper", reference);
            operand("number", number);
        }
    }

    static final class TooLarge extends PaperRefusal {
        TooLarge(int size, int most) {
            super(
                    Kind.RULE_BROKEN,
                    "CONTENT_TOO_LARGE",
                    "It has %d bytes; %d may be kept here, give a link to more"
                            .formatted(size, most));
            operand("bytes", size);
            operand("most", most);
        }
    }

    static final class NotAsSaid extends PaperRefusal {
        NotAsSaid(String mediaType, String reason) {
            super(
                    Kind.RULE_BROKEN,
                    "CONTENT_NOT_AS_SAID",
                    "It is sent as %s and %s".formatted(mediaType, reason));
            operand("mediaType", mediaType);
        }
    }

    static final class Differs extends PaperRefusal {
        Differs(String said, String found) {
            super(
                    Kind.RULE_BROKEN,
                    "CONTENT_DIFFERS",
                    "Its SHA-256 is %s, not %s".formatted(found, said));
            operand("said", said);
            operand("found", found);
        }
    }
}
