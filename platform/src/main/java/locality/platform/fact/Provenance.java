package locality.platform.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where a fact comes from.
///
/// @param kind STATED by a document, DERIVED from stated facts, or ILLUSTRATIVE
/// @param document the document's title, at most 500 characters; needed when STATED
/// @param section the section of it, as in `3.2.1`, at most 200 characters; needed when STATED
/// @param formula how it was derived, at most 2,000 characters; needed when DERIVED
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Provenance", description = "Where a fact comes from")
public record Provenance(
        Kind kind,
        @Schema(maxLength = LONGEST_DOCUMENT) @Nullable String document,
        @Schema(maxLength = LONGEST_SECTION) @Nullable String section,
        @Schema(maxLength = LONGEST_FORMULA) @Nullable String formula) {

    private static final int LONGEST_DOCUMENT = 500;
    private static final int LONGEST_SECTION = 200;
    private static final int LONGEST_FORMULA = 2000;

    @Schema(name = "ProvenanceKind")
    public enum Kind {
        STATED,
        DERIVED,
        ILLUSTRATIVE
    }

    public Provenance {
        requireAtMost(LONGEST_DOCUMENT, "document", document);
        requireAtMost(LONGEST_SECTION, "section", section);
        requireAtMost(LONGEST_FORMULA, "formula", formula);
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

    public static Provenance derived(String formula) {
        return new Provenance(Kind.DERIVED, null, null, formula);
    }

    public static Provenance illustrative() {
        return new Provenance(Kind.ILLUSTRATIVE, null, null, null);
    }

    private static void requireAtMost(int longest, String what, @Nullable String text) {
        if (text != null && text.length() > longest) {
            throw new IllegalArgumentException(
                    "The %s of a fact's source has at most %d characters, not %d"
                            .formatted(what, longest, text.length()));
        }
    }
}
