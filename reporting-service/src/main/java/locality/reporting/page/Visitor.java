package locality.reporting.page;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import locality.platform.caller.Caller;
import locality.platform.caller.CurrentCaller;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Who is signed in, as the page's head shows it: an organisation and its roles, never a name.
record Visitor(String organisation, Set<String> roles, List<Locality> localities) {

    static Visitor of(Caller caller) {
        return new Visitor(
                caller.organisation(),
                new TreeSet<>(caller.roles()),
                caller.localities().stream().sorted().toList());
    }

    /// Null when nobody is signed in.
    static @Nullable Visitor of(SecurityIdentity identity, CurrentCaller caller) {
        return identity.isAnonymous() ? null : of(caller.get());
    }

    public String roleNames() {
        return String.join(", ", roles);
    }
}
