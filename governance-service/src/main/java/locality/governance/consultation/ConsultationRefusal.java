package locality.governance.consultation;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a consultation, or what is told, may say no to.
abstract sealed class ConsultationRefusal extends Refusal {

    private ConsultationRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends ConsultationRefusal {
        ReferenceTaken(String what, String reference) {
            super(
                    Kind.CONFLICT,
                    "REFERENCE_TAKEN",
                    "There is a %s %s already".formatted(what, reference));
            operand("what", what);
            operand("reference", reference);
        }
    }

    static final class NotOnRecord extends ConsultationRefusal {
        NotOnRecord(String type, String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTHING_TO_CONSULT_ON",
                    "There is no %s %s on record to consult on".formatted(type, reference));
            operand("aboutType", type);
            operand("reference", reference);
        }
    }

    static final class StageBeforeEarlier extends ConsultationRefusal {
        StageBeforeEarlier(Stage stage, LocalDate on, Stage earlier, LocalDate earlierOn) {
            super(
                    Kind.RULE_BROKEN,
                    "STAGE_BEFORE_EARLIER",
                    "%s on %s would begin before %s, on %s"
                            .formatted(stage, on, earlier, earlierOn));
            operand("stage", stage);
            operand("on", on);
            operand("earlier", earlier);
            operand("earlierOn", earlierOn);
        }
    }

    static final class EarlierStageMissing extends ConsultationRefusal {
        EarlierStageMissing(String reference, Stage asked, Stage missing) {
            super(
                    Kind.CONFLICT,
                    "EARLIER_STAGE_MISSING",
                    "Consultation %s is not %s yet, so it cannot be %s"
                            .formatted(reference, missing, asked));
            operand("consultation", reference);
            operand("stage", asked);
            operand("missing", missing);
        }
    }

    static final class StageBegun extends ConsultationRefusal {
        StageBegun(String reference, Stage asked, Stage stage) {
            super(
                    Kind.CONFLICT,
                    "STAGE_BEGUN",
                    "Consultation %s is %s already".formatted(reference, stage));
            operand("consultation", reference);
            operand("stage", asked);
            operand("reached", stage);
        }
    }

    static final class AskedAlready extends ConsultationRefusal {
        AskedAlready(String reference, Stage stage, Audience audience, Subject about) {
            super(
                    Kind.CONFLICT,
                    "ASKED_ALREADY",
                    "Consultation %s is %s: it asks %s about %s %s, and nobody else about anything"
                                    .formatted(
                                            reference,
                                            stage,
                                            audience,
                                            about.type(),
                                            about.reference())
                            + " else");
            operand("consultation", reference);
            operand("stage", stage);
            operand("audience", audience);
            operand("aboutType", about.type());
            operand("about", about.reference());
        }
    }

    static final class InTheFuture extends ConsultationRefusal {
        InTheFuture(String field, LocalDate given, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "%s is %s; today is %s, and it is recorded once it is done"
                            .formatted(field, given, today));
            operand("field", field);
            operand("given", given);
            operand("today", today);
        }
    }

    static final class ToldAlready extends ConsultationRefusal {
        ToldAlready(String reference, LocalDate doneOn) {
            super(
                    Kind.CONFLICT,
                    "TOLD_ALREADY",
                    "%s was told on %s; nothing of it changes any more"
                            .formatted(reference, doneOn));
            operand("communication", reference);
            operand("doneOn", doneOn);
        }
    }

    /// What a spreadsheet shows and does not change.
    static final class NotInASpreadsheet extends ConsultationRefusal {
        NotInASpreadsheet(String reference, String column, @Nullable Object onRecord) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "The %s of %s is %s, which a spreadsheet does not change"
                            .formatted(column, reference, onRecord == null ? "nothing" : onRecord));
            operand("reference", reference);
            operand("column", column);
            operand("onRecord", onRecord);
        }
    }
}
