package locality.governance.minutes;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Sha256;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A version of a meeting's minutes as somebody wrote it: the text itself, or where it lies.
@Entity
@Immutable
class Minutes {
    @EmbeddedId MinutesId id;

    /// Null behind a link, and once it was redacted: the fingerprint stays as evidence.
    @Nullable String text;

    @Nullable String link;

    /// In hexadecimal, of the text in UTF-8 or of what the link leads to.
    String sha256;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Column(insertable = false)
    @Nullable Instant recordedAt;

    Minutes() {}

    /// @throws MinutesRefusal unless there is a text, or a link with its fingerprint
    static Minutes written(
            MinutesId id,
            @Nullable String text,
            @Nullable String link,
            @Nullable String sha256,
            Provenance provenance) {
        var minutes = new Minutes();
        minutes.id = id;
        minutes.text = text;
        minutes.link = link;
        minutes.sha256 = fingerprint(text, link, sha256);
        minutes.provenance = provenance;
        return minutes;
    }

    private static String fingerprint(
            @Nullable String text, @Nullable String link, @Nullable String given) {
        if (text != null && link == null && given == null) {
            return Sha256.of(text);
        }
        if (text == null && link != null && given != null) {
            return given;
        }
        throw new MinutesRefusal.TextOrLink();
    }
}
