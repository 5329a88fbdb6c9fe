package locality.governance.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A recommendation as it is shown.
///
/// @param source the paper's reference, or the document's title and section
/// @param decision that answered it
/// @param history what became of it, in order
@Schema(name = "Recommendation")
record RecommendationView(
        UUID id,
        String reference,
        int number,
        String verb,
        String text,
        String source,
        @Nullable UUID paper,
        @Nullable String body,
        Locality locality,
        LocalDate madeOn,
        @Nullable RecommendationOutcome outcome,
        @Nullable UUID decision,
        @Nullable LocalDate answeredOn,
        @Nullable String note,
        List<StepView> history,
        Provenance provenance,
        long version) {

    /// @param note what was done to date
    @Schema(name = "RecommendationStep")
    record StepView(
            RecommendationOutcome outcome,
            LocalDate answeredOn,
            @Nullable UUID decision,
            @Nullable String note) {

        static StepView of(RecommendationStep one) {
            return new StepView(one.outcome(), one.answeredOn(), one.decisionId(), one.note());
        }
    }

    static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "source",
                    "number",
                    "verb",
                    "text",
                    "body",
                    "madeOn",
                    "outcome",
                    "answeredOn",
                    "decision",
                    "note");

    static RecommendationView of(Recommendation one) {
        return new RecommendationView(
                one.id,
                one.reference,
                one.number,
                one.verb,
                one.text,
                one.source,
                one.paperId,
                one.bodyReference,
                one.locality,
                one.madeOn,
                one.outcome,
                one.decisionId,
                one.answeredOn,
                one.note,
                one.steps.stream().map(StepView::of).toList(),
                one.provenance,
                one.version);
    }

    static String csv(List<RecommendationView> recommendations) {
        return Csv.write(COLUMNS, recommendations.stream().map(RecommendationView::cells).toList());
    }

    /// What the sheet says of it, by column; nothing is the empty text.
    Map<String, String> asRow() {
        var cells = cells();
        return IntStream.range(0, COLUMNS.size())
                .boxed()
                .collect(
                        Collectors.toMap(
                                COLUMNS::get, i -> Objects.toString(cells.get(i), "").strip()));
    }

    private List<@Nullable Object> cells() {
        var cells =
                new ArrayList<@Nullable Object>(
                        List.of(reference, version, source, number, verb, text));
        cells.add(body);
        cells.add(madeOn);
        cells.add(outcome);
        cells.add(answeredOn);
        cells.add(decision);
        cells.add(note);
        return cells;
    }
}
