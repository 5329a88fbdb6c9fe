package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.governance.authority.Authority;
import locality.governance.authority.AuthorityCode;
import locality.governance.authority.Basis;
import locality.governance.authority.Finding;
import locality.governance.authority.Owner;
import locality.governance.authority.Question;
import locality.governance.authority.Scheme;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// Which of several bodies hold which functions, for any owner and up to any limit.
@ApplicationScoped
public class Powers {

    private final SchemeOfDelegation scheme;

    Powers(SchemeOfDelegation scheme) {
        this.scheme = scheme;
    }

    /// That a body may decide a function for at least one owner.
    ///
    /// @param byDelegation whether a delegation in force leads to it, rather than its being the top
    public record Power(UUID body, boolean byDelegation) {}

    /// The powers of the bodies named, by function; one read of the scheme for all of them.
    public Map<String, List<Power>> held(
            Collection<String> functions, Locality place, LocalDate on, Collection<UUID> bodies) {
        var standing = scheme.asGranted(functions, place, on, bodies);
        var owners =
                standing.organisationsWithATop().stream()
                        .map(organisation -> new Owner(organisation, null))
                        .toList();
        var held = new LinkedHashMap<String, List<Power>>();
        for (var function : functions) {
            held.put(
                    function,
                    owners.isEmpty()
                            ? List.of()
                            : held(
                                    new Question(
                                            function, place, Pence.ZERO, on, Basis.ALIGNED, owners),
                                    standing,
                                    bodies));
        }
        return held;
    }

    private static List<Power> held(Question question, Scheme standing, Collection<UUID> bodies) {
        var authority = new Authority(question, standing);
        var held = new ArrayList<Power>();
        for (var body : bodies) {
            var finding = authority.findingFor(body);
            if (mayDecideForSomebody(finding)) {
                held.add(new Power(body, finding.named()));
            }
        }
        return List.copyOf(held);
    }

    private static boolean mayDecideForSomebody(Finding finding) {
        return !finding.ownersCovered().isEmpty()
                && finding.barriers().stream()
                        .allMatch(barrier -> barrier.code() == AuthorityCode.OWNER_NOT_COVERED);
    }
}
