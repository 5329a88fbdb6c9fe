package locality.governance.standing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A closer look that a body takes at something, because of a concern. It is put on the agenda of
/// the body's next meeting, or waits until one is planned.
@Entity
class DeepDive {
    @Id UUID id;

    /// `ROC-ICB-DD-1`.
    String reference;

    int number;
    UUID bodyId;
    String bodyReference;
    Locality locality;
    String concern;

    /// What it is about: `indicator`, `intervention`, `fund`, and which.
    @Nullable String subjectType;

    @Nullable String subjectId;
    LocalDate raisedOn;

    @Enumerated(EnumType.STRING)
    DeepDiveState state;

    /// Where it is on the agenda; null while it waits.
    @Nullable UUID meetingId;

    @Nullable Integer item;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    DeepDive() {}

    StandingRecord.DeepDiveChanged raise() {
        state = DeepDiveState.RAISED;
        return changed(raisedOn);
    }

    StandingRecord.DeepDiveChanged place(UUID meeting, int number, LocalDate on) {
        step(DeepDiveState.PLACED);
        meetingId = meeting;
        item = number;
        return changed(on);
    }

    StandingRecord.DeepDiveChanged hold(LocalDate on) {
        step(DeepDiveState.HELD);
        return changed(on);
    }

    /// Its meeting was cancelled: it waits again.
    StandingRecord.DeepDiveChanged await(LocalDate on) {
        step(DeepDiveState.RAISED);
        meetingId = null;
        item = null;
        return changed(on);
    }

    String title() {
        return "Deep dive: " + concern;
    }

    private StandingRecord.DeepDiveChanged changed(LocalDate on) {
        return new StandingRecord.DeepDiveChanged(
                id, reference, bodyId, state.name(), meetingId, item, locality, on);
    }

    private void step(DeepDiveState next) {
        if (!state.next().contains(next)) {
            throw new StandingRefusal.IllegalStep(reference, state, next);
        }
        state = next;
    }
}
