package locality.governance.consultation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.action.DuePrecision;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A consultation as it stands on a day.
///
/// @param stage it had come to
/// @param stages those that follow each other after it was planned, in their order
@Schema(name = "Consultation")
record ConsultationView(
        UUID id,
        String reference,
        String title,
        Locality locality,
        Audience audience,
        About about,
        Stage stage,
        List<StageView> stages,
        Provenance provenance,
        long version) {

    static final List<String> REQUIRED =
            List.of("reference", "title", "audience", "aboutType", "about");
    static final List<String> OPTIONAL =
            List.of("version", "locality", "commence", "formal", "conclude", "stage", "begunOn");

    /// The column that says by when a stage is meant to begin.
    static String columnOf(Stage stage) {
        return switch (stage) {
            case PLANNED -> throw new IllegalArgumentException("It is planned when it is recorded");
            case COMMENCED -> "commence";
            case FORMAL -> "formal";
            case CONCLUDED -> "conclude";
        };
    }

    @Schema(name = "SubjectOfConsultation")
    record About(Subject.About type, String reference) {}

    /// @param dueOn by when it is meant to begin, null when nothing is said
    /// @param begunOn null until it began
    /// @param overdue whether it was to begin by then and has not
    @Schema(name = "StageOfConsultation")
    record StageView(
            Stage stage,
            @Nullable LocalDate dueOn,
            @Nullable DuePrecision precision,
            @Nullable LocalDate begunOn,
            boolean overdue,
            @Nullable String note,
            @Nullable Integer responses) {

        /// As a secretary would write it.
        @Nullable String due() {
            return precision == DuePrecision.MONTH && dueOn != null
                    ? YearMonth.from(dueOn).toString()
                    : dueOn == null ? null : dueOn.toString();
        }
    }

    /// @param reached what it had come to by the day
    static ConsultationView of(Consultation consultation, StageStep reached, LocalDate day) {
        return new ConsultationView(
                consultation.id,
                consultation.reference,
                consultation.title,
                consultation.locality,
                consultation.audience,
                new About(consultation.about.type(), consultation.about.reference()),
                reached.stage(),
                Stream.of(Stage.COMMENCED, Stage.FORMAL, Stage.CONCLUDED)
                        .map(stage -> view(consultation, stage, day))
                        .toList(),
                consultation.provenance,
                consultation.version);
    }

    private static StageView view(Consultation consultation, Stage stage, LocalDate day) {
        var planned = consultation.plannedFor(stage);
        var step =
                consultation.steps.stream()
                        .filter(one -> one.stage() == stage && !one.begunOn().isAfter(day))
                        .findFirst()
                        .orElse(null);
        return new StageView(
                stage,
                planned == null ? null : planned.dueOn(),
                planned == null ? null : planned.precision(),
                step == null ? null : step.begunOn(),
                step == null && planned != null && planned.dueOn().isBefore(day),
                step == null ? null : step.note(),
                step == null ? null : step.responses());
    }

    static String csv(List<ConsultationView> consultations, boolean current) {
        var columns = Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
        return Csv.write(columns, consultations.stream().map(one -> one.cells(current)).toList());
    }

    private List<@Nullable Object> cells(boolean current) {
        var cells =
                new ArrayList<@Nullable Object>(
                        List.of(reference, title, audience, about.type, about.reference));
        cells.add(current ? version : null);
        cells.add(locality.code());
        stages.forEach(one -> cells.add(one.due()));
        cells.add(stage);
        cells.add(
                stages.stream()
                        .map(StageView::begunOn)
                        .flatMap(Stream::ofNullable)
                        .reduce((_, later) -> later)
                        .orElse(null));
        return cells;
    }
}
