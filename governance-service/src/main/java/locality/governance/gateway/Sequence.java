package locality.governance.gateway;

import java.util.List;
import java.util.TreeMap;

/// The gateways of a contract, one after the other: each is numbered after the one before, and
/// begins the day after it ends. So no two overlap, and nothing lies between them.
final class Sequence {

    private final String contract;
    private final TreeMap<Integer, Block> blocks = new TreeMap<>();
    private final TreeMap<Integer, String> references = new TreeMap<>();

    Sequence(String contract, List<Gateway> gateways) {
        this.contract = contract;
        for (var gateway : gateways) {
            add(gateway.block(), gateway.reference);
        }
    }

    /// The number after the last; 1 when there is none.
    int next() {
        return blocks.isEmpty() ? 1 : blocks.lastKey() + 1;
    }

    /// @throws BlockRefusal if the block overlaps another, leaves a hole, or has a number that is
    ///   taken or not the next on either side
    void place(Block block, String reference) {
        int number = block.number();
        var taken = references.get(number);
        if (taken != null) {
            throw new BlockRefusal.NumberTaken(contract, number, taken);
        }
        var before = blocks.get(number - 1);
        var after = blocks.get(number + 1);
        if (before == null && after == null && !blocks.isEmpty()) {
            throw new BlockRefusal.OutOfSequence(
                    contract, number, blocks.firstKey(), blocks.lastKey());
        }
        if (before != null) {
            requireAdjacent(before, block);
        }
        if (after != null) {
            requireAdjacent(block, after);
        }
        add(block, reference);
    }

    private void add(Block block, String reference) {
        blocks.put(block.number(), block);
        references.put(block.number(), reference);
    }

    private static void requireAdjacent(Block earlier, Block later) {
        if (!earlier.endsOn().plusDays(1).equals(later.beginsOn())) {
            throw new BlockRefusal.NotAdjacent(
                    earlier.number(), earlier.endsOn(), later.number(), later.beginsOn());
        }
    }
}
