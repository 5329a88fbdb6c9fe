package locality.intervention;

import locality.platform.caller.Caller;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Where a fact comes from when the request does not say: from whoever entered it.
public final class Entered {

    private Entered() {}

    public static Provenance by(Caller caller, @Nullable Provenance said) {
        return said != null ? said : Provenance.stated("Entered by " + caller.organisation(), "-");
    }

    /// A row of a file says its document and section in two cells, or nothing.
    public static Provenance by(
            Caller caller, @Nullable String document, @Nullable String section) {
        return by(
                caller,
                document == null || document.isBlank()
                        ? null
                        : Provenance.stated(
                                document, section == null || section.isBlank() ? "-" : section));
    }
}
