package locality.budget.comparison;

import java.math.BigInteger;
import java.util.UUID;
import locality.budget.figure.FigureUnit;
import locality.budget.figure.Plans.Planned;
import locality.budget.figure.StatedFigure;
import locality.platform.event.BudgetEvent.FiguresCompared;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.refusal.AmountOutOfRange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an operand says now.
///
/// @param fundId of the fund it is of, if it is of one
/// @param withinPence how much more or less it may be; a plan is exact
@Schema(name = "ComparedAmount")
record Amount(
        @Schema(description = "Of the figure, fund or line") String reference,
        @Nullable UUID fundId,
        String label,
        @Schema(description = "The words of the document, or what is planned") String stated,
        FigureUnit unit,
        Pence amountPence,
        @Schema(description = "How much more or less it may be, as it is stated") Pence withinPence,
        boolean approximate,
        Provenance provenance) {

    static Amount of(StatedFigure figure) {
        var now = figure.current();
        return new Amount(
                figure.reference(),
                figure.fundId(),
                now.label(),
                now.stated(),
                now.unit(),
                now.amountPence(),
                now.withinPence(),
                now.approximate(),
                now.provenance());
    }

    static Amount of(Planned planned) {
        return new Amount(
                planned.reference(),
                planned.fundId(),
                planned.label(),
                planned.plannedPence().inPounds(),
                FigureUnit.GBP,
                planned.plannedPence(),
                Pence.ZERO,
                false,
                planned.provenance());
    }

    /// The same so many times; what is taken away may be as much out as what is added.
    ///
    /// @param times not 0
    Amount times(int times) {
        return new Amount(
                reference,
                fundId,
                Math.abs(times) == 1 ? label : "%d x %s".formatted(Math.abs(times), label),
                stated,
                unit,
                multiplied(amountPence, times),
                multiplied(withinPence, Math.abs(times)),
                approximate,
                provenance);
    }

    private static Pence multiplied(Pence amount, int times) {
        var product = BigInteger.valueOf(amount.value()).multiply(BigInteger.valueOf(times));
        if (product.bitLength() > 63) {
            throw new AmountOutOfRange();
        }
        return Pence.of(product.longValue());
    }

    FiguresCompared.Figure told() {
        return new FiguresCompared.Figure(
                label, stated, unit.name(), amountPence, approximate, provenance);
    }
}
