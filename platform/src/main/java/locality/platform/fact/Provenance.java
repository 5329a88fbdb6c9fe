package locality.platform.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where a fact comes from.
///
/// @param kind STATED by a document, DERIVED from stated facts, or ILLUSTRATIVE
/// @param document the document's title; needed when STATED
/// @param section the section of it, as in `3.2.1`; needed when STATED
/// @param formula how it was derived; needed when DERIVED
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Provenance", description = "Where a fact comes from")
public record Provenance(
        Kind kind, @Nullable String document, @Nullable String section, @Nullable String formula) {

    @Schema(name = "ProvenanceKind")
    public enum Kind {
        STATED,
        DERIVED,
        ILLUSTRATIVE
    }

    public Provenance {
        if (kind == Kind.STATED && (document == null || section == null)) {
            throw new IllegalArgumentException("A STATED fact names its document and section");
        }
        if (kind == Kind.DERIVED && formula == null) {
            throw new IllegalArgumentException("A DERIVED fact gives its formula");
        }
    }

    public static Provenance stated(String document, String section) {
        return new Provenance(Kind.STATED, document, section, null);
    }

    public static Provenance illustrative() {
        return new Provenance(Kind.ILLUSTRATIVE, null, null, null);
    }
}
