package locality.budget.figure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A figure as it is answered: what it is said to be now, and everything that was said before.
@Schema(name = "Figure")
record FigureView(
        UUID id,
        String reference,
        Locality locality,
        @Nullable UUID fundId,
        @Nullable UUID lineId,
        String label,
        @Schema(description = "The words of the document", examples = "c£40K") String stated,
        FigureUnit unit,
        @Schema(description = "What the words say") Pence amountPence,
        @Schema(description = "How much more or less it may be: half of the last digit given")
                Pence withinPence,
        boolean approximate,
        Provenance provenance,
        @Schema(description = "Everything that was said of it, the first first")
                List<Said> statements,
        long version) {

    /// What was said of a figure at one time.
    @Schema(name = "FigureStatement")
    record Said(
            int number,
            String label,
            String stated,
            FigureUnit unit,
            Pence amountPence,
            Pence withinPence,
            boolean approximate,
            Provenance provenance,
            @Schema(description = "Why the one before was corrected") @Nullable String reason,
            Instant recordedAt) {

        static Said of(int number, Statement one) {
            return new Said(
                    number,
                    one.label(),
                    one.stated(),
                    one.unit(),
                    one.amountPence(),
                    one.withinPence(),
                    one.approximate(),
                    one.provenance(),
                    one.reason(),
                    one.recordedAt());
        }
    }

    static FigureView of(StatedFigure figure) {
        var now = figure.current();
        return new FigureView(
                figure.id,
                figure.reference,
                figure.locality,
                figure.fundId,
                figure.lineId,
                now.label(),
                now.stated(),
                now.unit(),
                now.amountPence(),
                now.withinPence(),
                now.approximate(),
                now.provenance(),
                IntStream.range(0, figure.statements.size())
                        .mapToObj(i -> Said.of(i + 1, figure.statements.get(i)))
                        .toList(),
                figure.version);
    }
}
