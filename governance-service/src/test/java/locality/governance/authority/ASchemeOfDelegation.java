package locality.governance.authority;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A scheme of delegation told in the words of a test. Bodies and grants go by their references.
final class ASchemeOfDelegation {

    static final LocalDate LONG_AGO = LocalDate.of(2013, 4, 1);
    static final String FUNCTION = "commissioning";

    private final Map<String, Scheme.Body> bodies = new LinkedHashMap<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<Scheme.Reserved> reserved = new ArrayList<>();
    private final Map<String, String> organisations = new LinkedHashMap<>();
    private final Map<String, String> functions = new LinkedHashMap<>();

    static UUID id(String reference) {
        return UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8));
    }

    ASchemeOfDelegation top(String reference, String organisation) {
        return body(reference, organisation, Standing.ESTABLISHED);
    }

    ASchemeOfDelegation body(String reference) {
        return body(reference, null, Standing.ESTABLISHED);
    }

    ASchemeOfDelegation body(
            String reference, @Nullable String topOf, Standing standing, String... remit) {
        bodies.put(
                reference,
                new Scheme.Body(
                        id(reference), reference, reference, topOf, standing, Set.of(remit)));
        return this;
    }

    ASchemeOfDelegation grant(String from, String to) {
        return grant(from, to, null, false);
    }

    ASchemeOfDelegation grant(
            String from, String to, @Nullable Pence limit, boolean maySubDelegate) {
        return grant(from, to, limit, maySubDelegate, LONG_AGO, null);
    }

    ASchemeOfDelegation grant(
            String from,
            String to,
            @Nullable Pence limit,
            boolean maySubDelegate,
            LocalDate begins,
            @Nullable LocalDate until) {
        return grant(from + ">" + to, from, to, limit, maySubDelegate, begins, until);
    }

    /// A delegation with a reference of its own: two between the same bodies differ by it.
    ASchemeOfDelegation grant(
            String reference,
            String from,
            String to,
            @Nullable Pence limit,
            boolean maySubDelegate,
            LocalDate begins,
            @Nullable LocalDate until) {
        grants.add(
                new Grant(
                        id(reference),
                        reference,
                        id(from),
                        to.startsWith("officers of ")
                                ? new Holder.Officers(to.substring("officers of ".length()))
                                : new Holder.Body(id(to)),
                        Set.of(FUNCTION),
                        Locality.ROCHDALE,
                        limit,
                        maySubDelegate,
                        begins,
                        until));
        return this;
    }

    ASchemeOfDelegation grant(Grant grant) {
        grants.add(grant);
        return this;
    }

    ASchemeOfDelegation organisation(String code, String name) {
        organisations.put(code, name);
        return this;
    }

    ASchemeOfDelegation function(String name) {
        functions.put(FUNCTION, name);
        return this;
    }

    ASchemeOfDelegation reserved() {
        reserved.add(new Scheme.Reserved(FUNCTION, Locality.ROCHDALE));
        return this;
    }

    Scheme build() {
        return new Scheme(bodies.values(), grants, reserved, new Names(organisations, functions));
    }
}
