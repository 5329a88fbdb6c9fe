package locality.budget.virement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.budget.agreement.VirementScheme;
import locality.budget.agreement.VirementScheme.Tier;
import locality.budget.line.ALine;
import locality.budget.line.BudgetLine;
import locality.budget.virement.ChosenTier.Before;
import locality.budget.virement.ChosenTier.Direction;
import locality.budget.virement.ChosenTier.LineTotal;
import locality.platform.money.Pence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who may decide a virement: by its amount, and by what its lines gave or got in the year.
@Tag("B14")
class ChosenTierTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final Tier MANAGERS =
            new Tier(Pence.of(100), Pence.of(250), VirementScheme.FUND_MANAGER);
    private static final SchemeInForce SCHEME =
            new SchemeInForce(
                    new VirementScheme(
                            List.of(
                                    MANAGERS,
                                    new Tier(Pence.of(500), Pence.of(1_000), "virement-board"),
                                    new Tier(null, null, "virement-cabinet"))),
                    "E08000003");

    private final BudgetLine from = ALine.called("L01", 10_000).build();
    private final BudgetLine to = ALine.called("L02", 10_000).build();

    @Test
    void isTheFundManagersUpToTheLimitAndABodysAPennyAbove() {
        assertThat(chosen(100, nothing()).decider()).isEqualTo(VirementDecider.FUND_MANAGER);
        assertThat(chosen(101, nothing()).decider()).isEqualTo(VirementDecider.BODY);
        assertThat(chosen(101, nothing()).functions())
                .containsExactly("virement-board", "virement-cabinet");
        assertThat(chosen(501, nothing()).functions()).containsExactly("virement-cabinet");
    }

    @Test
    void isChosenByWhatALineGaveInTheYearSoThatNobodySplitsAVirement() {
        var gave = new Before(Map.of(from.id(), Pence.of(151)), Map.of());

        var chosen = chosen(100, gave);

        assertThat(chosen.decider()).isEqualTo(VirementDecider.BODY);
        assertThat(chosen.inTheYearPence()).isEqualTo(Pence.of(251));
        assertThat(chosen.lines())
                .containsExactly(
                        new LineTotal(
                                "L01",
                                Direction.GIVEN,
                                Pence.of(151),
                                Pence.of(100),
                                Pence.of(251)),
                        new LineTotal(
                                "L02", Direction.GOT, Pence.ZERO, Pence.of(100), Pence.of(100)));
    }

    @Test
    void countsWhatALineGaveAndWhatItGotApart() {
        var theOtherWay =
                new Before(Map.of(to.id(), Pence.of(250)), Map.of(from.id(), Pence.of(250)));
        var sameWay = new Before(Map.of(), Map.of(to.id(), Pence.of(250)));

        assertThat(chosen(100, theOtherWay).decider()).isEqualTo(VirementDecider.FUND_MANAGER);
        assertThat(chosen(1, sameWay).decider()).isEqualTo(VirementDecider.BODY);
    }

    @Test
    void needsADecisionInTheFundsFunctionWhereThereIsNoScheme() {
        var chosen = ChosenTier.withoutAScheme("bcf-investment-wave-one", moves(1), nothing());

        assertThat(chosen.decider()).isEqualTo(VirementDecider.BODY);
        assertThat(chosen.functions()).containsExactly("bcf-investment-wave-one");
        assertThat(chosen.isDecidedByOfficersOf("E08000003")).isFalse();
    }

    @Test
    void isForTheOfficersOfTheOrganisationThatEmploysTheManager() {
        assertThat(chosen(100, nothing()).isDecidedByOfficersOf("E08000003")).isTrue();
        assertThat(chosen(100, nothing()).isDecidedByOfficersOf("00W")).isFalse();
        assertThat(chosen(101, nothing()).isDecidedByOfficersOf("E08000003")).isFalse();
    }

    @Test
    void isDecidedInTheFundsFunctionWhereTheManagerDecidesAllAndOthersAsk() {
        var all = new VirementScheme(List.of(new Tier(null, null, VirementScheme.FUND_MANAGER)));

        var chosen =
                ChosenTier.of(
                        new SchemeInForce(all, "E08000003"),
                        "bcf-investment-wave-one",
                        moves(9_000),
                        nothing());

        assertThat(chosen.decider()).isEqualTo(VirementDecider.FUND_MANAGER);
        assertThat(chosen.functions()).containsExactly("bcf-investment-wave-one");
    }

    private ChosenTier chosen(long pence, Before before) {
        return ChosenTier.of(SCHEME, "bcf-investment-wave-one", moves(pence), before);
    }

    private Moves moves(long pence) {
        return Moves.of(
                List.of(
                        new Move(from.id(), "L01", Pence.of(-pence)),
                        new Move(to.id(), "L02", Pence.of(pence))),
                List.of(from, to),
                MAY);
    }

    private static Before nothing() {
        return new Before(Map.of(), Map.of());
    }
}
