package locality.governance.record;

import java.util.List;
import java.util.stream.Collectors;
import locality.governance.meeting.Meeting;
import locality.platform.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Everything a record may say no to, beside what each of its parts says.
abstract sealed class RecordRefusal extends Refusal {

    private RecordRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /// Something at fault in a document.
    ///
    /// @param pointer where (RFC 6901), as in `/items/2/votes/S7`
    /// @param code as the call for that part alone would answer
    @Schema(name = "FaultOfRecord")
    record Fault(String pointer, String code, String detail) {}

    /// All that is at fault, at once. Nothing was recorded.
    static final class Faulty extends RecordRefusal {
        Faulty(List<Fault> faults) {
            super(
                    Kind.RULE_BROKEN,
                    "RECORD_REFUSED",
                    "Nothing was recorded. "
                            + faults.stream()
                                    .map(
                                            fault ->
                                                    "%s: %s: %s"
                                                            .formatted(
                                                                    fault.pointer,
                                                                    fault.code,
                                                                    fault.detail))
                                    .collect(Collectors.joining("; ")));
            operand("errors", faults);
        }
    }

    /// Nothing is recorded between two sittings.
    static final class Adjourned extends RecordRefusal {
        Adjourned(Meeting meeting) {
            super(
                    Kind.CONFLICT,
                    "MEETING_ADJOURNED",
                    ("%s was adjourned at %s: reconvene it (POST /meetings/%s/reconvene), then send"
                                    + " the record of that sitting")
                            .formatted(
                                    meeting.reference(),
                                    meeting.sittings().getLast().endedAt(),
                                    meeting.reference()));
            operand("meeting", meeting.reference());
            operand("adjournedAt", meeting.sittings().getLast().endedAt());
            operand("resumesAt", meeting.sittings().getLast().resumesAt());
        }
    }

    static final class AdjournedAndClosed extends RecordRefusal {
        AdjournedAndClosed() {
            super(
                    Kind.RULE_BROKEN,
                    "ADJOURNED_AND_CLOSED",
                    "A meeting that is adjourned goes on: it is not closed with the same record");
        }
    }

    static final class ItemUnnamed extends RecordRefusal {
        ItemUnnamed() {
            super(
                    Kind.RULE_BROKEN,
                    "ITEM_UNNAMED",
                    "An item of the agenda goes by its number, a new one by its title");
        }
    }

    static final class ItemNamedTwice extends RecordRefusal {
        ItemNamedTwice(String item) {
            super(
                    Kind.RULE_BROKEN,
                    "ITEM_NAMED_TWICE",
                    "The document tells of %s twice".formatted(item));
            operand("item", item);
        }
    }

    static final class AnotherTitle extends RecordRefusal {
        AnotherTitle(String item, String title, String given) {
            super(
                    Kind.CONFLICT,
                    "ANOTHER_TITLE",
                    "%s is \"%s\", not \"%s\": is it another item?".formatted(item, title, given));
            operand("item", item);
            operand("onAgenda", title);
            operand("given", given);
        }
    }
}
