package locality.governance.authority;

import static locality.governance.authority.ASchemeOfDelegation.FUNCTION;
import static locality.governance.authority.ASchemeOfDelegation.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/// Any small scheme of delegation: seven bodies, the first two being the top bodies of the owners A
/// and B, and delegations between any of them, in circles too, of one function or another, here,
/// elsewhere or in all of Greater Manchester, past, present and to come.
record RandomScheme(
        List<Standing> standings, List<Boolean> deals, List<Link> links, boolean reserved) {

    static final LocalDate TODAY = LocalDate.of(2018, 5, 1);
    static final List<String> BODIES = List.of("a", "b", "c", "d", "e", "f", "g");
    static final List<Owner> OWNERS =
            List.of(new Owner("A", Pence.of(40)), new Owner("B", Pence.of(60)));
    private static final Map<String, String> TOPS = Map.of("a", "A", "b", "B");

    /// @param number its reference, which no two delegations share
    record Link(
            int from,
            int to,
            @Nullable Long limit,
            boolean maySubDelegate,
            String function,
            Locality place,
            int begins,
            int lasts,
            int number) {

        Grant grant() {
            var begun = TODAY.plusDays(begins);
            return new Grant(
                    id("delegation " + number),
                    "delegation " + number,
                    id(BODIES.get(from)),
                    new Holder.Body(id(BODIES.get(to))),
                    Set.of(function),
                    place,
                    limit == null ? null : Pence.of(limit),
                    maySubDelegate,
                    begun,
                    begun.plusDays(lasts));
        }

        Link ended() {
            return new Link(
                    from,
                    to,
                    limit,
                    maySubDelegate,
                    function,
                    place,
                    Math.min(begins, -1),
                    0,
                    number);
        }
    }

    List<Grant> grants() {
        return links.stream().map(Link::grant).toList();
    }

    List<Scheme.Body> bodies() {
        var bodies = new ArrayList<Scheme.Body>();
        for (int i = 0; i < BODIES.size(); i++) {
            var reference = BODIES.get(i);
            bodies.add(
                    new Scheme.Body(
                            id(reference),
                            reference,
                            reference,
                            TOPS.get(reference),
                            standings.get(i),
                            deals.get(i) ? Set.of() : Set.of("gardening")));
        }
        return bodies;
    }

    Scheme scheme() {
        return new Scheme(bodies(), grants(), reservations());
    }

    /// The same, read in another order.
    Scheme shuffled(long seed) {
        var bodies = new ArrayList<>(bodies());
        var grants = new ArrayList<>(grants());
        Collections.shuffle(bodies, new Random(seed));
        Collections.shuffle(grants, new Random(seed + 1));
        return new Scheme(bodies, grants, reservations());
    }

    RandomScheme with(List<Link> links) {
        return new RandomScheme(standings, deals, links, reserved);
    }

    private List<Scheme.Reserved> reservations() {
        return reserved ? List.of(new Scheme.Reserved(FUNCTION, Locality.ROCHDALE)) : List.of();
    }

    static Question question(Basis basis, long pence, long approvedBefore, List<Owner> owners) {
        return new Question(
                FUNCTION,
                Locality.ROCHDALE,
                Pence.of(pence),
                TODAY,
                basis,
                owners,
                approvedBefore == 0
                        ? List.of()
                        : List.of(
                                new Approval(
                                        id("earlier"),
                                        "earlier",
                                        TODAY,
                                        Pence.of(approvedBefore),
                                        Basis.POOLED,
                                        owners)));
    }

    static Arbitrary<RandomScheme> any() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                        net.jqwik.api.Tuple.of(
                                                9, Arbitraries.just(Standing.ESTABLISHED)),
                                        net.jqwik.api.Tuple.of(1, Arbitraries.of(Standing.class)))
                                .list()
                                .ofSize(BODIES.size()),
                        Arbitraries.of(true, true, true, true, true, true, true, false)
                                .list()
                                .ofSize(BODIES.size()),
                        link().list().ofMaxSize(14).uniqueElements(Link::number),
                        Arbitraries.of(false, false, false, false, false, true))
                .as(RandomScheme::new);
    }

    static Arbitrary<Link> link() {
        var bodies = Arbitraries.integers().between(0, BODIES.size() - 1);
        return Combinators.combine(
                        Combinators.combine(bodies, bodies)
                                .as((from, to) -> new int[] {from, to})
                                .filter(pair -> pair[0] != pair[1]),
                        Arbitraries.longs().between(0, 120).injectNull(0.3),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(
                                FUNCTION, FUNCTION, FUNCTION, FUNCTION, FUNCTION, "gardening"),
                        Arbitraries.of(
                                Locality.ROCHDALE,
                                Locality.ROCHDALE,
                                Locality.GREATER_MANCHESTER,
                                Locality.BURY),
                        Arbitraries.integers().between(-20, 2),
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(1, 1000))
                .as(
                        (pair, limit, sub, function, place, begins, lasts, number) ->
                                new Link(
                                        pair[0], pair[1], limit, sub, function, place, begins,
                                        lasts, number));
    }
}
