package locality.governance.assessment;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What somebody said of a criterion on a day. It is added to and never changed.
///
/// @param criterion its code
/// @param word of the scale; null says expressly that it is not known
/// @param scale the words it was chosen from, from the worst to the best
/// @param post who said it, null when that is not told; never a person
@Embeddable
record Rating(
        String criterion,
        @Enumerated(EnumType.STRING) Rater rater,
        @Nullable String word,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> scale,
        LocalDate ratedOn,
        @Nullable String post,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    /// The word, or `UNKNOWN`.
    String said() {
        return word == null ? Framework.UNKNOWN : word;
    }
}
