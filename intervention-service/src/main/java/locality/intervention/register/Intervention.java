package locality.intervention.register;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import locality.platform.event.InterventionEvent.InterventionChanged;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Something that is done with pooled money to change what happens to people.
@Entity
class Intervention {

    private static final Set<State> OVER = EnumSet.of(State.CLOSED, State.CANCELLED);

    @Id UUID id;
    String reference;
    String name;
    @Nullable String brief;
    @Nullable String managerialLead;
    @Nullable String clinicalLead;
    @Nullable String cohort;
    @Nullable String provider;

    @Enumerated(EnumType.STRING)
    State state = State.PROPOSED;

    @Nullable UUID decisionId;
    Locality locality;
    LocalDate effectiveOn;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "intervention_theme",
            joinColumns = @JoinColumn(name = "intervention_id"))
    @Column(name = "theme_id")
    @BatchSize(size = 500)
    Set<UUID> themes = new TreeSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "intervention_component",
            joinColumns = @JoinColumn(name = "intervention_id"))
    @OrderBy("componentId")
    @BatchSize(size = 500)
    List<Component> components = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    InterventionChanged changed() {
        return new InterventionChanged(
                id,
                reference,
                name,
                state.name(),
                mobilised().name(),
                componentsLive(),
                components.size(),
                List.copyOf(new TreeSet<>(themes)),
                locality,
                effectiveOn,
                provenance);
    }

    /// What it is to do, and who leads it. What is not said stays as it is.
    InterventionChanged brief(Particulars said, LocalDate from) {
        take(Step.BRIEF, from);
        describe(said);
        return changed();
    }

    void describe(Particulars said) {
        var now = said.over(particulars());
        brief = now.brief();
        managerialLead = now.managerialLead();
        clinicalLead = now.clinicalLead();
        cohort = now.cohort();
        provider = now.provider();
    }

    /// Takes a row of an edited register; an empty cell changes nothing.
    ///
    /// @return whether anything is different now
    /// @throws InterventionRefusal.NoLongerOpen if it is over and the row changes anything
    /// @throws InterventionRefusal.BriefSettled if the row changes what was approved
    boolean rewrite(RegisterCsv.Line line) {
        boolean isDescribedAlike = line.particulars().over(particulars()).equals(particulars());
        var served = line.themes().keySet();
        if (isDescribedAlike && name.equals(line.name()) && themes.equals(served)) {
            return false;
        }
        requireOpen();
        if (!isDescribedAlike && !Step.BRIEF.isDoneFrom(state)) {
            throw new InterventionRefusal.BriefSettled(reference, state);
        }
        describe(line.particulars());
        name = line.name();
        themes.retainAll(served);
        themes.addAll(served);
        return true;
    }

    private Particulars particulars() {
        return new Particulars(brief, managerialLead, clinicalLead, cohort, provider);
    }

    /// Approves it, by a decision where one is cited.
    ///
    /// @throws InterventionRefusal.LeadMissing without a managerial and a clinical post to lead it
    InterventionChanged approve(@Nullable UUID decision, LocalDate from) {
        var next = Step.APPROVE.from(state);
        var missing = new ArrayList<String>();
        if (managerialLead == null) {
            missing.add("managerialLead");
        }
        if (clinicalLead == null) {
            missing.add("clinicalLead");
        }
        if (!missing.isEmpty()) {
            throw new InterventionRefusal.LeadMissing(reference, missing);
        }
        state = next;
        effectiveOn = from;
        decisionId = decision;
        return changed();
    }

    /// Any other step.
    ///
    /// @throws InterventionRefusal.NothingLive if it is to go live without a live component
    InterventionChanged advance(Step step, LocalDate from) {
        var next = step.from(state);
        if (step == Step.GO_LIVE && componentsLive() == 0) {
            throw new InterventionRefusal.NothingLive(reference);
        }
        state = next;
        effectiveOn = from;
        return changed();
    }

    InterventionChanged add(Component component, LocalDate today) {
        requireOpen();
        requirePossible(component, today);
        components.add(component);
        return changed();
    }

    /// Replaces what is known of a component.
    InterventionChanged replace(Component component, LocalDate today) {
        requireOpen();
        requirePossible(component, today);
        var before = component(component.componentId());
        components.set(components.indexOf(before), component);
        return changed();
    }

    Component component(UUID componentId) {
        return components.stream()
                .filter(component -> component.componentId().equals(componentId))
                .findFirst()
                .orElseThrow(() -> new NotFound("component", componentId));
    }

    Mobilisation mobilised() {
        return Mobilisation.of(components.stream().map(Component::mobilised).toList());
    }

    int componentsLive() {
        return (int) components.stream().filter(Component::isLive).count();
    }

    private void take(Step step, LocalDate from) {
        state = step.from(state);
        effectiveOn = from;
    }

    private void requireOpen() {
        if (OVER.contains(state)) {
            throw new InterventionRefusal.NoLongerOpen(state);
        }
    }

    private static void requirePossible(Component component, LocalDate today) {
        var since = component.liveSince();
        if (since != null && since.isAfter(today)) {
            throw new InterventionRefusal.LiveInTheFuture(since, today);
        }
        if (component.postsRecruited() > component.postsToRecruit()) {
            throw new InterventionRefusal.OverRecruited(
                    component.name(), component.postsRecruited(), component.postsToRecruit());
        }
    }
}
