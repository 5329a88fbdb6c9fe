package locality.governance.gateway;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a gateway may say no to.
abstract sealed class GatewayRefusal extends Refusal {

    private GatewayRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends GatewayRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "REFERENCE_TAKEN",
                    "There is a gateway %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class IllegalStep extends GatewayRefusal {
        IllegalStep(String reference, GatewayState from, GatewayState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "Gateway %s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from, to, from.next()));
            operand("gateway", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class StepOutOfOrder extends GatewayRefusal {
        StepOutOfOrder(String reference, LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "The last step of %s was on %s, the next cannot be on %s"
                            .formatted(reference, last, asked));
            operand("gateway", reference);
            operand("lastStepOn", last);
            operand("effectiveOn", asked);
        }
    }

    static final class InTheFuture extends GatewayRefusal {
        InTheFuture(LocalDate given, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "effectiveOn is %s; today is %s, and it is recorded once it is done"
                            .formatted(given, today));
            operand("field", "effectiveOn");
            operand("given", given);
            operand("today", today);
        }
    }

    static final class NoDueDiligence extends GatewayRefusal {
        NoDueDiligence(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_DUE_DILIGENCE",
                    "Gateway %s has no due diligence yet: name the assessment"
                            .formatted(reference));
            operand("gateway", reference);
        }
    }

    /// Of a framework without a scale nothing can be Red, whatever was found.
    static final class NothingRated extends GatewayRefusal {
        NothingRated(String reference, String assessment, String framework) {
            super(
                    Kind.RULE_BROKEN,
                    "DUE_DILIGENCE_NOT_RATED",
                    "%s is by %s, which has no scale; due diligence of gateway %s is rated"
                            .formatted(assessment, framework, reference));
            operand("gateway", reference);
            operand("assessment", assessment);
            operand("framework", framework);
        }
    }

    /// Everything that lacks for a gateway to pass.
    static final class NotReady extends GatewayRefusal {
        NotReady(String reference, List<Lack> lacks) {
            super(
                    Kind.RULE_BROKEN,
                    "GATEWAY_NOT_READY",
                    "Gateway %s cannot pass: %s"
                            .formatted(
                                    reference,
                                    lacks.stream()
                                            .map(Lack::detail)
                                            .collect(Collectors.joining("; "))));
            operand("gateway", reference);
            operand("lacks", lacks);
        }
    }

    static final class NotSettled extends GatewayRefusal {
        private final boolean empty;

        NotSettled(String reference, List<String> conditions, List<String> items) {
            super(
                    Kind.RULE_BROKEN,
                    "GATEWAY_NOT_SETTLED",
                    "Gateway %s has %d conditions that are not met and %d items that are not in the"
                                    .formatted(reference, conditions.size(), items.size())
                            + " contract");
            operand("gateway", reference);
            operand("conditions", conditions);
            operand("items", items);
            this.empty = conditions.isEmpty() && items.isEmpty();
        }

        boolean isEmpty() {
            return empty;
        }
    }

    static final class ScopeFixed extends GatewayRefusal {
        ScopeFixed(String reference, GatewayState state) {
            super(
                    Kind.CONFLICT,
                    "SCOPE_FIXED",
                    "Gateway %s is %s; what it passes changes no more".formatted(reference, state));
            operand("gateway", reference);
            operand("state", state);
        }
    }

    static final class ScopeUnclear extends GatewayRefusal {
        ScopeUnclear(String item, ScopeKind kind, @Nullable String intervention) {
            super(
                    Kind.RULE_BROKEN,
                    "SCOPE_UNCLEAR",
                    "%s is %s: an INTERVENTION names its reference, a SERVICE none"
                            .formatted(item, kind));
            operand("item", item);
            operand("kind", kind);
            operand("intervention", intervention);
        }
    }

    static final class ItemTaken extends GatewayRefusal {
        ItemTaken(String reference, String item) {
            super(
                    Kind.CONFLICT,
                    "ITEM_TAKEN",
                    "Gateway %s has an item %s already".formatted(reference, item));
            operand("gateway", reference);
            operand("item", item);
        }
    }

    static final class TransferBeforeBlock extends GatewayRefusal {
        TransferBeforeBlock(String item, LocalDate transfersOn, LocalDate beginsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "TRANSFER_BEFORE_BLOCK",
                    "%s would go over on %s, and the block begins on %s"
                            .formatted(item, transfersOn, beginsOn));
            operand("item", item);
            operand("transfersOn", transfersOn);
            operand("beginsOn", beginsOn);
        }
    }

    static final class IllegalScopeStep extends GatewayRefusal {
        IllegalScopeStep(String item, ScopeState from, ScopeState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "Item %s is %s and cannot become %s; it may become %s"
                            .formatted(item, from, to, from.next()));
            operand("item", item);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    /// What is in the scope of the contract leaves it there, by an exit.
    static final class GoneOver extends GatewayRefusal {
        GoneOver(String item, LocalDate transfersOn, LocalDate today) {
            super(
                    Kind.CONFLICT,
                    "ITEM_GONE_OVER",
                    "Item %s went over on %s, and today is %s: it exits from the contract"
                            .formatted(item, transfersOn, today));
            operand("item", item);
            operand("transfersOn", transfersOn);
            operand("today", today);
        }
    }

    static final class NotRefused extends GatewayRefusal {
        NotRefused(String item, ScopeState state) {
            super(
                    Kind.CONFLICT,
                    "ITEM_NOT_REFUSED",
                    "Item %s is %s; only what was refused is tried again".formatted(item, state));
            operand("item", item);
            operand("state", state);
        }
    }

    static final class ConditionUndated extends GatewayRefusal {
        ConditionUndated(String text) {
            super(
                    Kind.RULE_BROKEN,
                    "CONDITION_UNDATED",
                    "\"%s\" is to be met by a day, as 2018-09-30, or a month, as 2018-09"
                            .formatted(text));
            operand("condition", text);
        }
    }

    static final class TakesNoConditions extends GatewayRefusal {
        TakesNoConditions(String reference, GatewayState state) {
            super(
                    Kind.CONFLICT,
                    "TAKES_NO_CONDITIONS",
                    "Gateway %s is %s and takes no conditions".formatted(reference, state));
            operand("gateway", reference);
            operand("state", state);
        }
    }

    static final class MetAlready extends GatewayRefusal {
        MetAlready(String reference, int number, LocalDate metOn) {
            super(
                    Kind.CONFLICT,
                    "CONDITION_MET",
                    "Condition %d of %s was met on %s".formatted(number, reference, metOn));
            operand("gateway", reference);
            operand("condition", number);
            operand("metOn", metOn);
        }
    }
}
