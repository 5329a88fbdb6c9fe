package locality.budget;

import locality.platform.caller.Caller;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Where a fact comes from when the request does not say: from whoever entered it.
public final class Entered {

    private Entered() {}

    public static Provenance by(Caller caller, @Nullable Provenance said) {
        return said != null ? said : Provenance.stated("Entered by " + caller.organisation(), "-");
    }
}
