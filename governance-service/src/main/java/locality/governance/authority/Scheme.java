package locality.governance.authority;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// The bodies as they stand on a date, every delegation ever granted between them, and the matters
/// reserved to owners' top bodies on that date.
public final class Scheme {

    /// A body on the date in question.
    ///
    /// @param topOf the organisation all of whose own power it holds, if it is such a body
    /// @param remit the functions its terms of reference name; empty means they restrict nothing
    public record Body(
            UUID id,
            String reference,
            String name,
            @Nullable String topOf,
            Standing standing,
            Set<String> remit) {

        boolean isTopOf(String organisation) {
            return organisation.equals(topOf);
        }

        boolean deals(String function) {
            return remit.isEmpty() || remit.contains(function);
        }
    }

    /// A function that, in this place, only the owners' top bodies may exercise.
    public record Reserved(String function, Locality place) {}

    private final Map<UUID, Body> bodies = new LinkedHashMap<>();
    private final Map<UUID, List<Grant>> grantsByGrantor;
    private final Set<Reserved> reserved;

    public Scheme(
            Collection<Body> bodies, Collection<Grant> grants, Collection<Reserved> reserved) {
        bodies.forEach(body -> this.bodies.put(body.id(), body));
        this.grantsByGrantor = grants.stream().collect(groupingBy(Grant::grantor));
        this.reserved = Set.copyOf(reserved);
    }

    /// The organisations in whose name some body holds all their own power.
    public List<String> organisationsWithATop() {
        return bodies.values().stream()
                .flatMap(body -> Stream.ofNullable(body.topOf()))
                .distinct()
                .toList();
    }

    /// The same bodies, nothing delegated between them.
    Scheme withoutGrants() {
        return new Scheme(bodies.values(), List.of(), reserved);
    }

    Collection<Body> bodies() {
        return bodies.values();
    }

    @Nullable Body find(UUID body) {
        return bodies.get(body);
    }

    Stream<Grant> grantedBy(UUID body) {
        return grantsByGrantor.getOrDefault(body, List.of()).stream();
    }

    boolean reserves(String function, Locality place) {
        return reserved.contains(new Reserved(function, place))
                || reserved.contains(new Reserved(function, Locality.GREATER_MANCHESTER));
    }
}
