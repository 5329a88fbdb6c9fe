package locality.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Takes consultations as a spreadsheet: a row of what is on record plans it anew. Where it is and
/// how far it has come no spreadsheet changes.
@ApplicationScoped
class ImportConsultations implements SheetOfRecord.Keeper<ImportConsultations.Row, Consultation> {

    private final Consultations consultations;
    private final FollowConsultation follow;
    private final SheetOfRecord sheet;
    private final Recorder recorder;

    ImportConsultations(
            Consultations consultations,
            FollowConsultation follow,
            SheetOfRecord sheet,
            Recorder recorder) {
        this.consultations = consultations;
        this.follow = follow;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    /// @param locality null when the row says nothing of it
    /// @param stage it has come to; null when the row says nothing of it
    /// @param begunOn the day it came to it; null when the row says nothing of it
    record Row(
            SheetOfRecord.Key key,
            String reference,
            @Nullable Locality locality,
            String title,
            Audience audience,
            Subject about,
            @Nullable Stage stage,
            @Nullable LocalDate begunOn,
            Csv.Row cells) {

        private static Row of(Csv.Row cells) {
            var key = SheetOfRecord.Key.of(cells);
            return new Row(
                    key,
                    cells.required("reference"),
                    key.version() == null
                            ? cells.parsed("locality", Locality::of)
                            : cells.optional("locality", Locality::of),
                    cells.parsed("title", Spelling.upTo(Consultation.TITLE_LENGTH)::apply),
                    cells.oneOf("audience", Audience.class),
                    new Subject(
                            cells.oneOf("aboutType", Subject.About.class), cells.required("about")),
                    cells.optional("stage", Stage.class),
                    cells.optional("begunOn", LocalDate::parse),
                    cells);
        }

        /// What is planned now; a column that the sheet lacks leaves what is on record.
        ///
        /// @param known null for what is new
        private Consultation.Planned planned(@Nullable Consultation known) {
            var stages = new ArrayList<PlannedStage>();
            for (var each : List.of(Stage.COMMENCED, Stage.FORMAL, Stage.CONCLUDED)) {
                var planned = planned(each, known);
                if (planned != null) {
                    stages.add(planned);
                }
            }
            return new Consultation.Planned(title, audience, about, List.copyOf(stages));
        }

        private @Nullable PlannedStage planned(Stage of, @Nullable Consultation known) {
            var column = ConsultationView.columnOf(of);
            if (!cells.has(column)) {
                return known == null ? null : known.plannedFor(of);
            }
            var when = cells.optional(column);
            return when == null ? null : PlannedStage.of(of, when);
        }

        /// @throws ConsultationRefusal if it says otherwise what no spreadsheet changes
        private void requireStandsAs(Consultation consultation) {
            requireSame("locality", locality, consultation.locality);
            requireSame("stage", stage, consultation.stage);
            requireSame("begunOn", begunOn, consultation.begunOn());
        }

        private void requireSame(String column, @Nullable Object told, @Nullable Object onRecord) {
            if (told != null && !told.equals(onRecord)) {
                throw new ConsultationRefusal.NotInASpreadsheet(reference, column, onRecord);
            }
        }
    }

    @Transactional
    SheetOfRecord.Taken handle(String csv, boolean dryRun) {
        var rows = Csv.read(csv, ConsultationView.REQUIRED, ConsultationView.OPTIONAL).map(Row::of);
        return sheet.take(rows, this, dryRun);
    }

    @Override
    public SheetOfRecord.Key keyOf(Row row) {
        return row.key;
    }

    @Override
    public Optional<Consultation> lookUp(String reference) {
        var found = consultations.lookUp(reference, LockModeType.PESSIMISTIC_WRITE);
        found.ifPresent(one -> recorder.requireWriting(one.locality, "consultation", reference));
        return found;
    }

    @Override
    public long versionOf(Consultation consultation) {
        return consultation.version;
    }

    @Override
    public void add(Row row) {
        var planned =
                follow.plan(
                        row.reference,
                        Objects.requireNonNull(row.locality),
                        row.planned(null),
                        null,
                        recorder.provenance(null));
        row.requireStandsAs(planned);
    }

    @Override
    public boolean change(Consultation consultation, Row row) {
        row.requireStandsAs(consultation);
        var planned = row.planned(consultation);
        if (consultation.asPlanned().equals(planned)) {
            return false;
        }
        follow.planAnew(consultation, planned);
        return true;
    }
}
