package locality.governance.consultation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// People asked about something before it is decided, stage after stage: none begins before the one
/// before it.
@Entity
class Consultation {
    /// Most signs of a title.
    static final int TITLE_LENGTH = 500;

    @Id UUID id;
    String reference;
    String title;
    Locality locality;

    @Enumerated(EnumType.STRING)
    Audience audience;

    @Embedded Subject about;

    /// Of its last step.
    @Enumerated(EnumType.STRING)
    Stage stage;

    /// When its stages are meant to begin, in their order; not all need a day.
    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(
            name = "consultation_plan",
            joinColumns = @JoinColumn(name = "consultation_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<PlannedStage> plan = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(
            name = "consultation_stage",
            joinColumns = @JoinColumn(name = "consultation_id"))
    @OrderColumn(name = "step")
    @ListIndexBase(1)
    List<StageStep> steps = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Consultation() {}

    /// @param plannedOn the day it was planned
    static Consultation planned(
            String reference,
            Locality place,
            Planned words,
            LocalDate plannedOn,
            Provenance provenance) {
        var consultation = new Consultation();
        consultation.id = Ids.next();
        consultation.reference = reference;
        consultation.locality = place;
        consultation.provenance = provenance;
        consultation.plan(words);
        consultation.add(new StageStep(Stage.PLANNED, plannedOn, null, null, provenance));
        return consultation;
    }

    /// What is said of it before it takes place.
    record Planned(String title, Audience audience, Subject about, List<PlannedStage> stages) {}

    /// Plans it anew; stages that have begun keep the days they began on.
    ///
    /// @throws ConsultationRefusal if others were to be asked, or about something else, once it has
    ///   commenced
    void plan(Planned words) {
        boolean commenced = steps.size() > 1;
        if (commenced && !(audience == words.audience && about.equals(words.about))) {
            throw new ConsultationRefusal.AskedAlready(reference, stage, audience, about);
        }
        PersonalData.requireNone("title", words.title);
        PlannedStage.requireInOrder(words.stages);
        title = words.title;
        audience = words.audience;
        about = words.about;
        plan.clear();
        plan.addAll(words.stages);
    }

    Planned asPlanned() {
        return new Planned(title, audience, about, List.copyOf(plan));
    }

    /// Begins a stage.
    ///
    /// @throws ConsultationRefusal naming the stage that comes before, or that it has begun already
    void begin(StageStep step) {
        PersonalData.requireNone("note", step.note());
        if (step.stage().ordinal() <= stage.ordinal()) {
            throw new ConsultationRefusal.StageBegun(reference, step.stage(), stage);
        }
        var before = step.stage().before().orElseThrow();
        if (stage != before) {
            throw new ConsultationRefusal.EarlierStageMissing(reference, step.stage(), before);
        }
        var since = steps.getLast();
        if (step.begunOn().isBefore(since.begunOn())) {
            throw new ConsultationRefusal.StageBeforeEarlier(
                    step.stage(), step.begunOn(), since.stage(), since.begunOn());
        }
        add(step);
    }

    private void add(StageStep step) {
        steps.add(step);
        stage = step.stage();
    }

    /// How far it had come by a day; empty before it was planned.
    Optional<StageStep> on(LocalDate day) {
        return steps.reversed().stream().filter(step -> !step.begunOn().isAfter(day)).findFirst();
    }

    /// Whether it goes on by a day, or was concluded by then on what there was to ask about.
    ///
    /// @param since the first day on which there was
    boolean countsOn(LocalDate day, LocalDate since) {
        return on(day).filter(
                        step -> step.stage() != Stage.CONCLUDED || !step.begunOn().isBefore(since))
                .isPresent();
    }

    /// The day it came to its stage; null while it is only planned.
    @Nullable LocalDate begunOn() {
        return stage == Stage.PLANNED ? null : steps.getLast().begunOn();
    }

    /// When a stage is meant to begin; null when nothing is said.
    @Nullable PlannedStage plannedFor(Stage wanted) {
        return plan.stream().filter(one -> one.stage() == wanted).findFirst().orElse(null);
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    EngagementRecorded recorded() {
        var last = steps.getLast();
        return new EngagementRecorded(
                id,
                reference,
                title,
                "CONSULTATION",
                audience.name(),
                stage.name(),
                1,
                last.responses(),
                locality,
                last.begunOn(),
                last.provenance());
    }
}
