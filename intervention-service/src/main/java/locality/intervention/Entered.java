package locality.intervention;

import locality.platform.caller.Caller;
import locality.platform.fact.Provenance;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// Where a fact comes from when the request does not say: from whoever entered it.
public final class Entered {

    private Entered() {}

    public static Provenance by(Caller caller, @Nullable Provenance said) {
        return said != null ? said : Provenance.stated("Entered by " + caller.organisation(), "-");
    }

    /// Files and queries say a document with its section, or a formula, or nothing.
    ///
    /// @throws Malformed if a document stands without its section, a section without its document,
    ///   or either beside a formula
    public static Provenance by(
            Caller caller,
            @Nullable String document,
            @Nullable String section,
            @Nullable String formula) {
        return by(caller, said(given(document), given(section), given(formula)));
    }

    private static @Nullable Provenance said(
            @Nullable String document, @Nullable String section, @Nullable String formula) {
        if ((document == null) != (section == null)) {
            throw new Malformed("A document and its section are given together");
        }
        if (document == null || section == null) {
            return formula == null ? null : Provenance.derived(formula);
        }
        if (formula != null) {
            throw new Malformed("Give a document with its section, or a formula, not both");
        }
        return Provenance.stated(document, section);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
