package locality.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;

/// Stages that were to begin, and what was to be told.
@ApplicationScoped
class ConsultationsWaiting implements WorklistSource {

    private final Consultations consultations;
    private final Communications communications;

    ConsultationsWaiting(Consultations consultations, Communications communications) {
        this.consultations = consultations;
        this.communications = communications;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        var stages =
                consultations
                        .inPlaces(places, new Consultations.Wanted(null, null, on), "", Page.ALL)
                        .stream()
                        .flatMap(one -> stage(one, on).stream());
        var told =
                communications.inPlaces(places, null, "", Page.ALL).stream()
                        .filter(one -> one.isOverdueOn(on))
                        .map(one -> communication(one, on));
        return Stream.concat(stages, told).toList();
    }

    /// The next stage is the one that may begin; those after it wait for it.
    private static Optional<WorklistRow> stage(Consultation consultation, LocalDate on) {
        return consultation
                .on(on)
                .flatMap(step -> step.stage().next())
                .flatMap(next -> Optional.ofNullable(consultation.plannedFor(next)))
                .filter(planned -> planned.dueOn().isBefore(on))
                .map(
                        planned ->
                                WorklistRow.due(
                                        WorklistKind.CONSULTATION_STAGE_DUE,
                                        consultation.reference,
                                        consultation.title,
                                        planned.dueOn(),
                                        on,
                                        at(consultation.locality),
                                        "It was to be %s by %s"
                                                .formatted(planned.stage(), planned.dueOn()),
                                        ClearingCall.post(
                                                "/consultations/%s/%s"
                                                        .formatted(
                                                                consultation.reference,
                                                                verb(planned.stage())),
                                                "effectiveOn",
                                                on)));
    }

    private static String verb(Stage stage) {
        return switch (stage) {
            case COMMENCED -> "commence";
            case FORMAL -> "formal";
            case CONCLUDED -> "conclude";
            case PLANNED -> throw new IllegalArgumentException("It begins as PLANNED");
        };
    }

    private static WorklistRow communication(Communication one, LocalDate on) {
        return WorklistRow.due(
                WorklistKind.COMMUNICATION_DUE,
                one.reference,
                one.message.title(),
                one.message.dueOn(),
                on,
                at(one.locality),
                "It was to be told to %s by %s"
                        .formatted(one.message.audience(), one.message.dueAsWritten()),
                ClearingCall.post(
                        "/communications/%s/done".formatted(one.reference), "doneOn", on));
    }

    private static WorklistRow.Place at(Locality place) {
        return new WorklistRow.Place(place, null, Roles.GOVERNANCE);
    }
}
