package locality.budget.line;

import java.time.LocalDate;
import java.util.Set;
import locality.budget.agreement.Basis;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// What a budget line may say no to.
public abstract sealed class LineRefusal extends Refusal {

    private LineRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /// What is held on a line that a plan would change, or leave out.
    final void held(LineInPlan line) {
        operand("requestedPence", line.room().requested());
        operand("committedPence", line.room().committed());
        operand("spentPence", line.room().spent());
        operand("movedPence", line.movedSincePlanned());
    }

    /// More than is available.
    static final class OverCommitted extends LineRefusal {
        OverCommitted(LineRoom room, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "OVER_COMMITTED",
                    "%s is more than is available on %s: available %s = current %s - requested %s - committed %s - spent %s"
                            .formatted(
                                    amount,
                                    room.line(),
                                    room.available(),
                                    room.current(),
                                    room.requested(),
                                    room.committed(),
                                    room.spent()));
            operand("line", room.line());
            operand("amountPence", amount);
            operand("availablePence", room.available());
            operand("currentPence", room.current());
            operand("requestedPence", room.requested());
            operand("committedPence", room.committed());
            operand("spentPence", room.spent());
        }
    }

    /// More is taken out of what is set aside or promised than is there: what commitments hold and
    /// what their line holds for them are not the same.
    static final class MoreThanLineHolds extends LineRefusal {
        MoreThanLineHolds(String line, String what, Pence amount, Pence held) {
            super(
                    Kind.CONFLICT,
                    "MORE_THAN_LINE_HOLDS",
                    "%s is not within what is %s on %s, %s".formatted(amount, what, line, held));
            operand("line", line);
            operand("amountPence", amount);
            operand("heldPence", held);
        }
    }

    /// What one line promised would go on on a line whose money is another.
    static final class OtherMoney extends LineRefusal {
        OtherMoney(
                String code,
                String what,
                BudgetLine from,
                @Nullable Object there,
                BudgetLine to,
                @Nullable Object here) {
            super(
                    Kind.RULE_BROKEN,
                    code,
                    "%s has %s %s and %s has %s: what one promises does not go on on the other"
                            .formatted(from.reference, what, there, to.reference, here));
            operand("line", from.reference);
            operand(what, there);
            operand("toLine", to.reference);
            operand("to" + Character.toUpperCase(what.charAt(0)) + what.substring(1), here);
        }
    }

    /// More comes back than was spent, which would make money to promise.
    static final class MoreThanSpent extends LineRefusal {
        MoreThanSpent(LineRoom room, Pence amount) {
            super(
                    Kind.RULE_BROKEN,
                    "MORE_THAN_SPENT",
                    "%s cannot come back on %s: spent %s, current %s"
                            .formatted(
                                    amount.negated(), room.line(), room.spent(), room.current()));
            operand("line", room.line());
            operand("amountPence", amount);
            operand("spentPence", room.spent());
            operand("currentPence", room.current());
        }
    }

    /// What is drawn from a ring-fenced source is spent outside its ring-fence.
    static final class RingFenced extends LineRefusal {
        RingFenced(String source, Set<String> ringFences, BudgetLine line) {
            super(
                    Kind.RULE_BROKEN,
                    "RING_FENCED",
                    "%s is ring-fenced for %s: it is not spent on %s, which has %s"
                            .formatted(
                                    source,
                                    String.join(", ", ringFences),
                                    line.reference,
                                    line.ringFence == null
                                            ? "no ring-fence"
                                            : "the ring-fence " + line.ringFence));
            operand("source", source);
            operand("ringFences", ringFences);
            operand("line", line.reference);
            operand("lineRingFence", line.ringFence);
        }
    }

    /// The line is displayed beside the fund and stands outside its agreement.
    static final class OnlyInView extends LineRefusal {
        OnlyInView(String reference, @Nullable LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "ONLY_IN_VIEW",
                    "%s is IN_VIEW%s: it is displayed here, its money is not the fund's"
                            .formatted(reference, on == null ? "" : " on " + on));
            operand("line", reference);
            operand("on", on);
        }
    }

    /// What a line is planned to save is not money to move.
    static final class PlannedAsASaving extends LineRefusal {
        PlannedAsASaving(LineRoom room) {
            super(
                    Kind.RULE_BROKEN,
                    "PLANNED_AS_A_SAVING",
                    "%s is planned to bring in money, current %s: it neither gives nor gets"
                            .formatted(room.line(), room.current()));
            operand("line", room.line());
            operand("currentPence", room.current());
        }
    }

    /// A new plan leaves out a line on which money is promised or spent, or to which money moved.
    static final class InUse extends LineRefusal {
        InUse(LineInPlan line) {
            super(
                    Kind.RULE_BROKEN,
                    "LINE_IN_USE",
                    "The plan leaves out %s, on which money is promised or to which it was moved: requested %s, committed %s, spent %s, moved %s"
                            .formatted(
                                    line.line(),
                                    line.room().requested(),
                                    line.room().committed(),
                                    line.room().spent(),
                                    line.movedSincePlanned()));
            operand("line", line.line());
            held(line);
        }
    }

    /// A plan gives a line less than is promised and spent on it.
    static final class LessThanPromised extends LineRefusal {
        LessThanPromised(LineInPlan line, Pence planned) {
            super(
                    Kind.RULE_BROKEN,
                    "LESS_THAN_PROMISED",
                    "%s is less than what is promised on %s: requested %s, committed %s, spent %s, moved since it was planned %s"
                            .formatted(
                                    planned,
                                    line.line(),
                                    line.room().requested(),
                                    line.room().committed(),
                                    line.room().spent(),
                                    line.movedSincePlanned()));
            operand("line", line.line());
            operand("plannedPence", planned);
            held(line);
        }
    }

    /// A plan puts a line on another basis on which money is promised, paid or moved already.
    static final class KeepsItsBasis extends LineRefusal {
        KeepsItsBasis(LineInPlan line, String planned) {
            super(
                    Kind.RULE_BROKEN,
                    "LINE_KEEPS_ITS_BASIS",
                    "%s stays %s, on which money is promised, and is not planned as %s: requested %s, committed %s, spent %s, moved %s, and which changes from a period on alone: %d changes"
                            .formatted(
                                    line.line(),
                                    line.basis(),
                                    planned,
                                    line.room().requested(),
                                    line.room().committed(),
                                    line.room().spent(),
                                    line.movedSincePlanned(),
                                    line.basisChanges()));
            operand("line", line.line());
            operand("basis", line.basis());
            operand("plannedBasis", planned);
            held(line);
            operand("laterBases", line.basisChanges());
        }
    }

    /// Only a plan under way names the line: no approved plan holds it yet.
    static final class InNoApprovedPlan extends LineRefusal {
        InNoApprovedPlan(String line) {
            super(
                    Kind.RULE_BROKEN,
                    "PLAN_NOT_APPROVED",
                    "%s stands in no plan that was approved: money moves on it once one is"
                            .formatted(line));
            operand("line", line);
        }
    }

    static final class NotAPeriodBoundary extends LineRefusal {
        NotAPeriodBoundary(String reference, LocalDate startsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_PERIOD_BOUNDARY",
                    "A basis of %s starts with a period, on the first of a month, not on %s"
                            .formatted(reference, startsOn));
            operand("line", reference);
            operand("startsOn", startsOn);
        }
    }

    /// The first day of the year has the basis of the plan, and no day outside it has any.
    static final class NotLaterInTheYear extends LineRefusal {
        NotLaterInTheYear(String reference, LocalDate startsOn, FinancialYear year) {
            super(
                    Kind.RULE_BROKEN,
                    "BASIS_NOT_IN_THE_YEAR",
                    "A change of the basis of %s starts after %s and by %s, not on %s; the plan says the basis of the first day"
                            .formatted(reference, year.start(), year.end(), startsOn));
            operand("line", reference);
            operand("startsOn", startsOn);
            operand("yearStartsOn", year.start());
            operand("yearEndsOn", year.end());
        }
    }

    static final class BasisNotAfterTheLast extends LineRefusal {
        BasisNotAfterTheLast(String reference, LocalDate startsOn, LocalDate last) {
            super(
                    Kind.RULE_BROKEN,
                    "BASIS_NOT_AFTER_THE_LAST",
                    "The last basis of %s starts on %s; a change starts later, not on %s"
                            .formatted(reference, last, startsOn));
            operand("line", reference);
            operand("startsOn", startsOn);
            operand("lastStartsOn", last);
        }
    }

    static final class BasisUnchanged extends LineRefusal {
        BasisUnchanged(String reference, LocalDate startsOn, Basis basis) {
            super(
                    Kind.RULE_BROKEN,
                    "BASIS_UNCHANGED",
                    "%s is %s on %s already".formatted(reference, basis, startsOn));
            operand("line", reference);
            operand("startsOn", startsOn);
            operand("basis", basis);
        }
    }

    /// Money that moved stays on the basis under which it did.
    static final class MoneyMovedSince extends LineRefusal {
        MoneyMovedSince(String reference, LocalDate startsOn, LocalDate lastMovedOn) {
            super(
                    Kind.RULE_BROKEN,
                    "MONEY_MOVED_SINCE",
                    "Money moved on %s as late as %s; its basis changes from a later period on, not on %s"
                            .formatted(reference, lastMovedOn, startsOn));
            operand("line", reference);
            operand("startsOn", startsOn);
            operand("lastMovedOn", lastMovedOn);
        }
    }

    /// A line is pooled only while the fund's agreement is.
    static final class AgreementDoesNotPool extends LineRefusal {
        AgreementDoesNotPool(
                String reference,
                LocalDate startsOn,
                @Nullable String agreement,
                @Nullable Basis basis) {
            super(
                    Kind.RULE_BROKEN,
                    "AGREEMENT_DOES_NOT_POOL",
                    "%s can be POOLED from %s only under a section 75 agreement with a host and a fund manager that is POOLED itself that day; %s"
                            .formatted(
                                    reference,
                                    startsOn,
                                    agreement == null
                                            ? "the fund has no agreement"
                                            : "%s is %s".formatted(agreement, basis)));
            operand("line", reference);
            operand("startsOn", startsOn);
            operand("agreement", agreement);
            operand("agreementBasis", basis);
        }
    }

    /// The version named is not the one that is in force on the day.
    static final class OtherAgreementVersion extends LineRefusal {
        OtherAgreementVersion(
                String reference, LocalDate startsOn, int named, @Nullable Integer inForce) {
            super(
                    Kind.RULE_BROKEN,
                    "OTHER_AGREEMENT_VERSION",
                    "The change of %s names version %d of the agreement; on %s %s"
                            .formatted(
                                    reference,
                                    named,
                                    startsOn,
                                    inForce == null
                                            ? "none holds"
                                            : "version %d holds".formatted(inForce)));
            operand("line", reference);
            operand("startsOn", startsOn);
            operand("agreementVersion", named);
            operand("versionInForce", inForce);
        }
    }

    /// Neither an agreement nor a decision allows it.
    static final class NoAuthority extends LineRefusal {
        NoAuthority(String reference, LocalDate startsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_AUTHORITY",
                    "Nothing allows another basis of %s from %s: its fund has no agreement that day, and no decision is cited"
                            .formatted(reference, startsOn));
            operand("line", reference);
            operand("startsOn", startsOn);
        }
    }

    /// Capital on a revenue line, or the other way round.
    static final class WrongKind extends LineRefusal {
        WrongKind(BudgetLine line, CostKind cost) {
            super(
                    Kind.RULE_BROKEN,
                    "WRONG_KIND",
                    "%s is a %s line; a %s cost stands on one of its own kind"
                            .formatted(line.reference, line.kind, cost));
            operand("line", line.reference);
            operand("lineKind", line.kind);
            operand("kind", cost);
        }
    }
}
