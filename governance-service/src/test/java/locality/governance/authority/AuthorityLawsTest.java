package locality.governance.authority;

import static locality.governance.authority.ASchemeOfDelegation.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for every scheme of delegation there can be.
class AuthorityLawsTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 5, 1);
    private static final List<String> BODIES = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final List<Owner> OWNERS =
            List.of(new Owner("A", Pence.of(40)), new Owner("B", Pence.of(60)));

    /// A delegation between two of seven bodies, the first two being owners' top bodies.
    ///
    /// @param number its reference, which no two delegations share
    record Link(
            int from,
            int to,
            Long limit,
            boolean maySubDelegate,
            int begins,
            int lasts,
            int number) {}

    @Property(tries = 500)
    void nobodyDecidesMoreThanAnyLinkOfItsChainAllows(
            @ForAll("delegations") List<Link> links, @ForAll("basis") Basis basis) {
        var authority = authority(links, basis, 0);

        for (var body : BODIES) {
            var finding = authority.findingFor(id(body));
            var cap = finding.cap();
            for (var link : finding.chain()) {
                if (link.limitPence() != null) {
                    assertThat(cap).isNotNull().isLessThanOrEqualTo(link.limitPence());
                }
            }
        }
    }

    @Property(tries = 500)
    void whoeverDecidesHoldsAnUnbrokenChainFromEveryOwnersTop(
            @ForAll("delegations") List<Link> links) {
        var authority = authority(links, Basis.POOLED, 10);

        for (var body : BODIES) {
            var finding = authority.findingFor(id(body));
            if (finding.mayDecide()) {
                assertThat(finding.chain().stream().map(Finding.Link::owner)).contains("A", "B");
                assertThat(finding.chain().stream().map(Finding.Link::bodyId))
                        .contains(id("a"), id("b"));
            }
        }
    }

    @Property(tries = 500)
    void addingADelegationTakesNothingFromAnybody(
            @ForAll("delegations") List<Link> links,
            @ForAll("delegation") Link another,
            @ForAll("basis") Basis basis) {
        var more = new java.util.ArrayList<>(links);
        more.add(another);

        var before = authority(links, basis, 50);
        var after = authority(more, basis, 50);

        for (var body : BODIES) {
            assertThat(after.findingFor(id(body)).ownersCovered())
                    .containsAll(before.findingFor(id(body)).ownersCovered());
            assertThat(after.findingFor(id(body)).mayDecide())
                    .isIn(true, before.findingFor(id(body)).mayDecide());
        }
    }

    @Property(tries = 500)
    void revokingADelegationGivesNothingToAnybody(
            @ForAll("delegations") List<Link> links, @ForAll("basis") Basis basis) {
        if (links.isEmpty()) {
            return;
        }

        var before = authority(links, basis, 50);
        var after = authority(links.subList(1, links.size()), basis, 50);

        for (var body : BODIES) {
            assertThat(before.findingFor(id(body)).ownersCovered())
                    .containsAll(after.findingFor(id(body)).ownersCovered());
        }
    }

    @Property(tries = 300)
    void lessMoneyIsNeverHarderToDecide(@ForAll("delegations") List<Link> links) {
        var dear = authority(links, Basis.POOLED, 80);
        var cheap = authority(links, Basis.POOLED, 20);

        for (var body : BODIES) {
            assertThat(cheap.findingFor(id(body)).ownersCovered())
                    .containsAll(dear.findingFor(id(body)).ownersCovered());
        }
    }

    @Property(tries = 300)
    void everyBodyIsEitherAHolderOrRefusedWithACode(
            @ForAll("delegations") List<Link> links, @ForAll("basis") Basis basis) {
        var answer = authority(links, basis, 50).answer();

        var holders = new HashSet<>(answer.holders().stream().map(Answer.Held::bodyId).toList());
        var refused = Set.copyOf(answer.refused().stream().map(Answer.Refused::bodyId).toList());

        assertThat(holders).doesNotContainAnyElementsOf(refused);
        assertThat(holders.size() + refused.size()).isEqualTo(BODIES.size());
    }

    @Property(tries = 300)
    void theAnswerDoesNotDependOnTheOrderInWhichDelegationsAreRead(
            @ForAll("delegations") List<Link> links) {
        var answer = authority(links, Basis.POOLED, 50).answer();
        var other = authority(links.reversed(), Basis.POOLED, 50).answer();

        assertThat(other.explanation()).isEqualTo(answer.explanation());
        assertThat(other.lowest()).isEqualTo(answer.lowest());
        assertThat(waysOf(other)).isEqualTo(waysOf(answer));
        assertThat(other.refused()).isEqualTo(answer.refused());
    }

    /// Every holder with its cap and its chain, by the references of the delegations.
    private static List<List<Object>> waysOf(Answer answer) {
        return answer.holders().stream()
                .map(
                        held ->
                                Arrays.<Object>asList(
                                        held.reference(),
                                        held.capPence(),
                                        held.owners(),
                                        held.chain().stream()
                                                .map(link -> link.owner() + ":" + link.delegation())
                                                .toList()))
                .toList();
    }

    @Provide
    Arbitrary<Basis> basis() {
        return Arbitraries.of(Basis.class);
    }

    @Provide
    Arbitrary<List<Link>> delegations() {
        return delegation().list().ofMaxSize(14).uniqueElements(Link::number);
    }

    @Provide
    Arbitrary<Link> delegation() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, BODIES.size() - 1),
                        Arbitraries.integers().between(0, BODIES.size() - 1),
                        Arbitraries.longs().between(0, 100).injectNull(0.3),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(-20, 2),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(1, 1000))
                .as(Link::new);
    }

    private static Authority authority(List<Link> links, Basis basis, long pence) {
        var scheme = new ASchemeOfDelegation().top("a", "A").top("b", "B");
        BODIES.subList(2, BODIES.size()).forEach(scheme::body);
        for (var link : links) {
            var begins = TODAY.plusDays(link.begins);
            scheme.grant(
                    "delegation " + link.number,
                    BODIES.get(link.from),
                    BODIES.get(link.to),
                    link.limit == null ? null : Pence.of(link.limit),
                    link.maySubDelegate,
                    begins,
                    begins.plusDays(link.lasts));
        }
        return new Authority(
                new Question(
                        ASchemeOfDelegation.FUNCTION,
                        Locality.ROCHDALE,
                        Pence.of(pence),
                        TODAY,
                        basis,
                        OWNERS),
                scheme.build());
    }
}
