package locality.governance.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import locality.platform.event.GovernanceEvent.OrganisationRecorded;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.place.RegisteredOrganisations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An organisation under one ODS or GSS code, from the first day the code holds to the last. One
/// that merges or changes its code is recorded anew and names its predecessors.
@Entity
class Organisation {
    @Id String code;
    String name;

    @Enumerated(EnumType.STRING)
    OrganisationKind kind;

    Locality locality;
    LocalDate effectiveOn;
    @Nullable LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> predecessors;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Organisation() {}

    Organisation(
            String code,
            String name,
            OrganisationKind kind,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            List<String> predecessors,
            Provenance provenance) {
        if (endsOn != null && endsOn.isBefore(effectiveOn)) {
            throw new OrganisationRefusal.EndsBeforeItBegins(code, effectiveOn, endsOn);
        }
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.locality = locality;
        this.effectiveOn = effectiveOn;
        this.endsOn = endsOn;
        this.predecessors = List.copyOf(predecessors);
        this.provenance = provenance;
    }

    /// A code of the public registers stands for what they say it does: a slip of a digit would put
    /// one organisation's money and authority under another's code.
    void requireItsRegisteredKind() {
        var registered = RegisteredOrganisations.find(code);
        if (registered.isPresent() && !kind.name().equals(registered.get().kind().name())) {
            throw new OrganisationRefusal.RegisteredAsAnother(registered.get(), kind);
        }
    }

    boolean existsOn(LocalDate day) {
        return !day.isBefore(effectiveOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    OrganisationRecorded recorded() {
        return new OrganisationRecorded(
                code, name, kind.name(), locality, effectiveOn, endsOn, predecessors, provenance);
    }
}
