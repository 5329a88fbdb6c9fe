package locality.governance.consultation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An entry of a communications plan: what is told to whom, by when (*One Commissioning
/// Organisation*, 9: "communications for 1 April 2017 (go live) notifying all of change").
@Entity
class Communication {
    @Id UUID id;
    String reference;
    Locality locality;
    @Embedded Message message;

    /// The consultation it belongs to, null when it belongs to none.
    @Nullable UUID consultationId;

    @Nullable LocalDate doneOn;

    /// How many people it reached, null when nobody counted.
    @Nullable Integer reached;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Communication() {}

    static Communication planned(
            String reference,
            Locality place,
            Message message,
            @Nullable UUID consultation,
            Provenance provenance) {
        message.requireNobodyNamed();
        var planned = new Communication();
        planned.id = Ids.next();
        planned.reference = reference;
        planned.locality = place;
        planned.message = message;
        planned.consultationId = consultation;
        planned.provenance = provenance;
        return planned;
    }

    void change(Message other) {
        other.requireNobodyNamed();
        requireNotDone();
        message = other;
    }

    void done(LocalDate on, @Nullable Integer people) {
        requireNotDone();
        doneOn = on;
        reached = people;
    }

    /// @throws ConsultationRefusal once it was told
    void requireNotDone() {
        if (doneOn != null) {
            throw new ConsultationRefusal.ToldAlready(reference, doneOn);
        }
    }

    boolean isOverdueOn(LocalDate day) {
        return message.dueOn().isBefore(day) && (doneOn == null || doneOn.isAfter(day));
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// @throws IllegalStateException until it was done
    EngagementRecorded recorded() {
        if (doneOn == null) {
            throw new IllegalStateException(reference + " was not told yet");
        }
        return new EngagementRecorded(
                id,
                reference,
                message.title(),
                "COMMUNICATION",
                message.audience().name(),
                null,
                1,
                reached,
                locality,
                doneOn,
                provenance);
    }
}
