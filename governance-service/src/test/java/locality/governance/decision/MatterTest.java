package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.validity.DecisionType;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatterTest {

    @Test
    void anApprovalSaysWhichFunctionItExercisesAndWhoseItIs() {
        assertThatThrownBy(() -> matter(DecisionType.APPROVE, null, List.of()))
                .isInstanceOf(DecisionRefusal.Unfounded.class);
        assertThatThrownBy(() -> matter(DecisionType.APPROVE, "commissioning", List.of()))
                .isInstanceOf(DecisionRefusal.Unfounded.class);
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

    private static Matter matter(DecisionType type, @Nullable String function, List<Owner> owners) {
        return new Matter(
                type, Locality.MANCHESTER, function, null, Basis.ALIGNED, owners, null, null, null);
    }
}
