package locality.governance.agreement;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A party's own review of a version (*Transition to ICS Update for Governing Body*, timeline:
/// "completion of internal organisational reviews").
///
/// @param round of reviews it belongs to, from 1; what was returned is reviewed in the next
/// @param agreed whether the party is content that it goes for ratification
@Embeddable
record PartyReview(
        int round,
        String organisation,
        LocalDate reviewedOn,
        boolean agreed,
        @Nullable String note,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}
