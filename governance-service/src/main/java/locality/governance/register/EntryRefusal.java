package locality.governance.register;

import java.time.LocalDate;
import java.util.List;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a register may say no to.
abstract sealed class EntryRefusal extends Refusal {

    private EntryRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ScoreOutOfRange extends EntryRefusal {
        ScoreOutOfRange(String field, int given, int highest) {
            super(
                    Kind.RULE_BROKEN,
                    "SCORE_OUT_OF_RANGE",
                    "%s is %d; it is 1 to %d, or left out while it is unscored"
                            .formatted(field, given, highest));
            operand("field", field);
            operand("given", given);
            operand("lowest", 1);
            operand("highest", highest);
        }
    }

    static final class NothingScored extends EntryRefusal {
        NothingScored(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTHING_SCORED",
                    "Score %s: inherent, residual or target".formatted(reference));
            operand("entry", reference);
        }
    }

    static final class IllegalStep extends EntryRefusal {
        IllegalStep(String reference, EntryState from, EntryEvent asked) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "Entry %s is %s and cannot be %s; it may become %s"
                            .formatted(reference, from, asked, from.next()));
            operand("entry", reference);
            operand("from", from);
            operand("asked", asked);
            operand("allowed", from.next());
        }
    }

    static final class WrongKind extends EntryRefusal {
        WrongKind(String reference, EntryKind kind, EntryEvent asked, EntryKind wanted) {
            super(
                    Kind.RULE_BROKEN,
                    "WRONG_KIND",
                    "Entry %s is of kind %s; only a %s can be %s"
                            .formatted(reference, kind, wanted, asked));
            operand("entry", reference);
            operand("kind", kind);
            operand("asked", asked);
            operand("wanted", wanted);
        }
    }

    static final class WaitsForNothing extends EntryRefusal {
        WaitsForNothing(String title, EntryKind kind) {
            super(
                    Kind.RULE_BROKEN,
                    "ONLY_DEPENDENCIES_WAIT",
                    "\"%s\" is of kind %s: neededOn, dependent and dependsOn are of a DEPENDENCY"
                            .formatted(title, kind));
            operand("kind", kind);
        }
    }

    static final class StepOutOfOrder extends EntryRefusal {
        StepOutOfOrder(String reference, LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "The last step of %s was on %s, the next cannot be on %s"
                            .formatted(reference, last, asked));
            operand("entry", reference);
            operand("lastStepOn", last);
            operand("effectiveOn", asked);
        }
    }

    static final class InTheFuture extends EntryRefusal {
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

    static final class NotLater extends EntryRefusal {
        NotLater(String field, LocalDate given, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_LATER",
                    "%s is %s, which is not after %s".formatted(field, given, on));
            operand("field", field);
            operand("given", given);
            operand("effectiveOn", on);
        }
    }

    static final class NoControl extends EntryRefusal {
        NoControl(String reference, int number, int controls) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_SUCH_CONTROL",
                    "Entry %s has %d controls, and none with the number %d"
                            .formatted(reference, controls, number));
            operand("entry", reference);
            operand("number", number);
            operand("controls", controls);
        }
    }

    static final class LinkedAlready extends EntryRefusal {
        LinkedAlready(String reference, Link link) {
            super(
                    Kind.CONFLICT,
                    "LINKED_ALREADY",
                    "Entry %s is linked to %s %s already"
                            .formatted(reference, link.type(), link.id()));
            operand("entry", reference);
            operand("link", link);
        }
    }

    static final class LinkedToItself extends EntryRefusal {
        LinkedToItself(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "LINKED_TO_ITSELF",
                    "Entry %s cannot be linked to itself".formatted(reference));
            operand("entry", reference);
        }
    }

    static final class ReferenceTaken extends EntryRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "ENTRY_REFERENCE_TAKEN",
                    "There is an entry %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NobodyAbove extends EntryRefusal {
        NobodyAbove(String reference, @Nullable String body, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOWHERE_TO_ESCALATE",
                    body == null
                            ? "No body has entry %s, so there is none above".formatted(reference)
                            : "Entry %s is with %s, which is accountable to no body on %s"
                                    .formatted(reference, body, on));
            operand("entry", reference);
            operand("body", body);
            operand("effectiveOn", on);
        }
    }

    static final class NotAbove extends EntryRefusal {
        NotAbove(String reference, String body, String to, List<String> above) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_THE_BODY_ABOVE",
                    "Entry %s goes up one step, from %s to %s; not to %s"
                            .formatted(reference, body, String.join(" or ", above), to));
            operand("entry", reference);
            operand("body", body);
            operand("to", to);
            operand("above", above);
        }
    }

    static final class BodyElsewhere extends EntryRefusal {
        BodyElsewhere(String body, String bodyOf, String entryOf) {
            super(
                    Kind.RULE_BROKEN,
                    "BODY_OF_ANOTHER_PLACE",
                    "Body %s is of %s, the entry of %s".formatted(body, bodyOf, entryOf));
            operand("body", body);
            operand("bodyOf", bodyOf);
            operand("entryOf", entryOf);
        }
    }

    static final class RuleOfThatDay extends EntryRefusal {
        RuleOfThatDay(@Nullable String body, LocalDate on) {
            super(
                    Kind.CONFLICT,
                    "ESCALATION_RULE_OF_THAT_DAY",
                    "There is a rule of %s from %s already"
                            .formatted(body == null ? "all bodies" : body, on));
            operand("body", body);
            operand("effectiveOn", on);
        }
    }

    static final class NotInASpreadsheet extends EntryRefusal {
        NotInASpreadsheet(String reference, String column, @Nullable Object onRecord) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "%s of %s is %s, which a spreadsheet does not change"
                            .formatted(column, reference, onRecord == null ? "empty" : onRecord));
            operand("entry", reference);
            operand("column", column);
            operand("onRecord", onRecord);
        }
    }

    static final class NamedTwice extends EntryRefusal {
        NamedTwice(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "ENTRY_NAMED_TWICE",
                    "The spreadsheet has a row for %s already".formatted(reference));
            operand("entry", reference);
        }
    }
}
