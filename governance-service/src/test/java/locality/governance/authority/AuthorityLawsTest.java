package locality.governance.authority;

import static locality.governance.authority.ASchemeOfDelegation.id;
import static locality.governance.authority.RandomScheme.BODIES;
import static locality.governance.authority.RandomScheme.OWNERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import locality.platform.money.Pence;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/// What holds for every scheme of delegation there can be.
class AuthorityLawsTest {

    @Property
    void nobodyDecidesMoreThanAnyLinkOfItsChainAllows(
            @ForAll("schemes") RandomScheme scheme,
            @ForAll Basis basis,
            @ForAll @LongRange(min = 0, max = 30) long approvedBefore) {
        var question = RandomScheme.question(basis, 10, approvedBefore, OWNERS);
        var authority = new Authority(question, scheme.scheme());

        for (var body : BODIES) {
            var finding = authority.findingFor(id(body));
            for (var link : finding.chain()) {
                if (link.limitPence() != null) {
                    assertThat(mostOf(finding.cap()) + approvedBeforeOf(link, question))
                            .isLessThanOrEqualTo(link.limitPence().value());
                }
            }
        }
    }

    private static long approvedBeforeOf(Finding.Link link, Question question) {
        return question.owners().stream()
                .filter(owner -> owner.organisation().equals(link.owner()))
                .mapToLong(owner -> question.approvedBefore(owner).value())
                .sum();
    }

    @Property
    void whoeverDecidesHoldsAnUnbrokenChainFromEveryOwnersTop(
            @ForAll("schemes") RandomScheme scheme) {
        var authority = authority(scheme, Basis.POOLED, 10);

        for (var body : BODIES) {
            var finding = authority.findingFor(id(body));
            if (finding.mayDecide()) {
                assertThat(finding.chain().stream().map(Finding.Link::owner)).contains("A", "B");
                assertThat(finding.chain().stream().map(Finding.Link::bodyId))
                        .contains(id("a"), id("b"));
            }
        }
    }

    @Property
    void addingADelegationTakesNothingFromAnybody(
            @ForAll("schemes") RandomScheme scheme,
            @ForAll("link") RandomScheme.Link another,
            @ForAll Basis basis,
            @ForAll @LongRange(min = 0, max = 100) long pence) {
        var more = new ArrayList<>(scheme.links());
        more.add(another);

        atLeast(authority(scheme.with(more), basis, pence), authority(scheme, basis, pence), basis);
    }

    @Property
    void revokingADelegationGivesNothingToAnybody(
            @ForAll("schemes") RandomScheme scheme,
            @ForAll @IntRange(min = 0, max = 13) int which,
            @ForAll Basis basis,
            @ForAll @LongRange(min = 0, max = 100) long pence) {
        Assume.that(which < scheme.links().size());
        var fewer = new ArrayList<>(scheme.links());
        fewer.set(which, fewer.get(which).ended());

        atLeast(
                authority(scheme, basis, pence),
                authority(scheme.with(fewer), basis, pence),
                basis);
    }

    /// Everybody may decide for at least the owners, up to at least the cap, and pass on at least
    /// as much.
    private static void atLeast(Authority more, Authority less, Basis basis) {
        for (var body : BODIES) {
            var now = more.findingFor(id(body));
            var before = less.findingFor(id(body));
            assertThat(now.ownersCovered()).as(body).containsAll(before.ownersCovered());
            assertThat(now.mayDecide()).as(body).isIn(true, before.mayDecide());
            if (now.ownersCovered().equals(before.ownersCovered())) {
                assertThat(mostOf(now.cap())).as(body).isGreaterThanOrEqualTo(mostOf(before.cap()));
            }
            assertThat(more.transferable(id(body)).size())
                    .as(body + " of " + basis)
                    .isGreaterThanOrEqualTo(less.transferable(id(body)).size());
        }
    }

    @Property
    void aDelegatorKeepsItsPower(
            @ForAll("schemes") RandomScheme scheme,
            @ForAll @IntRange(min = 0, max = 6) int delegator,
            @ForAll Basis basis) {
        var kept = scheme.links().stream().filter(link -> link.from() != delegator).toList();
        var body = id(BODIES.get(delegator));

        var delegating = authority(scheme, basis, 10).findingFor(body);
        var keeping = authority(scheme.with(kept), basis, 10).findingFor(body);

        assertThat(delegating.ownersCovered()).isEqualTo(keeping.ownersCovered());
        assertThat(delegating.cap()).isEqualTo(keeping.cap());
        assertThat(delegating.mayDecide()).isEqualTo(keeping.mayDecide());
    }

