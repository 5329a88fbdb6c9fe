package locality.budget.partnership;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What governance told once of a version of an agreement. It is kept as it was told.
@Entity
@Immutable
@Table(name = "agreement_version_told")
class VersionTold {
    private static final Set<String> SIGNED = Set.of("RATIFIED", "IN_FORCE");
    private static final Set<String> OVER = Set.of("EXPIRED", "TERMINATED", "SUPERSEDED");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID agreementId;
    String reference;
    String title;
    String kind;
    int version;
    String state;
    @Nullable LocalDate beginsOn;
    @Nullable LocalDate endsOn;
    boolean retrospective;
    Locality locality;
    LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    Instant heardAt;

    static VersionTold of(AgreementChanged told, Instant heardAt) {
        var kept = new VersionTold();
        kept.agreementId = told.agreementId();
        kept.reference = told.reference();
        kept.title = told.title();
        kept.kind = told.kind();
        kept.version = told.version();
        kept.state = told.state();
        kept.beginsOn = told.beginsOn();
        kept.endsOn = told.endsOn();
        kept.retrospective = told.retrospective();
        kept.locality = told.locality();
        kept.effectiveOn = told.effectiveOn();
        kept.provenance = told.provenance();
        kept.heardAt = heardAt;
        return kept;
    }

    /// Every party had given what the version takes of it, by the day this is effective on.
    boolean tellsSigned() {
        return SIGNED.contains(state);
    }

    /// It ended the day before this is effective.
    boolean tellsOver() {
        return OVER.contains(state);
    }
}
