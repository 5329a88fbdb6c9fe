package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.validity.DecisionType;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatterTest {

    @Test
    void anApprovalSaysWhichFunctionItExercisesAndWhoseItIs() {
        assertThatThrownBy(() -> matter(DecisionType.APPROVE, null, List.of()))
                .isInstanceOf(MatterRefusal.Unfounded.class);
        assertThatThrownBy(() -> matter(DecisionType.APPROVE, "commissioning", List.of()))
                .isInstanceOf(MatterRefusal.Unfounded.class);
        assertThatCode(
                        () ->
                                matter(
                                        DecisionType.APPROVE,
                                        "commissioning",
                                        List.of(new Owner("00W", null))))
                .doesNotThrowAnyException();
    }

    @Test
    void aPaperIsNotedWithoutEither() {
        assertThatCode(() -> matter(DecisionType.NOTE, null, List.of())).doesNotThrowAnyException();
    }

    @Test
    void aPennyShareDoesNotApproveMillions() {
        assertThatThrownBy(() -> costing(400_000_000, new Owner("00W", Pence.of(1))))
                .isInstanceOfSatisfying(
                        MatterRefusal.SharesDiffer.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("valuePence", Pence.of(400_000_000))
                                        .containsEntry("sharesPence", Pence.of(1)));
    }

    @Test
    void alignedSharesAreGivenForEveryOwnerOrForNoneAndMakeUpTheValue() {
        assertThatCode(
                        () ->
                                costing(
                                        100,
                                        new Owner("A", Pence.of(40)),
                                        new Owner("B", Pence.of(60))))
                .doesNotThrowAnyException();
        assertThatCode(() -> costing(100, new Owner("A", null), new Owner("B", null)))
                .doesNotThrowAnyException();
        assertDiffer(new Owner("A", Pence.of(40)), new Owner("B", null));
        assertDiffer(new Owner("A", Pence.of(40)), new Owner("B", Pence.of(61)));
        assertDiffer(new Owner("A", Pence.of(-1)), new Owner("B", Pence.of(101)));
    }

    @Test
    void onlyADecisionIsRatified() {
        assertThatThrownBy(
                        () ->
                                new Proposal(
                                                DecisionType.RATIFY,
                                                null,
                                                "commissioning",
                                                null,
                                                null,
                                                List.of(new Owner("00W", null)),
                                                "service",
                                                "one",
                                                null)
                                        .at(Locality.MANCHESTER))
                .isInstanceOfSatisfying(
                        MatterRefusal.RatifiesNothing.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("subjectType", "service")
                                        .containsEntry("subject", "one"));
    }

    @Test
    void anOwnerIsNamedOnce() {
        assertThatThrownBy(
                        () ->
                                costing(
                                        100,
                                        new Owner("A", Pence.of(40)),
                                        new Owner("A", Pence.of(60))))
                .isInstanceOfSatisfying(
                        MatterRefusal.OwnerNamedTwice.class,
                        refused ->
                                assertThat(refused.operands()).containsEntry("organisation", "A"));
    }

    private static void assertDiffer(Owner... owners) {
        assertThatThrownBy(() -> costing(100, owners))
                .isInstanceOf(MatterRefusal.SharesDiffer.class);
    }

    private static Matter costing(long pence, Owner... owners) {
        var matter =
                new Matter(
                        DecisionType.APPROVE,
                        Locality.MANCHESTER,
                        "commissioning",
                        Pence.of(pence),
                        Basis.ALIGNED,
                        List.of(owners),
                        null,
                        null,
                        null,
                        null);
        return matter.requireComplete();
    }

    private static Matter matter(DecisionType type, @Nullable String function, List<Owner> owners) {
        var matter =
                new Matter(
                        type,
                        Locality.MANCHESTER,
                        function,
                        null,
                        Basis.ALIGNED,
                        owners,
                        null,
                        null,
                        null,
                        null);
        return matter.requireComplete();
    }
}
