package locality.reporting.spc;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Finds the special causes of one segment. Every rule is one pass over the values.
final class SpecialCauses {

    private static final int RUN = 7;

    private final List<BigDecimal> values;
    private final int n;
    private final int[] side;
    private final boolean[] outside;
    private final boolean[] near;

    private SpecialCauses(List<BigDecimal> values, Limits limits) {
        this.values = values;
        n = values.size();
        side = values.stream().mapToInt(limits::side).toArray();
        outside = test(i -> limits.excludes(values.get(i)));
        near = test(i -> limits.areNear(values.get(i)));
    }

    /// One for each value, in order. Without limits nothing is flagged.
    static List<SpecialCause> of(List<BigDecimal> values, Limits limits) {
        return limits.exist()
                ? new SpecialCauses(values, limits).find()
                : values.stream().map(value -> SpecialCause.NONE).toList();
    }

    private List<SpecialCause> find() {
        var trend = trends();
        var shift = runs(side, RUN);
        var causes = new SpecialCause[n];
        for (int i = 0; i < n; i++) {
            causes[i] =
                    outside[i]
                            ? SpecialCause.outside(side[i])
                            : trend[i] != 0
                                    ? SpecialCause.trend(trend[i])
                                    : isOneOfTwoInThree(i)
                                            ? SpecialCause.twoInThree(side[i])
                                            : shift[i]
                                                    ? SpecialCause.shift(side[i])
                                                    : SpecialCause.NONE;
        }
        return List.of(causes);
    }

    /// For each point the direction of the trend it is in, 0 for none. Where one trend ends and
    /// another begins, the step to the next point decides; a level step decides nothing.
    private int[] trends() {
        var step = new int[n];
        for (int i = 1; i < n; i++) {
            step[i] = values.get(i).compareTo(values.get(i - 1));
        }
        var longRun = runs(step, RUN - 1);
        IntPredicate inTrend = i -> i < n && (longRun[i] || i + 1 < n && longRun[i + 1]);
        var direction = new int[n];
        for (int i = 0; i < n; i++) {
            if (inTrend.test(i)) {
                boolean asNext = inTrend.test(i + 1) && step[i + 1] != 0;
                direction[i] = asNext ? step[i + 1] : step[i];
            }
        }
        return direction;
    }

    /// Marks every member of an unbroken run of one non-zero sign, of at least that length.
    private static boolean[] runs(int[] signs, int atLeast) {
        var marked = new boolean[signs.length];
        for (int from = 0, to; from < signs.length; from = to) {
            to = from + 1;
            while (to < signs.length && signs[to] == signs[from]) {
                to++;
            }
            if (signs[from] != 0 && to - from >= atLeast) {
                Arrays.fill(marked, from, to, true);
            }
        }
        return marked;
    }

    private boolean isOneOfTwoInThree(int i) {
        return near[i] && (twoNearFrom(i - 2) || twoNearFrom(i - 1) || twoNearFrom(i));
    }

    private boolean twoNearFrom(int first) {
        if (first < 0 || first + 2 >= n) {
            return false;
        }
        int howMany = 0;
        for (int i = first; i <= first + 2; i++) {
            howMany += near[i] ? 1 : 0;
        }
        return howMany >= 2 && Math.abs(side[first] + side[first + 1] + side[first + 2]) == 3;
    }

    private boolean[] test(IntPredicate rule) {
        var answers = new boolean[n];
        for (int i = 0; i < n; i++) {
            answers[i] = rule.test(i);
        }
        return answers;
    }
}
