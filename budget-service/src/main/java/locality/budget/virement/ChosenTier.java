package locality.budget.virement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who may decide a virement, and by which figures that was chosen: by its amount, and by what each
/// of its lines gave, or got, in the year together with it. So a virement is not split to stay
/// below a tier.
///
/// @param managersEmployer whose officers may decide it at once; null unless the fund manager may
/// @param functions in which a body may decide, the lowest first
@Schema(name = "ChosenVirementTier")
record ChosenTier(
        VirementDecider decider,
        @Schema(
                        description =
                                "The organisation that employs the fund manager, whose officers"
                                        + " may decide it at once; none where a body decides")
                @Nullable String managersEmployer,
        @Schema(description = "The most of one virement in this tier; none without a limit")
                @Nullable Pence upToPence,
        @Schema(
                        description =
                                "The most that a line gives, or gets, in the year in this tier;"
                                        + " none without a limit")
                @Nullable Pence yearUpToPence,
        @Schema(description = "In which a body may decide it, the lowest first")
                List<String> functions,
        Pence amountPence,
        @Schema(description = "The most that one of its lines gave, or got, in the year with it")
                Pence inTheYearPence,
        List<LineTotal> lines) {

    /// What a line gave or got in the year. What waits for a decision counts too.
    @Schema(name = "VirementLineTotal")
    record LineTotal(
            String line,
            @Schema(description = "Given and got are counted apart") Direction direction,
            Pence beforePence,
            Pence amountPence,
            Pence totalPence) {}

    @Schema(name = "VirementDirection")
    enum Direction {
        GIVEN,
        GOT
    }

    /// What lines gave and got in the year before, by their ids.
    record Before(Map<UUID, Pence> given, Map<UUID, Pence> got) {}

    /// Who decides where no scheme was set: a body.
    ///
    /// @param function in which it decides
    static ChosenTier withoutAScheme(String function, Moves moves, Before before) {
        var totals = totals(moves, before);
        return new ChosenTier(
                VirementDecider.BODY,
                null,
                null,
                null,
                List.of(function),
                moves.amount(),
                most(totals),
                totals);
    }

    /// @param otherwise the function in which a body decides where the scheme names none
    static ChosenTier of(SchemeInForce inForce, String otherwise, Moves moves, Before before) {
        var totals = totals(moves, before);
        var amount = moves.amount();
        var inTheYear = most(totals);
        var tier = inForce.scheme().tierFor(amount, inTheYear);
        var functions = inForce.scheme().functionsFor(amount, inTheYear);
        return new ChosenTier(
                tier.asksTheManager() ? VirementDecider.FUND_MANAGER : VirementDecider.BODY,
                tier.asksTheManager() ? inForce.managersEmployer() : null,
                tier.upToPence(),
                tier.yearUpToPence(),
                functions.isEmpty() ? List.of(otherwise) : functions,
                amount,
                inTheYear,
                totals);
    }

    /// Whether officers of this organisation may decide it: it employs the fund manager, and the
    /// fund manager may.
    boolean isDecidedByOfficersOf(String organisation) {
        return decider == VirementDecider.FUND_MANAGER && organisation.equals(managersEmployer);
    }

    private static List<LineTotal> totals(Moves moves, Before before) {
        return moves.all().stream().map(move -> total(move, before)).toList();
    }

    private static Pence most(List<LineTotal> totals) {
        return totals.stream().map(LineTotal::totalPence).max(Pence::compareTo).orElseThrow();
    }

    private static LineTotal total(Move move, Before before) {
        var direction = move.gives() ? Direction.GIVEN : Direction.GOT;
        var earlier =
                (move.gives() ? before.given : before.got).getOrDefault(move.lineId(), Pence.ZERO);
        return new LineTotal(
                move.line(), direction, earlier, move.size(), earlier.plus(move.size()));
    }
}
