package locality.governance.closedown;

import java.time.LocalDate;
import java.util.List;
import locality.governance.organisation.OrganisationOnRecord;
import locality.platform.refusal.Refusal;

/// Everything that the transfer of a closing organisation's matters may be refused for.
abstract sealed class ClosedownRefusal extends Refusal {

    private ClosedownRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class NotClosing extends ClosedownRefusal {
        NotClosing(String organisation) {
            super(
                    Kind.CONFLICT,
                    "NOT_CLOSING",
                    "%s has no last day on record; close it first".formatted(organisation));
            operand("organisation", organisation);
        }
    }

    static final class ToItself extends ClosedownRefusal {
        ToItself(String organisation) {
            super(
                    Kind.RULE_BROKEN,
                    "TRANSFER_TO_ITSELF",
                    "%s cannot take over from itself".formatted(organisation));
            operand("organisation", organisation);
        }
    }

    static final class NotThere extends ClosedownRefusal {
        NotThere(OrganisationOnRecord to, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_THERE_ON_THAT_DAY",
                    "%s exists from %s%s and takes nothing over on %s"
                            .formatted(
                                    to.code(),
                                    to.days().from(),
                                    to.days().until() == null ? "" : " to " + to.days().until(),
                                    on));
            operand("organisation", to.code());
            operand("effectiveOn", to.days().from());
            operand("endsOn", to.days().until());
            operand("on", on);
        }
    }

    static final class NotOpen extends ClosedownRefusal {
        NotOpen(String organisation, List<String> references, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_OPEN",
                    "Nothing of %s is open on %s under %s"
                            .formatted(organisation, on, String.join(", ", references)));
            operand("organisation", organisation);
            operand("items", references);
            operand("on", on);
        }
    }

    static final class HandedOverAlready extends ClosedownRefusal {
        HandedOverAlready(Handover before) {
            super(
                    Kind.CONFLICT,
                    "HANDED_OVER_ALREADY",
                    "%s answers for %s from %s"
                            .formatted(
                                    before.toOrganisation, before.reference, before.effectiveOn));
            operand("reference", before.reference);
            operand("to", before.toOrganisation);
            operand("from", before.effectiveOn);
        }
    }

    static final class DoneByHand extends ClosedownRefusal {
        DoneByHand(List<OpenItem> items) {
            super(
                    Kind.RULE_BROKEN,
                    "DONE_BY_HAND",
                    "No transfer moves %s: %s"
                            .formatted(items.getFirst().reference(), items.getFirst().byHand()));
            operand("items", items);
        }
    }
}
