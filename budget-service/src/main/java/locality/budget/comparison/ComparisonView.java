package locality.budget.comparison;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A comparison as it is answered, with how it comes out now.
@Schema(name = "FigureComparison")
record ComparisonView(
        UUID id,
        String reference,
        Locality locality,
        @Nullable UUID fundId,
        String title,
        Outcome outcome,
        Instant recordedAt,
        long version) {

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "title",
                    "terms",
                    "sumPence",
                    "sumLowestPence",
                    "sumHighestPence",
                    "against",
                    "againstPence",
                    "againstLowestPence",
                    "againstHighestPence",
                    "differencePence",
                    "verdict",
                    "approximate");

    static ComparisonView of(FigureComparison comparison, Outcome outcome) {
        return new ComparisonView(
                comparison.id,
                comparison.reference,
                comparison.locality,
                comparison.fundId,
                comparison.title,
                outcome,
                comparison.recordedAt,
                comparison.version);
    }

    static String csv(List<ComparisonView> comparisons) {
        return Csv.write(COLUMNS, comparisons.stream().map(ComparisonView::cells).toList());
    }

    private List<Object> cells() {
        return Arrays.asList(
                reference,
                version,
                title,
                outcome.terms().stream()
                        .map(ComparisonView::words)
                        .collect(Collectors.joining("; ")),
                outcome.sumPence().value(),
                outcome.sumBetween().lowestPence().value(),
                outcome.sumBetween().highestPence().value(),
                words(outcome.against()),
                outcome.against().amountPence().value(),
                outcome.againstBetween().lowestPence().value(),
                outcome.againstBetween().highestPence().value(),
                outcome.differencePence().value(),
                outcome.verdict(),
                outcome.approximate());
    }

    private static String words(Amount amount) {
        return "%s: %s, %d pence"
                .formatted(amount.label(), amount.stated(), amount.amountPence().value());
    }
}
