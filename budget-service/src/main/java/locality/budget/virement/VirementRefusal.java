package locality.budget.virement;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import locality.budget.agreement.Basis;
import locality.budget.line.CostKind;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// What a virement may say no to.
abstract sealed class VirementRefusal extends Refusal {

    private VirementRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class MovesNothing extends VirementRefusal {
        MovesNothing(String line) {
            super(
                    Kind.RULE_BROKEN,
                    "MOVES_NOTHING",
                    "%s gives or gets something; it is named with nothing".formatted(line));
            operand("line", line);
        }
    }

    static final class LineNamedTwice extends VirementRefusal {
        LineNamedTwice(String line) {
            super(
                    Kind.RULE_BROKEN,
                    "LINE_NAMED_TWICE",
                    "%s is named twice; a line is named once, with all it gives or gets"
                            .formatted(line));
            operand("line", line);
        }
    }

    static final class DoesNotSum extends VirementRefusal {
        DoesNotSum(Pence got, Pence given, Pence sum) {
            super(
                    Kind.RULE_BROKEN,
                    "VIREMENT_DOES_NOT_SUM",
                    "A virement sums to zero: lines get %s and give %s, the difference is %s"
                            .formatted(got, given, sum));
            operand("gotPence", got);
            operand("givenPence", given);
            operand("differencePence", sum);
        }
    }

    static final class PlanNotApproved extends VirementRefusal {
        PlanNotApproved(String line) {
            super(
                    Kind.RULE_BROKEN,
                    "PLAN_NOT_APPROVED",
                    "The plan that holds %s is not approved; there is no budget to move yet"
                            .formatted(line));
            operand("line", line);
        }
    }

    static final class CapitalAndRevenue extends VirementRefusal {
        CapitalAndRevenue(Map<CostKind, Pence> net) {
            super(
                    Kind.RULE_BROKEN,
                    "CAPITAL_AND_REVENUE",
                    "Capital never becomes revenue, nor revenue capital: %s".formatted(sums(net)));
            operand("capitalPence", net.get(CostKind.CAPITAL));
            operand("revenuePence", net.get(CostKind.REVENUE));
        }
    }

    static final class LeavesRingFence extends VirementRefusal {
        LeavesRingFence(String ringFence, Pence leaves) {
            super(
                    Kind.RULE_BROKEN,
                    "LEAVES_RING_FENCE",
                    "%s would leave the ring-fence %s".formatted(leaves, ringFence));
            operand("ringFence", ringFence);
            operand("leavesPence", leaves);
        }
    }

    static final class CrossesBasis extends VirementRefusal {
        CrossesBasis(Map<Basis, Pence> net) {
            super(
                    Kind.RULE_BROKEN,
                    "CROSSES_BASIS",
                    "Money stays on the basis on which it is held: %s".formatted(sums(net)));
            operand("byBasis", net);
        }
    }

    static final class BetweenPartners extends VirementRefusal {
        BetweenPartners(Map<String, Pence> net) {
            super(
                    Kind.RULE_BROKEN,
                    "BETWEEN_PARTNERS",
                    "Each partner keeps its money where it is not pooled: %s".formatted(sums(net)));
            operand("byCommissioner", net);
        }
    }

    static final class LiesAhead extends VirementRefusal {
        LiesAhead(LocalDate effectiveOn, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "LIES_AHEAD",
                    "%s lies after today, %s".formatted(effectiveOn, today));
            operand("effectiveOn", effectiveOn);
            operand("today", today);
        }
    }

    static final class AfterTheYear extends VirementRefusal {
        AfterTheYear(LocalDate effectiveOn, FinancialYear year) {
            super(
                    Kind.RULE_BROKEN,
                    "AFTER_THE_YEAR",
                    "A budget of %s is moved by %s, not on %s"
                            .formatted(year, year.end(), effectiveOn));
            operand("effectiveOn", effectiveOn);
            operand("lastDay", year.end());
        }
    }

    static final class NotPending extends VirementRefusal {
        NotPending(String reference, VirementState state) {
            super(
                    Kind.CONFLICT,
                    "VIREMENT_NOT_PENDING",
                    "%s is %s and waits for nothing".formatted(reference, state));
            operand("virement", reference);
            operand("state", state);
        }
    }

    static final class NotWhoAsked extends VirementRefusal {
        NotWhoAsked(String reference, String requestedBy, String organisation) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_WHO_ASKED",
                    "%s was asked for by %s, who alone withdraws it; you are %s"
                            .formatted(reference, requestedBy, organisation));
            operand("virement", reference);
            operand("requestedBy", requestedBy);
            operand("organisation", organisation);
        }
    }

    private static String sums(Map<?, Pence> net) {
        return net.entrySet().stream()
                .map(one -> "%s %s".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
