package locality.budget.virement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import locality.budget.agreement.Basis;
import locality.budget.fund.AnApprovedFund;
import locality.budget.line.ALine;
import locality.budget.line.BudgetLine;
import locality.budget.line.LineRefusal;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What may move between which lines, whoever decides it.
@Tag("B14")
class MovesTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final LocalDate OCTOBER = LocalDate.of(2014, 10, 1);

    private final BudgetLine carers = ALine.called("L01", 500).build();
    private final BudgetLine transfer = ALine.called("L02", 1_000).build();

    @Test
    void sumsToZero() {
        refuses(
                () -> Moves.requireZeroSum(List.of(move(carers, 60), move(transfer, -50))),
                "VIREMENT_DOES_NOT_SUM",
                Map.of(
                        "gotPence", Pence.of(60),
                        "givenPence", Pence.of(50),
                        "differencePence", Pence.of(10)));
    }

    @Test
    void namesALineOnceAndWithSomething() {
        refuses(
                () -> Moves.requireZeroSum(List.of(move(carers, 0), move(transfer, 0))),
                "MOVES_NOTHING",
                Map.of("line", "L01"));
        refuses(
                () ->
                        Moves.requireZeroSum(
                                List.of(move(carers, 10), move(carers, -10), move(transfer, 5))),
                "LINE_NAMED_TWICE",
                Map.of("line", "L01"));
    }

    @Test
    void movesBetweenLinesOfOneKindRingFenceBasisAndPartner() {
        var moves = moves(move(transfer, -50), move(carers, 50), transfer, carers);

        moves.requireLawful(AnApprovedFund.build());
        moves.requireRoom();
        moves.make();

        assertThat(transfer.current()).isEqualTo(Pence.of(950));
        assertThat(carers.current()).isEqualTo(Pence.of(550));
        assertThat(carers.planned()).isEqualTo(Pence.of(500));
        assertThat(moves.amount()).isEqualTo(Pence.of(50));
        assertThat(moves.owners()).isEqualTo(Map.of("E08000003", Pence.of(50)));
    }

    @Test
    void makesNoCapitalOfRevenueNorRevenueOfCapital() {
        var works = ALine.called("L03", 300).capital().build();

        refuses(
                () -> lawful(move(carers, -50), move(works, 50), carers, works),
                "CAPITAL_AND_REVENUE",
                Map.of("capitalPence", Pence.of(50), "revenuePence", Pence.of(-50)));
        refuses(
                () -> lawful(move(works, -50), move(carers, 50), carers, works),
                "CAPITAL_AND_REVENUE",
                Map.of("capitalPence", Pence.of(-50), "revenuePence", Pence.of(50)));
    }

    @Test
    void movesCapitalAndRevenueSideBySide() {
        var works = ALine.called("L03", 300).capital().build();
        var grants = ALine.called("L04", 300).capital().build();

        Moves.of(
                        List.of(
                                move(works, -50),
                                move(grants, 50),
                                move(carers, -20),
                                move(transfer, 20)),
                        List.of(works, grants, carers, transfer),
                        MAY)
                .requireLawful(AnApprovedFund.build());
    }

    @Test
    void leavesNoRingFenceAndMayComeIntoOne() {
        var grant = ALine.called("L03", 300).behind("DFG").build();
        var other = ALine.called("L04", 300).behind("Care Bill").build();

        refuses(
                () -> lawful(move(grant, -50), move(carers, 50), grant, carers),
                "LEAVES_RING_FENCE",
                Map.of("ringFence", "DFG", "leavesPence", Pence.of(50)));
        refuses(
                () -> lawful(move(grant, -50), move(other, 50), grant, other),
                "LEAVES_RING_FENCE",
                Map.of("ringFence", "DFG", "leavesPence", Pence.of(50)));
        lawful(move(carers, -50), move(grant, 50), grant, carers);
    }

    @Test
    void crossesNoBasis() {
        var pooled = ALine.called("L03", 300).on(Basis.POOLED).build();

        refuses(
                () -> lawful(move(pooled, -50), move(carers, 50), pooled, carers),
                "CROSSES_BASIS",
                Map.of(
                        "byBasis",
                        Map.of(Basis.POOLED, Pence.of(-50), Basis.ALIGNED, Pence.of(50))));
    }

    @Test
    void goesByTheBasisOfTheDayOnWhichItMoves() {
        var later = ALine.called("L03", 300).from(OCTOBER, Basis.SHADOW).build();
        var both = List.of(move(later, -50), move(carers, 50));
        var lines = List.of(later, carers);
        var dayBefore = Moves.of(both, lines, OCTOBER.minusDays(1));
        var dayOf = Moves.of(both, lines, OCTOBER);

        dayBefore.requireLawful(AnApprovedFund.build());
        assertThat(dayBefore.basis()).isEqualTo(Basis.ALIGNED);
        refuses(
                () -> dayOf.requireLawful(AnApprovedFund.build()),
                "CROSSES_BASIS",
                Map.of(
                        "byBasis",
                        Map.of(Basis.SHADOW, Pence.of(-50), Basis.ALIGNED, Pence.of(50))));
    }

    @Test
    void movesNoMoneyThatIsOnlyInViewThatDay() {
        var leaving = ALine.called("L03", 300).from(OCTOBER, Basis.IN_VIEW).build();
        var leavingToo = ALine.called("L04", 300).from(OCTOBER, Basis.IN_VIEW).build();
        var both = List.of(move(leaving, -50), move(leavingToo, 50));
        var lines = List.of(leaving, leavingToo);

        Moves.of(both, lines, MAY).requireLawful(AnApprovedFund.build());
        assertThatThrownBy(
                        () -> Moves.of(both, lines, OCTOBER).requireLawful(AnApprovedFund.build()))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("ONLY_IN_VIEW");
    }

    @Test
    void movesBetweenPartnersOnlyWhatIsPooled() {
        var ccg = ALine.called("L03", 300).of("00W").build();
        refuses(
                () -> lawful(move(ccg, -50), move(carers, 50), ccg, carers),
                "BETWEEN_PARTNERS",
                Map.of("byCommissioner", Map.of("00W", Pence.of(-50), "E08000003", Pence.of(50))));

        var pooledOfCcg = ALine.called("L04", 300).of("00W").on(Basis.POOLED).build();
        var pooledOfCouncil = ALine.called("L05", 300).on(Basis.POOLED).build();
        lawful(move(pooledOfCcg, -50), move(pooledOfCouncil, 50), pooledOfCcg, pooledOfCouncil);
    }

    @Test
    void movesOnlyWhatAnApprovedPlanHolds() {
        var planned = ALine.called("L03", 300).changedInPlan(2).build();

        refuses(
                () -> lawful(move(carers, -50), move(planned, 50), carers, planned),
                "PLAN_NOT_APPROVED",
                Map.of("line", "L03"));
    }

    @Test
    void givesNoMoreThanIsAvailable() {
        carers.commit(Pence.of(460));
        var moves = moves(move(carers, -41), move(transfer, 41), carers, transfer);

        assertThatThrownBy(moves::requireRoom)
                .isInstanceOf(LineRefusal.class)
                .hasMessage(
                        "41 is more than is available on L01: available 40 = current 500 -"
                                + " requested 0 - committed 460 - spent 0");
        assertThatThrownBy(moves::make).isInstanceOf(LineRefusal.class);
        assertThat(carers.current()).isEqualTo(Pence.of(500));
    }

    @Test
    void movesNothingToOrFromALinePlannedAsASaving() {
        var saving = ALine.called("L03", -148).build();

        refuses(
                () -> moves(move(carers, -50), move(saving, 50), carers, saving).requireRoom(),
                "PLANNED_AS_A_SAVING",
                Map.of("line", "L03", "currentPence", Pence.of(-148)));
    }

    @Test
    void setsAsideWhatIsAskedForAndFreesItAgain() {
        var moves = moves(move(carers, -50), move(transfer, 50), carers, transfer);

        moves.request();
        assertThat(carers.available()).isEqualTo(Pence.of(450));
        assertThat(transfer.available()).isEqualTo(Pence.of(1_000));
        moves.drop();
        assertThat(carers.available()).isEqualTo(Pence.of(500));

        moves.request();
        moves.makeRequested();
        assertThat(carers.available()).isEqualTo(Pence.of(450));
        assertThat(carers.current()).isEqualTo(Pence.of(450));
        assertThat(transfer.available()).isEqualTo(Pence.of(1_050));
    }

    private static void lawful(Move one, Move other, BudgetLine... lines) {
        moves(one, other, lines).requireLawful(AnApprovedFund.build());
    }

    private static Moves moves(Move one, Move other, BudgetLine... lines) {
        return Moves.of(List.of(one, other), Arrays.asList(lines), MAY);
    }

    private static Move move(BudgetLine line, long pence) {
        return new Move(line.id(), line.reference(), Pence.of(pence));
    }

    private static void refuses(Runnable asked, String code, Map<String, ?> operands) {
        assertThatThrownBy(asked::run)
                .asInstanceOf(type(Refusal.class))
                .satisfies(
                        refused -> {
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(refused.operands()).isEqualTo(operands);
                        });
    }
}
