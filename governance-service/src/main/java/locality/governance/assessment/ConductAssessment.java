package locality.governance.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.event.PartnershipEvent.AssessmentChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Takes an assessment from its plan to its close.
@ApplicationScoped
class ConductAssessment {

    private final Assessments assessments;
    private final Frameworks frameworks;
    private final BodyRegister bodies;
    private final Recorder recorder;
    private final EventLog eventLog;

    ConductAssessment(
            Assessments assessments,
            Frameworks frameworks,
            BodyRegister bodies,
            Recorder recorder,
            EventLog eventLog) {
        this.assessments = assessments;
        this.frameworks = frameworks;
        this.bodies = bodies;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What is to be assessed.
    ///
    /// @param framework its code; in the version that holds on the day
    /// @param body that it is made for, null for none
    /// @param plannedOn when it is to be conducted, null while nothing is said
    /// @param on the day it was planned, null for today
    record Planned(
            @Nullable String reference,
            String title,
            String framework,
            Locality locality,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String body,
            @Nullable LocalDate plannedOn,
            List<String> drawsOn,
            @Nullable LocalDate on,
            @Nullable Provenance provenance) {}

    /// Which assessment, on which day, and who says so.
    ///
    /// @param assessment its id or reference
    /// @param ifMatch the version of it the caller read
    /// @param on null for today
    record At(
            String assessment,
            @Nullable String ifMatch,
            @Nullable LocalDate on,
            @Nullable Provenance provenance) {}

    /// What was found.
    ///
    /// @param criterion its code, or its title if only one has it
    record Found(
            FindingKind kind, @Nullable String domain, @Nullable String criterion, String text) {}

    @Transactional
    Assessment plan(Planned planned) {
        recorder.requireWriting(planned.locality, "locality", planned.locality.code());
        if ((planned.subjectType == null) != (planned.subjectId == null)) {
            throw new AssessmentRefusal.SubjectHalfNamed(planned.subjectType, planned.subjectId);
        }
        var on = past("plannedSince", planned.on);
        var assessment = new Assessment();
        assessment.id = Ids.next();
        assessment.reference =
                planned.reference == null ? generated(assessment) : planned.reference;
        if (assessments.isTaken(assessment.reference)) {
            throw new AssessmentRefusal.ReferenceTaken(assessment.reference);
        }
        assessment.title = planned.title;
        assessment.framework = frameworks.require(planned.framework, on, recorder.shown(null));
        assessment.locality = planned.locality;
        assessment.subjectType = planned.subjectType;
        assessment.subjectId = planned.subjectId;
        assessment.plannedOn = planned.plannedOn;
        if (planned.body != null) {
            var body = bodies.require(planned.body, on);
            assessment.bodyId = body.id();
            assessment.bodyReference = body.reference();
        }
        planned.drawsOn.forEach(other -> drawOn(assessment, other));
        var told = assessment.plan(on, recorder.provenance(planned.provenance));
        assessments.persistAndFlush(assessment);
        eventLog.append(told);
        return assessment;
    }

    @Transactional
    Assessment conduct(At at, @Nullable String note) {
        return step(at, "conductedOn", note, Assessment::conduct);
    }

    @Transactional
    Assessment share(At at, @Nullable String note) {
        return step(at, "sharedOn", note, Assessment::share);
    }

    /// @param agreed ratings that both agree on, said in the same breath
    @Transactional
    Assessment agree(At at, @Nullable String note, List<RateCriteria.Said> agreed) {
        var on = past("agreedOn", at.on);
        return step(
                at,
                "agreedOn",
                note,
                (assessment, taken) -> {
                    agreed.forEach(said -> said.of(assessment, on, taken.provenance()));
                    return assessment.agree(taken);
                });
    }

    @Transactional
    Assessment close(At at, @Nullable String note) {
        return step(at, "closedOn", note, Assessment::close);
    }

    @Transactional
    Assessment find(At at, List<Found> found) {
        var on = past("foundOn", at.on);
        var source = recorder.provenance(at.provenance);
        return change(
                at,
                on,
                assessment ->
                        found.forEach(
                                one -> assessment.find(finding(assessment, one, on, source))));
    }

    /// Notes whose outcome it takes into account.
    ///
    /// @param others by id or reference
    @Transactional
    Assessment drawOn(At at, List<String> others) {
        return change(
                at,
                past("on", at.on),
                assessment -> others.forEach(other -> drawOn(assessment, other)));
    }

    /// An assessment to change, which nobody else changes before the transaction ends.
    Assessment requireForChange(At at) {
        var assessment = assessments.requireAlone(at.assessment);
        recorder.requireWriting(assessment.locality, "assessment", at.assessment);
        assessment.requireUnchanged(at.ifMatch);
        return assessment;
    }

    /// @param field the one that says the day
    LocalDate past(String field, @Nullable LocalDate given) {
        var today = recorder.today();
        if (given != null && given.isAfter(today)) {
            throw new AssessmentRefusal.InTheFuture(field, given, today);
        }
        return given == null ? today : given;
    }

    private Assessment step(
            At at,
            String field,
            @Nullable String note,
            BiFunction<Assessment, Assessment.Taken, AssessmentChanged> step) {
        var taken =
                new Assessment.Taken(past(field, at.on), note, recorder.provenance(at.provenance));
        var assessment = requireForChange(at);
        var told = step.apply(assessment, taken);
        assessments.flush();
        eventLog.append(told);
        return assessment;
    }

    private Assessment change(At at, LocalDate on, Consumer<Assessment> change) {
        var assessment = requireForChange(at);
        change.accept(assessment);
        assessments.flush();
        eventLog.append(assessment.changed(on));
        return assessment;
    }

    private void drawOn(Assessment assessment, String idOrReference) {
        var other = assessments.require(idOrReference);
        recorder.requireReading(other.locality, "assessment", idOrReference);
        assessment.drawOn(other);
    }

    private static Finding finding(
            Assessment assessment, Found found, LocalDate on, Provenance source) {
        var framework = assessment.framework;
        var criterion = found.criterion == null ? null : framework.criterion(found.criterion);
        return new Finding(
                found.kind,
                criterion != null
                        ? criterion.domain()
                        : found.domain == null ? null : framework.domain(found.domain),
                criterion == null ? null : criterion.code(),
                found.text,
                on,
                source);
    }

    private static String generated(Assessment assessment) {
        return "ASSESSMENT-" + assessment.id.toString().substring(24).toUpperCase(Locale.ROOT);
    }
}
