package locality.governance.dispute;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyOnDate;
import locality.platform.event.BoardEvent.DisputeChanged;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What partners disagree about, referred to a forum for resolving conflict (*Living Longer, Living
/// Better: Progress Update*, 8.2) and followed step by step.
@Entity
class Dispute {

    /// What partners disagree about.
    enum About {
        AGREEMENT,
        FUND,
        DECISION
    }

    @Id UUID id;
    String reference;
    String title;
    Locality locality;
    String raisedBy;

    /// The organisations in dispute, by code; the one that raised it among them.
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> parties;

    @Enumerated(EnumType.STRING)
    @Nullable About aboutType;

    @Nullable String aboutReference;
    LocalDate raisedOn;

    @Enumerated(EnumType.STRING)
    DisputeState state;

    /// The forum it is referred to, null while it is raised only.
    @Nullable UUID bodyId;

    @Nullable String bodyReference;
    @Nullable UUID decisionId;

    /// What was agreed, when no decision resolved it; why it was withdrawn.
    @Nullable String ending;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "dispute_step", joinColumns = @JoinColumn(name = "dispute_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<DisputeStep> steps = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Dispute() {}

    DisputeChanged raise() {
        if (new HashSet<>(parties).size() < 2) {
            throw new DisputeRefusal.TooFewParties(parties);
        }
        if (!parties.contains(raisedBy)) {
            throw new DisputeRefusal.RaisedByNoParty(raisedBy, parties);
        }
        state = DisputeState.RAISED;
        steps.add(new DisputeStep(raisedOn, "Raised by " + raisedBy, provenance));
        return changed(raisedOn);
    }

    DisputeChanged refer(BodyOnDate forum, DisputeStep step) {
        move(DisputeState.REFERRED, step);
        bodyId = forum.id();
        bodyReference = forum.reference();
        return changed(step.takenOn());
    }

    /// Something was done that does not end it.
    DisputeChanged take(DisputeStep step) {
        if (!state.isOpen()) {
            throw new DisputeRefusal.Over(reference, state);
        }
        add(step);
        return changed(step.takenOn());
    }

    /// @param decision that resolved it, null for an agreement
    /// @param agreement what was agreed, null for a decision
    DisputeChanged resolve(@Nullable UUID decision, @Nullable String agreement, DisputeStep step) {
        if (decision == null && agreement == null) {
            throw new DisputeRefusal.ResolvedByNothing();
        }
        move(DisputeState.RESOLVED, step);
        decisionId = decision;
        ending = agreement;
        return changed(step.takenOn());
    }

    DisputeChanged withdraw(String reason, DisputeStep step) {
        move(DisputeState.WITHDRAWN, step);
        ending = reason;
        return changed(step.takenOn());
    }

    LocalDate lastStepOn() {
        return steps.getLast().takenOn();
    }

    /// Whether its forum let more days pass without a step than its rule allows.
    ///
    /// @param daysBetweenSteps null when the forum has no such rule
    boolean isOverdueOn(LocalDate day, @Nullable Integer daysBetweenSteps) {
        return state == DisputeState.REFERRED
                && daysBetweenSteps != null
                && day.isAfter(lastStepOn().plusDays(daysBetweenSteps));
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    private void move(DisputeState next, DisputeStep step) {
        if (!state.next().contains(next)) {
            throw new DisputeRefusal.IllegalStep(reference, state, next);
        }
        add(step);
        state = next;
    }

    private void add(DisputeStep step) {
        if (step.takenOn().isBefore(lastStepOn())) {
            throw new DisputeRefusal.OutOfOrder(reference, lastStepOn(), step.takenOn());
        }
        steps.add(step);
    }

    private DisputeChanged changed(LocalDate on) {
        return new DisputeChanged(
                id,
                reference,
                title,
                parties,
                bodyId,
                state.name(),
                decisionId,
                locality,
                on,
                provenance);
    }
}
