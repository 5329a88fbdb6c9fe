package locality.governance.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;

/// Takes recommendations as a spreadsheet: what one that is on record says is changed there, and
/// others are new.
@ApplicationScoped
class ImportRecommendations
        implements SheetOfRecord.Keeper<RecommendationSheet.Row, Recommendation> {

    private final Recommendations recommendations;
    private final RecordRecommendation recordRecommendation;
    private final SheetOfRecord sheet;
    private final Recorder recorder;

    ImportRecommendations(
            Recommendations recommendations,
            RecordRecommendation recordRecommendation,
            SheetOfRecord sheet,
            Recorder recorder) {
        this.recommendations = recommendations;
        this.recordRecommendation = recordRecommendation;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    @Transactional
    SheetOfRecord.Taken handle(String csv) {
        var rows = RecommendationSheet.read(csv, recorder.provenance(null));
        return sheet.take(rows, this, false);
    }

    @Override
    public SheetOfRecord.Key keyOf(RecommendationSheet.Row row) {
        return row.key();
    }

    @Override
    public Optional<Recommendation> lookUp(String reference) {
        var found = recommendations.lookUpAlone(reference);
        found.ifPresent(one -> recorder.requireWriting(one.locality, "recommendation", reference));
        return found;
    }

    @Override
    public long versionOf(Recommendation recommendation) {
        return recommendation.version;
    }

    @Override
    public void add(RecommendationSheet.Row row) {
        recordRecommendation.make(row.made());
    }

    @Override
    public boolean change(Recommendation recommendation, RecommendationSheet.Row row) {
        row.requireOnlyWordsDiffer(recommendation);
        return recordRecommendation.reword(recommendation, row.made().verb(), row.made().text());
    }
}