    @Property
    void aReservedMatterMattersOnlyAtTheTop(
            @ForAll("schemes") RandomScheme scheme, @ForAll Basis basis) {
        var reserved = new RandomScheme(scheme.standings(), scheme.deals(), scheme.links(), true);
        var nothingDelegated =
                new RandomScheme(scheme.standings(), scheme.deals(), List.of(), false);

        for (var body : BODIES) {
            assertThat(authority(reserved, basis, 10).findingFor(id(body)).ownersCovered())
                    .isEqualTo(
                            authority(nothingDelegated, basis, 10)
                                    .findingFor(id(body))
                                    .ownersCovered());
            assertThat(authority(reserved, basis, 10).transferable(id(body))).isEmpty();
        }
    }

    @Property
    void theCapForTwoOwnersIsNoMoreThanForEither(@ForAll("schemes") RandomScheme scheme) {
        var both = authority(scheme, Basis.POOLED, 10);

        for (var body : BODIES) {
            var finding = both.findingFor(id(body));
            if (finding.ownersCovered().size() == OWNERS.size()) {
                for (var owner : OWNERS) {
                    var question = RandomScheme.question(Basis.POOLED, 10, 0, List.of(owner));
                    var alone = new Authority(question, scheme.scheme()).findingFor(id(body));
                    assertThat(mostOf(finding.cap())).isLessThanOrEqualTo(mostOf(alone.cap()));
                }
            }
        }
    }

    @Property
    void lessMoneyIsNeverHarderToDecide(
            @ForAll("schemes") RandomScheme scheme,
            @ForAll @LongRange(min = 0, max = 60) long cheap,
            @ForAll @LongRange(min = 0, max = 60) long more) {
        for (var body : BODIES) {
            assertThat(authority(scheme, Basis.POOLED, cheap).findingFor(id(body)).ownersCovered())
                    .containsAll(
                            authority(scheme, Basis.POOLED, cheap + more)
                                    .findingFor(id(body))
                                    .ownersCovered());
        }
    }

    @Property
    void whatIsApprovedInPartsIsAsHardToDecideAsTheWhole(
            @ForAll("schemes") RandomScheme scheme,
            @ForAll @LongRange(min = 0, max = 60) long before,
            @ForAll @LongRange(min = 0, max = 60) long now) {
        var parts =
                new Authority(
                        RandomScheme.question(Basis.POOLED, now, before, OWNERS), scheme.scheme());
        var whole = authority(scheme, Basis.POOLED, before + now);

        for (var body : BODIES) {
            assertThat(parts.findingFor(id(body)).ownersCovered())
                    .isEqualTo(whole.findingFor(id(body)).ownersCovered());
        }
    }

    @Property
    void everyBodyIsEitherAHolderOrRefusedWithACode(
            @ForAll("schemes") RandomScheme scheme, @ForAll Basis basis) {
        var answer = authority(scheme, basis, 50).answer();

        var holders = new HashSet<>(answer.holders().stream().map(Answer.Held::bodyId).toList());
        var refused = Set.copyOf(answer.refused().stream().map(Answer.Refused::bodyId).toList());

        assertThat(holders).doesNotContainAnyElementsOf(refused);
        assertThat(holders.size() + refused.size()).isEqualTo(BODIES.size());
    }

    @Property
    void theLowestIsOneOfTheHolders(@ForAll("schemes") RandomScheme scheme, @ForAll Basis basis) {
        var answer = authority(scheme, basis, 30).answer();

        assertThat(answer.lowest() == null)
                .isEqualTo(answer.holders().stream().noneMatch(one -> one.owners().size() == 2));
        for (var lowest : answer.lowestByOwner()) {
            assertThat(answer.holders())
                    .anyMatch(
                            one ->
                                    lowest.bodyId().equals(one.bodyId())
                                            && one.owners().contains(lowest.owner()));
        }
    }

    @Property
    void theSameQuestionHasTheSameAnswerToTheByteInWhateverOrderTheSchemeIsRead(
            @ForAll("schemes") RandomScheme scheme,
            @ForAll Basis basis,
            @ForAll @LongRange(min = 0, max = 100) long pence,
            @ForAll long seed)
            throws JsonProcessingException {
        var question = RandomScheme.question(basis, pence, 5, OWNERS);

        assertThat(json(new Authority(question, scheme.shuffled(seed)).answer()))
                .isEqualTo(json(new Authority(question, scheme.scheme()).answer()));
    }

    private static String json(Answer answer) throws JsonProcessingException {
        return new ObjectMapper().findAndRegisterModules().writeValueAsString(answer);
    }

    private static long mostOf(@Nullable Pence cap) {
        return cap == null ? Long.MAX_VALUE : cap.value();
    }

    private static Authority authority(RandomScheme scheme, Basis basis, long pence) {
        return new Authority(RandomScheme.question(basis, pence, 0, OWNERS), scheme.scheme());
    }

    @Provide
    Arbitrary<RandomScheme> schemes() {
        return RandomScheme.any();
    }

    @Provide
    Arbitrary<RandomScheme.Link> link() {
        return RandomScheme.link();
    }
}
