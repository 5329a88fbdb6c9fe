package locality.budget.figure;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a figure was said to be, from a moment on.
///
/// @param label what it is, in words
/// @param stated the words of the document
/// @param amountPence what they say
/// @param withinPence how much more or less it may be, as exactly as it is stated
/// @param approximate whether the document says that it is not exact
/// @param reason why the one before was corrected; null for the first
@Embeddable
public record Statement(
        String label,
        String stated,
        @Enumerated(EnumType.STRING) FigureUnit unit,
        Pence amountPence,
        Pence withinPence,
        boolean approximate,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        @Nullable String reason,
        Instant recordedAt) {

    /// What somebody says a document says.
    ///
    /// @param unit the unit that stands elsewhere than in the words, null when they say it
    /// @param approximate whether the document says elsewhere than in the words that it is not
    ///   exact, as in a heading
    record Said(
            String label,
            String stated,
            @Nullable FigureUnit unit,
            boolean approximate,
            Provenance provenance) {

        /// @throws FigureRefusal if the words are no amount
        Statement read(@Nullable String reason, Instant now) {
            var words = StatedWords.read(stated, unit);
            return new Statement(
                    label,
                    stated,
                    words.unit(),
                    words.amount(),
                    words.within(),
                    words.approximate() || approximate,
                    provenance,
                    reason,
                    now);
        }
    }

    boolean saysTheSameAs(Statement other) {
        return label.equals(other.label)
                && stated.equals(other.stated)
                && unit == other.unit
                && approximate == other.approximate
                && provenance.equals(other.provenance);
    }
}
