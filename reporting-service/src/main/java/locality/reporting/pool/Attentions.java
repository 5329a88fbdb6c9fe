package locality.reporting.pool;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import locality.platform.money.Pence;
import locality.reporting.pool.Attention.Kind;
import locality.reporting.pool.FundOnDay.Line;
import locality.reporting.pool.PooledBudget.Commitment;
import locality.reporting.pool.PooledBudget.Comparison;
import locality.reporting.pool.PooledBudget.ProtectedAmount;
import locality.reporting.pool.PooledBudget.Variation;
import locality.reporting.pool.PooledBudget.Virement;
import org.jspecify.annotations.Nullable;

/// What waits for somebody about the money of a locality on a day, in the order of
/// [Attention.Kind].
final class Attentions {

    /// Commitments are told of so many days before they expire.
    private static final int DAYS_AHEAD = 30;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final LocalDate on;
    private final List<Attention> found = new ArrayList<>();

    private Attentions(LocalDate on) {
        this.on = on;
    }

    /// The same with what needs attention in it.
    static PooledBudget added(PooledBudget it) {
        return new PooledBudget(
                it.locality(),
                it.name(),
                it.on(),
                it.asOf(),
                it.choices(),
                it.fund(),
                of(it),
                it.funds(),
                it.contributions(),
                it.commitments(),
                it.variations(),
                it.virements(),
                it.protectedAmounts(),
                it.performancePay(),
                it.comparisons(),
                it.retrospective());
    }

    private static List<Attention> of(PooledBudget budget) {
        var attentions = new Attentions(budget.on());
        budget.commitments().forEach(attentions::waits);
        budget.variations().forEach(attentions::waits);
        budget.virements().forEach(attentions::waits);
        budget.contributions().forEach(attentions::arrears);
        budget.comparisons().forEach(attentions::differs);
        budget.commitments().forEach(attentions::expires);
        budget.funds().forEach(fund -> fund.lines().forEach(attentions::overBudget));
        budget.protectedAmounts().forEach(attentions::tooLittle);
        attentions.retrospective(budget);
        return List.copyOf(attentions.found);
    }

    private void waits(Commitment it) {
        if (it.waits()) {
            add(
                    Kind.COMMITMENT_WAITS,
                    it.reference(),
                    "%s for %s waits for approval%s"
                            .formatted(
                                    Names.pounds(it.amountPence()),
                                    it.purpose(),
                                    until(it.dueOn())));
        }
    }

    private void waits(Variation it) {
        if (it.waits()) {
            add(
                    Kind.VARIATION_WAITS,
                    it.commitment(),
                    "%s is to be %s instead of %s and waits for approval%s"
                            .formatted(
                                    it.commitment(),
                                    Names.pounds(it.amountPence()),
                                    inPounds(it.fromPence()),
                                    until(it.dueOn())));
        }
    }

    private static String inPounds(@Nullable Pence pence) {
        return pence == null ? "what it was" : Names.pounds(pence);
    }

    private void waits(Virement it) {
        if (it.waits()) {
            add(
                    Kind.VIREMENT_WAITS,
                    it.reference(),
                    "A virement of %s waits for approval%s: %s"
                            .formatted(
                                    Names.pounds(it.amountPence()),
                                    until(it.dueOn()),
                                    it.reason()));
        }
    }

    private void arrears(Contribution it) {
        if (it.arrears().isThere()) {
            add(
                    Kind.ARREARS,
                    it.fund(),
                    "%s has not paid %s that was due%s"
                            .formatted(
                                    it.partner(),
                                    Names.pounds(it.arrears().totalPence()),
                                    it.arrears().over90Pence().isPositive() ? overNinety(it) : ""));
        }
    }

    private static String overNinety(Contribution it) {
        var over = it.arrears().over90Pence();
        return ", %s of it for more than 90 days"
                .formatted(over.equals(it.arrears().totalPence()) ? "all" : Names.pounds(over));
    }

    private void differs(Comparison it) {
        if (it.differs()) {
            add(
                    Kind.FIGURES_DIFFER,
                    it.reference(),
                    "%s: %s against %s, a difference of %s"
                            .formatted(
                                    it.title(),
                                    Names.pounds(it.sumPence()),
                                    Names.pounds(it.against().amountPence()),
                                    Names.pounds(it.differencePence())));
        }
    }

    private void expires(Commitment it) {
        var day = it.expiresOn();
        if (day != null
                && it.heldPence().isPositive()
                && !day.isBefore(on)
                && !day.isAfter(on.plusDays(DAYS_AHEAD))) {
            add(
                    Kind.EXPIRES,
                    it.reference(),
                    "%s for %s expires after %s"
                            .formatted(
                                    Names.pounds(it.heldPence()), it.purpose(), DAY.format(day)));
        }
    }

    private void overBudget(Line it) {
        if (it.amounts().availablePence().isNegative()) {
            add(
                    Kind.OVER_BUDGET,
                    it.reference(),
                    "%s has %s more requested, committed and spent than it has"
                            .formatted(
                                    it.scheme(),
                                    Names.pounds(it.amounts().availablePence().negated())));
        }
    }

    private void tooLittle(ProtectedAmount it) {
        if (it.leftPence().isNegative()) {
            add(
                    Kind.PROTECTED_AMOUNT,
                    it.reference(),
                    "%s: %s is protected and %s is there"
                            .formatted(
                                    it.name(),
                                    Names.pounds(it.amountPence()),
                                    Names.pounds(it.thereArePence())));
        }
    }

    private void retrospective(PooledBudget budget) {
        var entries = budget.retrospective();
        if (!entries.isEmpty()) {
            add(
                    Kind.RETROSPECTIVE,
                    entries.getFirst().reference(),
                    entries.size() == 1
                            ? "1 entry is of a day before its agreement was ratified"
                            : "%d entries are of days before their agreement was ratified"
                                    .formatted(entries.size()));
        }
    }

    private static String until(@Nullable LocalDate dueOn) {
        return dueOn == null ? "" : ", until " + DAY.format(dueOn);
    }

    private void add(Kind kind, String subject, String text) {
        found.add(new Attention(kind, subject, text));
    }
}
