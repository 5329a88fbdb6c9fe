package locality.budget.commitment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.budget.agreement.Basis;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whose money a line has is not for who asks to say.
@Tag("B17")
class LineMoneyTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final String CENTRAL = "00W";
    private static final String COUNCIL = "E08000003";

    @ParameterizedTest
    @EnumSource(value = Basis.class, names = "POOLED", mode = EnumSource.Mode.EXCLUDE)
    void isTheCommissionersUnlessItIsPooled(Basis basis) {
        var money = money(basis, COUNCIL);

        assertThatCode(() -> money.requireOwners(List.of(CENTRAL))).doesNotThrowAnyException();
        assertThatThrownBy(() -> money.requireOwners(List.of(CENTRAL, COUNCIL)))
                .asInstanceOf(type(CommitmentRefusal.OwnerNotCommissioner.class))
                .extracting(Refusal::code, Refusal::operands)
                .containsExactly(
                        "OWNER_NOT_COMMISSIONER",
                        Map.of(
                                "line", "MCR-L06",
                                "basis", basis,
                                "effectiveOn", MAY,
                                "commissioner", CENTRAL,
                                "organisation", COUNCIL));
    }

    @Test
    void isTheirsWhoContributeWhileItIsPooled() {
        var money = money(Basis.POOLED, COUNCIL, "01N");

        assertThatCode(() -> money.requireOwners(List.of("01N", COUNCIL)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> money.requireOwners(List.of(CENTRAL)))
                .asInstanceOf(type(CommitmentRefusal.OwnerContributesNothing.class))
                .extracting(Refusal::code, Refusal::operands)
                .containsExactly(
                        "OWNER_CONTRIBUTES_NOTHING",
                        Map.of(
                                "line",
                                "MCR-L06",
                                "effectiveOn",
                                MAY,
                                "contributing",
                                List.of("01N", COUNCIL),
                                "organisation",
                                CENTRAL));
    }

    @Test
    void isNobodysWhileItIsPooledAndNobodyContributes() {
        assertThatThrownBy(() -> money(Basis.POOLED).requireOwners(List.of(CENTRAL)))
                .hasMessageContaining("theirs who contribute, nobody yet, not that of 00W");
    }

    private static LineMoney money(Basis basis, String... contributing) {
        return new LineMoney("MCR-L06", CENTRAL, basis, MAY, Set.of(contributing));
    }
}
