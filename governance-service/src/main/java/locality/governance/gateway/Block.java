package locality.governance.gateway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The time a gateway is about: gateways are described in blocks of six months (*Twelve Month
/// Review*, 3.1.1), and a transaction in weeks from its launch (*Manchester Locality Plan*, 3.5).
///
/// @param number of the gateway, counted from 1 within its contract
/// @param endsOn its last day
/// @param formula how its last day was computed, null when it was stated
record Block(int number, LocalDate beginsOn, LocalDate endsOn, @Nullable String formula) {

    static final int MONTHS = 6;
    static final int MOST_MONTHS = 60;
    static final int MOST_WEEKS = 260;
    private static final int MOST_IN_A_SERIES = 100;

    static Block stated(int number, LocalDate beginsOn, LocalDate endsOn) {
        if (endsOn.isBefore(beginsOn)) {
            throw new BlockRefusal.EndsBeforeItBegins(number, beginsOn, endsOn);
        }
        return new Block(number, beginsOn, endsOn, null);
    }

    static Block ofMonths(int number, LocalDate beginsOn, int months) {
        return nth(number, beginsOn, 0, months);
    }

    /// A transaction is complete so many weeks after it was launched.
    static Block ofWeeks(int number, LocalDate launch, int weeks) {
        var end = launch.plusWeeks(weeks);
        return new Block(
                number, launch, end, "launch on %s + %d weeks = %s".formatted(launch, weeks, end));
    }

    /// Blocks that follow one another from a first day to a last, without overlap or hole. Each
    /// begins a whole number of blocks after the first, so that one from 31 August does not drift.
    ///
    /// @param number of the first
    /// @throws BlockRefusal unless the last day ends a block, or for more than a hundred of them
    static List<Block> series(int number, LocalDate first, LocalDate last, int months) {
        var blocks = new ArrayList<Block>();
        while (blocks.isEmpty() || blocks.getLast().endsOn.isBefore(last)) {
            if (blocks.size() == MOST_IN_A_SERIES) {
                throw new BlockRefusal.TooManyBlocks(first, last, months, MOST_IN_A_SERIES);
            }
            blocks.add(nth(number + blocks.size(), first, blocks.size(), months));
        }
        var end = blocks.getLast();
        if (!end.endsOn.equals(last)) {
            throw new BlockRefusal.EndsWithinABlock(last, end);
        }
        return blocks;
    }

    private static Block nth(int number, LocalDate first, int before, int months) {
        var begins = first.plusMonths((long) before * months);
        var end = first.plusMonths((before + 1L) * months).minusDays(1);
        return new Block(
                number, begins, end, "%d months from %s end on %s".formatted(months, begins, end));
    }
}
