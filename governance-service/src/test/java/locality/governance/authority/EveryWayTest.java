package locality.governance.authority;

import static java.util.stream.Collectors.toSet;
import static locality.governance.authority.ASchemeOfDelegation.id;
import static locality.governance.authority.RandomScheme.BODIES;
import static locality.governance.authority.RandomScheme.OWNERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/// The walk finds what is found by trying every way.
class EveryWayTest {

    @Property(tries = 2_000)
    void theSameOwnersReachABodyAndTheSameReasonsStandAgainstIt(
            @ForAll("schemes") RandomScheme scheme,
            @ForAll Basis basis,
            @ForAll @LongRange(min = 0, max = 120) long pence,
            @ForAll @LongRange(min = 0, max = 30) long approvedBefore) {
        var question = RandomScheme.question(basis, pence, approvedBefore, OWNERS);
        var authority = new Authority(question, scheme.scheme());
        var everyWay = new EveryWay(question, scheme);

        for (var body : BODIES) {
            var finding = authority.findingFor(id(body));
            assertThat(finding.ownersCovered())
                    .as(body)
                    .containsExactlyInAnyOrderElementsOf(everyWay.covered(id(body)));
            assertThat(finding.barriers().stream().map(Barrier::code).collect(toSet()))
                    .as(body)
                    .isEqualTo(everyWay.codes(id(body)));
        }
    }

    @Property(tries = 1_000)
    void theChainThatIsShownIsAWayAndNoneIsWider(
            @ForAll("schemes") RandomScheme scheme,
            @ForAll @LongRange(min = 0, max = 30) long approvedBefore) {
        for (var owner : OWNERS) {
            var question = RandomScheme.question(Basis.POOLED, 0, approvedBefore, List.of(owner));
            var authority = new Authority(question, scheme.scheme());
            var everyWay = new EveryWay(question, scheme);

            for (var body : BODIES) {
                var finding = authority.findingFor(id(body));
                if (finding.covers(owner.organisation())) {
                    assertThat(finding.cap()).as(body).isEqualTo(everyWay.cap(owner, id(body)));
                    assertThat(isOneOf(scheme, finding.chain(), id(body))).as(body).isTrue();
                }
            }
        }
    }

    @Property(tries = 1_000)
    void aBodyMayPassOnTheWidestOfWhatItWasNotToKeep(@ForAll("schemes") RandomScheme scheme) {
        for (var owner : OWNERS) {
            var question = RandomScheme.question(Basis.POOLED, 0, 0, List.of(owner));
            var authority = new Authority(question, scheme.scheme());
            var everyWay = new EveryWay(question, scheme);

            for (var body : BODIES) {
                var passedOn = authority.transferable(id(body));
                var ways = everyWay.waysPassedOn(owner, id(body)).toList();
                assertThat(passedOn.isEmpty())
                        .as(body)
                        .isEqualTo(scheme.reserved() || ways.isEmpty());
                passedOn.forEach(
                        one ->
                                assertThat(one.cap())
                                        .as(body)
                                        .isEqualTo(everyWay.widest(ways.stream(), owner)));
            }
        }
    }

    /// Whether each link leads from the holder of the one before, and the last to the body.
    private static boolean isOneOf(RandomScheme scheme, List<Finding.Link> chain, UUID body) {
        for (int i = 1; i < chain.size(); i++) {
            var link = chain.get(i);
            var before = Objects.requireNonNull(chain.get(i - 1).bodyId());
            if (grants(scheme)
                    .noneMatch(
                            grant ->
                                    grant.reference().equals(link.delegation())
                                            && grant.grantor().equals(before)
                                            && grant.holder()
                                                    .equals(
                                                            new Holder.Body(
                                                                    Objects.requireNonNull(
                                                                            link.bodyId()))))) {
                return false;
            }
        }
        return body.equals(chain.getLast().bodyId());
    }

    private static Stream<Grant> grants(RandomScheme scheme) {
        return scheme.grants().stream();
    }

    @Provide
    Arbitrary<RandomScheme> schemes() {
        return RandomScheme.any();
    }
}
