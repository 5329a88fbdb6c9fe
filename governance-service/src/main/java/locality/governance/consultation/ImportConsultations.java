package locality.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Reads a spreadsheet of consultations: rows that name one plan it anew, others are new.
@ApplicationScoped
class ImportConsultations {

    private final Consultations consultations;
    private final FollowConsultation follow;
    private final SheetOfPlans sheet;
    private final Recorder recorder;

    ImportConsultations(
            Consultations consultations,
            FollowConsultation follow,
            SheetOfPlans sheet,
            Recorder recorder) {
        this.consultations = consultations;
        this.follow = follow;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    private record Row(
            int line,
            String reference,
            @Nullable Long version,
            @Nullable Locality locality,
            String title,
            Audience audience,
            Subject about,
            ConsultationResource.Stages stages)
            implements SheetOfPlans.Row {

        Consultation.Planned planned() {
            return new Consultation.Planned(title, audience, about, stages.planned());
        }
    }

    @Transactional
    Imported handle(String csv, boolean dryRun) {
        var rows =
                Csv.read(csv, ConsultationView.REQUIRED, ConsultationView.OPTIONAL)
                        .map(ImportConsultations::row);
        return sheet.read(rows, dryRun, row -> theirs(row).version, this::does);
    }

    private static Row row(Csv.Row cells) {
        var version = cells.optional("version", Long::parseLong);
        return new Row(
                cells.line(),
                cells.parsed(
                        "reference", Spelling.like(ConsultationResource.ToPlan.REFERENCE)::apply),
                version,
                version == null
                        ? cells.parsed("locality", Locality::of)
                        : cells.optional("locality", Locality::of),
                cells.required("title"),
                cells.oneOf("audience", Audience.class),
                new Subject(cells.oneOf("aboutType", Subject.About.class), cells.required("about")),
                new ConsultationResource.Stages(
                        cells.optional("commence", text -> text),
                        cells.optional("formal", text -> text),
                        cells.optional("conclude", text -> text)));
    }

    private Consultation theirs(Row row) {
        var consultation = consultations.requireAlone(row.reference);
        recorder.requireWriting(consultation.locality, "consultation", row.reference);
        return consultation;
    }

    private SheetOfPlans.Did does(Row row) {
        var planned = row.planned();
        if (row.version == null) {
            follow.plan(
                    row.reference,
                    Objects.requireNonNull(row.locality),
                    planned,
                    null,
                    recorder.provenance(null));
            return SheetOfPlans.Did.PLANNED;
        }
        var consultation = theirs(row);
        if (consultation.asPlanned().equals(planned)) {
            return SheetOfPlans.Did.NOTHING;
        }
        follow.planAnew(consultation, planned);
        return SheetOfPlans.Did.CHANGED;
    }
}
