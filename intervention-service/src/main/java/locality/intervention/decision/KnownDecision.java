package locality.intervention.decision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A decision as governance-service last told of it.
@Entity
class KnownDecision {

    /// What was invalid and then ratified binds as well.
    private static final Set<String> BINDING = Set.of("IN_EFFECT", "RATIFIED");

    @Id UUID decisionId;
    String reference;
    String state;
    @Nullable String subjectType;
    @Nullable String subjectId;
    Locality locality;
    LocalDate effectiveOn;

    void tell(DecisionTaken taken) {
        var subject = taken.subject();
        reference = taken.reference();
        state = taken.state();
        subjectType = subject == null ? null : subject.type();
        subjectId = subject == null ? null : subject.id();
        locality = taken.locality();
        effectiveOn = taken.effectiveOn();
    }

    /// What rests on it already stays; nothing new may cite it until it is told as taken again.
    void tell(DecisionChanged changed) {
        state = changed.state();
    }

    boolean binds() {
        return BINDING.contains(state);
    }

    boolean isAbout(String type, String id, String otherName) {
        return type.equals(subjectType) && (id.equals(subjectId) || otherName.equals(subjectId));
    }
}
