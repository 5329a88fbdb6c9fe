package locality.budget.protection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.budget.fund.Fund;
import locality.budget.line.PlanGuard;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Asked before money of a fund is moved or planned anew. Whoever asks holds the lock on the fund,
/// so that two changes cannot each leave enough and together too little.
///
/// What is protected today counts, in a year that is over what was protected on its last day.
@ApplicationScoped
public class Protections implements PlanGuard {

    private final ProtectedAmounts amounts;
    private final Clock clock;

    Protections(ProtectedAmounts amounts, Clock clock) {
        this.amounts = amounts;
        this.clock = clock;
    }

    /// What a protected amount's lines have together, beside what must stay.
    ///
    /// @param leftPence what is left, less what waits for a decision to be given away
    @Schema(name = "ProtectedAmountStanding")
    public record Standing(
            @Schema(description = "Reference of the protected amount") String reference,
            String name,
            Pence protectedPence,
            @Schema(
                            description =
                                    "What its lines have together, less what waits for a decision"
                                            + " to be given away")
                    Pence leftPence) {

        @Schema(hidden = true)
        Pence shortPence() {
            return protectedPence.minus(leftPence);
        }

        boolean isShort() {
            return protectedPence.exceeds(leftPence);
        }
    }

    @Override
    public List<String> requireAllowed(Fund fund, Map<UUID, Pence> changes) {
        return requireLeft(fund, changes, null).stream().map(Standing::reference).toList();
    }

    /// That a change takes nothing that is protected. One that brings money to the lines that
    /// count, or moves it among them, always may.
    ///
    /// @param changes what each line would get or, below nothing, give, by its id
    /// @param virement the virement that asks, whose own wait does not count; null if none does
    /// @return what is touched and only warns
    /// @throws locality.platform.refusal.Refusal `PROTECTED_AMOUNT` with what would be left
    public List<Standing> requireLeft(
            Fund fund, Map<UUID, Pence> changes, @Nullable UUID virement) {
        return protectedOn(fund).stream()
                .filter(one -> change(one.terms, changes).isNegative())
                .flatMap(one -> one.warning(standing(one, changes, virement)).stream())
                .toList();
    }

    /// That a plan, as it stands, leaves what is protected.
    ///
    /// @return what falls short and only warns
    /// @throws locality.platform.refusal.Refusal `PROTECTED_AMOUNT` with what is left
    public List<Standing> requireLeft(Fund fund) {
        return protectedOn(fund).stream()
                .flatMap(one -> one.warning(standing(one, Map.of(), null)).stream())
                .toList();
    }

    /// How a protected amount stands today under these terms.
    Standing standing(ProtectedAmount amount, ProtectedTerms terms) {
        return standing(new InForce(amount, terms), Map.of(), null);
    }

    private record InForce(ProtectedAmount amount, ProtectedTerms terms) {

        Optional<Standing> warning(Standing standing) {
            if (!standing.isShort()) {
                return Optional.empty();
            }
            return switch (terms.action()) {
                case BLOCK -> throw new ProtectionRefusal.Protected(standing);
                case WARN -> Optional.of(standing);
            };
        }
    }

    private List<InForce> protectedOn(Fund fund) {
        var day = nearestToToday(fund.financialYear());
        return amounts.of(fund.id()).stream()
                .flatMap(amount -> amount.on(day).map(t -> new InForce(amount, t)).stream())
                .toList();
    }

    private LocalDate nearestToToday(FinancialYear year) {
        var today = BusinessClock.today(clock);
        if (today.isBefore(year.start())) {
            return year.start();
        }
        return today.isAfter(year.end()) ? year.end() : today;
    }

    private Standing standing(InForce one, Map<UUID, Pence> changes, @Nullable UUID virement) {
        var left =
                amounts.currentOf(one.terms.lines())
                        .plus(amounts.waitingToLeave(one.terms.lines(), virement))
                        .plus(change(one.terms, changes));
        return new Standing(one.amount.reference, one.amount.name, one.terms.amountPence(), left);
    }

    private static Pence change(ProtectedTerms terms, Map<UUID, Pence> changes) {
        return Pence.sum(
                terms.lines().stream()
                        .map(line -> changes.getOrDefault(line, Pence.ZERO))
                        .toList());
    }
}
