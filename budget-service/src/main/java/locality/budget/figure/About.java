package locality.budget.figure;

import java.util.UUID;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What a figure is about: a fund, a line of it, or neither, when its label says enough.
record About(@Nullable UUID fundId, @Nullable UUID lineId) {

    /// @throws FigureRefusal if the line is none of that fund
    /// @throws locality.platform.refusal.NotFound if the locality has no such fund or line
    static About of(Plans plans, Locality place, @Nullable String fund, @Nullable String line) {
        var ofFund = fund == null ? null : plans.fund(place, fund).id();
        if (line == null) {
            return new About(ofFund, null);
        }
        var planned = plans.line(place, line);
        if (ofFund != null && !ofFund.equals(planned.fundId())) {
            throw new FigureRefusal.LineOfAnotherFund(line, String.valueOf(fund));
        }
        return new About(planned.fundId(), planned.id());
    }
}
