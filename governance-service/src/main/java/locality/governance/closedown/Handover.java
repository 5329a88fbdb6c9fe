package locality.governance.closedown;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// Who answers from a day for what stays as it was decided: a decision about a closing
/// organisation's money keeps its evidence, and its burden passes with the transfer.
@Entity(name = "ClosedownHandover")
class Handover {
    @Id UUID id;
    String organisation;

    @Enumerated(EnumType.STRING)
    OpenKind kind;

    String reference;
    String toOrganisation;
    LocalDate effectiveOn;
    Locality locality;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    Handover() {}

    Handover(
            String organisation,
            OpenItem item,
            String toOrganisation,
            LocalDate effectiveOn,
            Provenance provenance) {
        this.id = Ids.next();
        this.organisation = organisation;
        this.kind = item.kind();
        this.reference = item.reference();
        this.toOrganisation = toOrganisation;
        this.effectiveOn = effectiveOn;
        this.locality = item.locality();
        this.provenance = provenance;
    }

    Written written() {
        return new Written(
                id, organisation, kind, reference, toOrganisation, locality, effectiveOn);
    }

    /// That a handover was written down: the log says who wrote it and when.
    @EventType("governance.handover-written.v1")
    record Written(
            UUID handoverId,
            String organisation,
            OpenKind kind,
            String reference,
            String toOrganisation,
            Locality locality,
            LocalDate effectiveOn)
            implements InternalEvent {

        @Override
        public String subjectType() {
            return "closedown-handover";
        }

        @Override
        public String subjectId() {
            return handoverId.toString();
        }
    }
}
