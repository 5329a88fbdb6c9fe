package locality.governance.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Writes down how criteria are rated, all of it or nothing.
@ApplicationScoped
class RateCriteria {

    private final ConductAssessment conduct;
    private final Assessments assessments;
    private final SheetOfRecord sheet;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final TransactionSynchronizationRegistry transaction;

    RateCriteria(
            ConductAssessment conduct,
            Assessments assessments,
            SheetOfRecord sheet,
            Recorder recorder,
            EventLog eventLog,
            TransactionSynchronizationRegistry transaction) {
        this.conduct = conduct;
        this.assessments = assessments;
        this.sheet = sheet;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.transaction = transaction;
    }

    /// What is said of one criterion; null of a rater who says nothing.
    ///
    /// @param criterion its code, or its title if only one has it
    /// @param words of the framework's scale, or `UNKNOWN`, by who says them
    /// @param post who says it
    record Said(String criterion, Map<Rater, String> words, @Nullable String post) {

        static Said of(
                String criterion,
                @Nullable String self,
                @Nullable String reviewer,
                @Nullable String agreed,
                @Nullable String post) {
            var words = new EnumMap<Rater, String>(Rater.class);
            put(words, Rater.SELF, self);
            put(words, Rater.REVIEWER, reviewer);
            put(words, Rater.AGREED, agreed);
            return new Said(criterion, words, post);
        }

        private static void put(Map<Rater, String> words, Rater rater, @Nullable String word) {
            if (word != null) {
                words.put(rater, word);
            }
        }

        /// What is on record already is not said again.
        ///
        /// @return how many ratings it adds
        int of(Assessment assessment, LocalDate on, Provenance source) {
            var framework = assessment.framework;
            var of = framework.criterion(criterion);
            var before = assessment.last().of(of);
            int added = 0;
            for (var each : words.entrySet()) {
                var word = framework.word(each.getValue());
                var last = before.by(each.getKey());
                if (last == null || !last.said().equals(each.getValue())) {
                    assessment.rate(
                            new Rating(
                                    of.code(),
                                    each.getKey(),
                                    word,
                                    framework.scale,
                                    on,
                                    post,
                                    source));
                    added++;
                }
            }
            return added;
        }
    }

    /// A row of a spreadsheet.
    ///
    /// @param line as a spreadsheet counts: the header is line 1
    /// @param version of the assessment when the sheet was read, null when the sheet has none
    record Row(int line, @Nullable Long version, Said said) {}

    /// What was done.
    ///
    /// @param rated how many ratings were added
    /// @param unchanged how many of the rows said what is on record
    record Done(Assessment assessment, int rated, int unchanged) {}

    /// @param dryRun tries it out: everything happens, and then none of it is kept
    @Transactional
    Done handle(ConductAssessment.At at, List<Said> said, boolean dryRun) {
        var on = conduct.past("ratedOn", at.on());
        var assessment = conduct.requireForChange(at);
        var source = recorder.provenance(at.provenance());
        var added = said.stream().map(one -> one.of(assessment, on, source)).toList();
        return done(assessment, on, added, dryRun);
    }

    @Transactional
    Done rows(ConductAssessment.At at, List<Row> rows, boolean dryRun) {
        var on = conduct.past("ratedOn", at.on());
        var assessment = conduct.requireForChange(at);
        var ratings = new Ratings(assessment, on, recorder.provenance(at.provenance()));
        var taken = sheet.take(rows, ratings, dryRun);
        if (!dryRun && ratings.rated > 0) {
            eventLog.append(assessment.changed(on));
        }
        return new Done(assessment, ratings.rated, taken.unchanged());
    }

    /// The rows of one assessment, each of a criterion.
    private static final class Ratings implements SheetOfRecord.Keeper<Row, Criterion> {
        private final Assessment assessment;
        private final LocalDate on;
        private final Provenance source;
        private int rated;

        Ratings(Assessment assessment, LocalDate on, Provenance source) {
            this.assessment = assessment;
            this.on = on;
            this.source = source;
        }

        /// A sheet without versions is taken as it is: the caller may send `If-Match` instead.
        @Override
        public SheetOfRecord.Key keyOf(Row row) {
            return new SheetOfRecord.Key(
                    row.line,
                    row.said.criterion,
                    row.version == null ? assessment.version : row.version);
        }

        @Override
        public Optional<Criterion> lookUp(String codeOrTitle) {
            return Optional.of(assessment.framework.criterion(codeOrTitle));
        }

        @Override
        public long versionOf(Criterion criterion) {
            return assessment.version;
        }

        @Override
        public void add(Row row) {
            throw new IllegalStateException("A criterion is the framework's, or refused");
        }

        @Override
        public boolean change(Criterion criterion, Row row) {
            int added = row.said.of(assessment, on, source);
            rated += added;
            return added > 0;
        }
    }

    private Done done(Assessment assessment, LocalDate on, List<Integer> added, boolean dryRun) {
        int rated = added.stream().mapToInt(Integer::intValue).sum();
        assessments.flush();
        if (dryRun) {
            transaction.setRollbackOnly();
        } else if (rated > 0) {
            eventLog.append(assessment.changed(on));
        }
        return new Done(
                assessment, rated, (int) added.stream().filter(count -> count == 0).count());
    }
}
