package locality.budget.commitment;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import locality.platform.money.Pence;

/// What a commitment holds at the end of each day on which that changes, as the ledger has it.
record HeldByDay(NavigableMap<LocalDate, Pence> held) {

    /// @param moved what came to be held on a day, less than nothing where it was paid or freed
    static HeldByDay of(NavigableMap<LocalDate, Pence> moved) {
        var held = new TreeMap<LocalDate, Pence>();
        var sum = Pence.ZERO;
        for (var movement : moved.entrySet()) {
            sum = sum.plus(movement.getValue());
            held.put(movement.getKey(), sum);
        }
        return new HeldByDay(held);
    }

    /// The least that is held at the end of this day and of every later one: so much may leave it
    /// on that day, and no day after is left with less than nothing.
    Pence leastFrom(LocalDate day) {
        var then = held.floorEntry(day);
        var least = then == null ? Pence.ZERO : then.getValue();
        for (var later : held.tailMap(day, false).values()) {
            least = least.exceeds(later) ? later : least;
        }
        return least;
    }
}
