package locality.budget.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.budget.agreement.Basis;
import locality.platform.money.Pence;
import locality.platform.refusal.AmountOutOfRange;
import locality.platform.refusal.Malformed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B1")
class PlanCsvTest {

    private static final String HEADER =
            "scheme,areaOfSpend,commissioner,providerType,fundingSource,kind,recurrent,ringFence,basis,plannedPence\n";
    private static final String CARERS =
            "Carers,Social care,E08000003,Local authority,CCG,REVENUE,true,,ALIGNED,500000000\n";
    private static final String GRANT =
            "Facilities grant,Housing,E08000003,Local"
                    + " authority,DFG,CAPITAL,yes,true,ALIGNED,296700000\n";

    @Test
    void readsEveryColumn() {
        var row = PlanCsv.read(HEADER + GRANT).rows().getFirst();

        assertThat(row.key().kind()).isEqualTo(CostKind.CAPITAL);
        assertThat(row.recurrent()).isTrue();
        assertThat(row.ringFence()).isEqualTo("DFG");
        assertThat(row.basis()).isEqualTo(Basis.ALIGNED);
        assertThat(row.planned()).isEqualTo(Pence.of(296_700_000));
    }

    @Test
    void acceptsATotalThatIsTheSum() {
        var plan = PlanCsv.read(HEADER + CARERS + GRANT + "TOTAL,,,,,,,,,796700000\n");

        assertThat(plan.rows()).hasSize(2);
        assertThat(total(plan)).isEqualTo(Pence.of(796_700_000));
    }

    @Test
    void refusesATotalThatIsNotTheSumAndSaysByHowMuch() {
        assertThatFault(
                () -> PlanCsv.read(HEADER + CARERS + GRANT + "TOTAL,,,,,,,,,796700100\n"),
                "line 4, plannedPence",
                "TOTAL says 796,700,100, the rows sum to 796,700,000: the difference is 100");
    }

    @Test
    void aBlankLineNeitherHidesAWrongTotalNorMovesTheLinesThatFollow() {
        assertThatFault(
                () -> PlanCsv.read(HEADER + CARERS + "\n" + GRANT + "TOTAL,,,,,,,,,796700100\n\n"),
                "line 5, plannedPence",
                "TOTAL says 796,700,100, the rows sum to 796,700,000: the difference is 100");
    }

    @Test
    void refusesATotalThatIsNotLast() {
        assertThatFault(
                () -> PlanCsv.read(HEADER + CARERS + "TOTAL,,,,,,,,,500000000\n" + GRANT),
                "line 3, scheme",
                "TOTAL is the last row, nothing follows it");
    }

    @Test
    void namesEveryBadCellByLineAndColumn() {
        var bad = CARERS.replace("ALIGNED", "SHARED") + GRANT.replace("296700000", "2.9m");

        assertThatThrownBy(() -> PlanCsv.read(HEADER + bad))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(String.valueOf(refused.operands().get("errors")))
                                        .contains("line 2, basis")
                                        .contains("line 3, plannedPence")
                                        .contains("\"2.9m\" is not a whole number"));
    }

    @Test
    void refusesTheSameLineTwice() {
        assertThatFault(
                () -> PlanCsv.read(HEADER + CARERS + CARERS),
                "line 3, scheme",
                "is the same line as line 2");
    }

    @Test
    @Tag("B8")
    void takesANegativeAmount() {
        var plan = PlanCsv.read(HEADER + CARERS.replace("500000000", "-14800000"));

        assertThat(total(plan)).isEqualTo(Pence.of(-14_800_000));
    }

    @Test
    void refusesRowsThatSumToMoreThanAnybodyHas() {
        var rows =
                IntStream.range(0, 9_300)
                        .mapToObj(i -> CARERS.replace("Carers", "Carers " + i))
                        .collect(Collectors.joining())
                        .replace(",500000000", ",1000000000000000");

        assertThatThrownBy(() -> total(PlanCsv.read(HEADER + rows)))
                .isInstanceOf(AmountOutOfRange.class);
        assertThatThrownBy(() -> PlanCsv.read(HEADER + rows + "TOTAL,,,,,,,,,1\n"))
                .isInstanceOf(AmountOutOfRange.class);
    }

    private static Pence total(PlanCsv plan) {
        return Pence.sum(plan.rows().stream().map(PlanRow::planned).toList());
    }

    private static void assertThatFault(ThrowingCallable read, String where, String message) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(refused.operands().get("errors"))
                                        .asInstanceOf(
                                                org.assertj.core.api.InstanceOfAssertFactories.LIST)
                                        .containsExactly(new Malformed.Fault(where, message)));
    }
}
