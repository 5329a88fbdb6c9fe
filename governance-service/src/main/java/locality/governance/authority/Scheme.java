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

/// The bodies as they stand on a date, the delegations granted between them, and the matters
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
    private final List<Grant> grants;
    private final Set<Reserved> reserved;
    private final Names names;

    public Scheme(
            Collection<Body> bodies,
            Collection<Grant> grants,
            Collection<Reserved> reserved,
            Names names) {
        bodies.forEach(body -> this.bodies.put(body.id(), body));
        this.grants = List.copyOf(grants);
        this.reserved = Set.copyOf(reserved);
        this.names = names;
    }

    /// Nobody is called by a name.
    public Scheme(
            Collection<Body> bodies, Collection<Grant> grants, Collection<Reserved> reserved) {
        this(bodies, grants, reserved, Names.NONE);
    }

    /// The organisations in whose name some body holds all their own power.
    public List<String> organisationsWithATop() {
        return bodies.values().stream()
                .flatMap(body -> Stream.ofNullable(body.topOf()))
                .distinct()
                .toList();
    }

    Collection<Body> bodies() {
        return bodies.values();
    }

    @Nullable Body find(UUID body) {
        return bodies.get(body);
    }

    Names names() {
        return names;
    }

    /// What has been granted by the day, of the function in the place, by grantor.
    Map<UUID, List<Grant>> grantsFor(Question question) {
        return grants.stream()
                .filter(grant -> grant.covers(question.function(), question.place()))
                .filter(grant -> grant.hasBegun(question.on()))
                .collect(groupingBy(Grant::grantor));
    }

    boolean mayDelegate(UUID body) {
        return bodies.get(body) instanceof Body there && there.standing().mayHoldDelegatedPower();
    }

    boolean reserves(String function, Locality place) {
        return reserved.contains(new Reserved(function, place))
                || reserved.contains(new Reserved(function, Locality.GREATER_MANCHESTER));
    }
}
