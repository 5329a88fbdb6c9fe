package locality.reporting.page;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import locality.platform.caller.Caller;
import locality.platform.place.Locality;

/// Who is signed in, as the page's head shows it: an organisation and its roles, never a name.
record Visitor(String organisation, Set<String> roles, List<Locality> localities) {

    static Visitor of(Caller caller) {
        return new Visitor(
                caller.organisation(),
                new TreeSet<>(caller.roles()),
                caller.localities().stream().sorted().toList());
    }

    public String roleNames() {
        return String.join(", ", roles);
    }
}
