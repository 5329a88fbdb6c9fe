package locality.governance.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Where each box of the drawing stands. A tidy tree from left to right: what is equally far from
/// its root stands in one column, a box stands in the middle of those that hang from it, and
/// branches are as close as their boxes allow, wherever they lie in them (after Reingold and
/// Tilford, 1981).
final class Layout {

    static final int GUTTER = 96;
    private static final int GAP = 18;

    /// In pixels, from the upper left corner of the drawing.
    record Box(int column, int x, int y, int width, int height) {

        int right() {
            return x + width;
        }

        int middle() {
            return y + height / 2;
        }
    }

    private final Map<UUID, Box> boxes = new HashMap<>();
    private final List<Integer> columns = new ArrayList<>();

    private int height;

    /// @param x where the first column begins
    /// @param y where the uppermost box begins
    Layout(List<Branch> roots, int x, int y) {
        roots.forEach(root -> widen(root, 0));
        var forest = below(roots);
        int top = forest.outline.tops.stream().mapToInt(Integer::intValue).min().orElse(0);
        height = y;
        forest.branches.forEach(placed -> settle(placed, 0, x, y - top));
    }

    Box box(UUID body) {
        return Objects.requireNonNull(boxes.get(body));
    }

    /// Where the last column ends.
    int right() {
        return boxes.values().stream().mapToInt(Box::right).max().orElse(0);
    }

    /// Where the lowest box ends.
    int bottom() {
        return height;
    }

    private void widen(Branch branch, int column) {
        if (columns.size() == column) {
            columns.add(0);
        }
        columns.set(column, Math.max(columns.get(column), branch.card.width()));
        branch.below().forEach(below -> widen(below, column + 1));
    }

    /// How far a branch reaches up and down in each column, from its own on.
    private record Outline(List<Integer> tops, List<Integer> bottoms) {

        static Outline empty() {
            return new Outline(new ArrayList<>(), new ArrayList<>());
        }

        /// How far another has to be moved down to stand below this one.
        int roomFor(Outline next) {
            int down = 0;
            for (int i = 0; i < Math.min(bottoms.size(), next.tops.size()); i++) {
                down = Math.max(down, bottoms.get(i) + GAP - next.tops.get(i));
            }
            return down;
        }

        void add(Outline next, int down) {
            for (int i = 0; i < next.tops.size(); i++) {
                if (i == tops.size()) {
                    tops.add(next.tops.get(i) + down);
                    bottoms.add(next.bottoms.get(i) + down);
                } else {
                    tops.set(i, Math.min(tops.get(i), next.tops.get(i) + down));
                    bottoms.set(i, Math.max(bottoms.get(i), next.bottoms.get(i) + down));
                }
            }
        }

        Outline behind(int top, int bottom) {
            var tops = new ArrayList<>(List.of(top));
            tops.addAll(this.tops);
            var bottoms = new ArrayList<>(List.of(bottom));
            bottoms.addAll(this.bottoms);
            return new Outline(tops, bottoms);
        }
    }

    /// A branch whose boxes stand right to each other, and how far down it is from its own origin.
    private record Placed(Branch branch, int top, Forest below, Outline outline, int down) {

        Placed movedDown(int by) {
            return new Placed(branch, top, below, outline, by);
        }

        int middle() {
            return down + top + branch.card.height() / 2;
        }
    }

    private record Forest(List<Placed> branches, Outline outline) {}

    private Forest below(List<Branch> branches) {
        var outline = Outline.empty();
        var placed = new ArrayList<Placed>();
        for (var branch : branches) {
            var next = place(branch);
            int down = placed.isEmpty() ? 0 : outline.roomFor(next.outline);
            outline.add(next.outline, down);
            placed.add(next.movedDown(down));
        }
        return new Forest(placed, outline);
    }

    private Placed place(Branch branch) {
        var below = below(branch.below());
        int tall = branch.card.height();
        int middle =
                below.branches.isEmpty()
                        ? tall / 2
                        : (below.branches.getFirst().middle() + below.branches.getLast().middle())
                                / 2;
        int top = middle - tall / 2;
        return new Placed(branch, top, below, below.outline.behind(top, top + tall), 0);
    }

    private void settle(Placed placed, int column, int x, int y) {
        int origin = y + placed.down;
        var card = placed.branch.card;
        var box = new Box(column, x, origin + placed.top, columns.get(column), card.height());
        boxes.put(placed.branch.body, box);
        height = Math.max(height, box.y + box.height);
        placed.below.branches.forEach(
                below -> settle(below, column + 1, x + columns.get(column) + GUTTER, origin));
    }
}
