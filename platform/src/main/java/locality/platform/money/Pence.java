package locality.platform.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import locality.platform.refusal.AmountOutOfRange;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An amount of money: a signed count of pence, in pounds sterling.
///
/// Arithmetic is exact; a sum beyond 64 bits (about 92 thousand million million pounds) is refused
/// as [AmountOutOfRange] and never wraps. In JSON it is a plain integer, in a field that ends in
/// `Pence`.
@Schema(type = SchemaType.INTEGER, format = "int64", examples = "279100000")
public record Pence(@JsonValue long value) implements Comparable<Pence> {

    public static final Pence ZERO = new Pence(0);

    @JsonCreator
    public static Pence of(long value) {
        return value == 0 ? ZERO : new Pence(value);
    }

    public static Pence pounds(long pounds) {
        return exactly(() -> Math.multiplyExact(pounds, 100));
    }

    public static Pence sum(Iterable<Pence> amounts) {
        var total = ZERO;
        for (var amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    public Pence plus(Pence other) {
        return exactly(() -> Math.addExact(value, other.value));
    }

    public Pence minus(Pence other) {
        return exactly(() -> Math.subtractExact(value, other.value));
    }

    public Pence negated() {
        return exactly(() -> Math.negateExact(value));
    }

    /// So many ten-thousandths of it, rounded towards nothing to the penny.
    ///
    /// @param basisPoints nothing or more
    public Pence basisPoints(int basisPoints) {
        return of(
                BigInteger.valueOf(value)
                        .multiply(BigInteger.valueOf(basisPoints))
                        .divide(BigInteger.valueOf(10_000))
                        .longValueExact());
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean isNegative() {
        return value < 0;
    }

    public boolean exceeds(Pence other) {
        return value > other.value;
    }

    /// Splits this amount by weight, to the penny.
    ///
    /// Each share is floored with unbounded intermediates, then the pennies left over go one each
    /// to the largest remainders, ties to the earlier weight. A weight of zero gets nothing; the
    /// sign is put back at the end. The shares sum to this amount, each lies within a penny of the
    /// exact share, and the negated amount splits into the negated shares.
    ///
    /// @param weights zero or more each, not all zero, in the partners' order
    /// @throws IllegalArgumentException if there is no weight, one is negative, or all are zero
    public List<Pence> allocate(List<Long> weights) {
        if (weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("A weight is negative: " + weights);
        }
        var totalWeight =
                weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (totalWeight.signum() == 0) {
            throw new IllegalArgumentException("At least one weight must be more than zero");
        }

        var total = BigInteger.valueOf(value).abs();
        var parts =
                weights.stream()
                        .map(w -> total.multiply(BigInteger.valueOf(w)))
                        .map(scaled -> scaled.divideAndRemainder(totalWeight))
                        .toList();
        var shares = parts.stream().map(part -> part[0]).toArray(BigInteger[]::new);
        var given = parts.stream().map(part -> part[0]).reduce(BigInteger.ZERO, BigInteger::add);
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i)[1]).reversed())
                .limit(total.subtract(given).intValueExact())
                .forEach(i -> shares[i] = shares[i].add(BigInteger.ONE));

        var sign = BigInteger.valueOf(Long.signum(value));
        return IntStream.range(0, shares.length)
                .mapToObj(i -> of(shares[i].multiply(sign).longValueExact()))
                .toList();
    }

    /// Splits this amount into equal parts, odd pennies earliest.
    public List<Pence> allocateEqually(int parts) {
        return allocate(java.util.Collections.nCopies(parts, 1L));
    }

    private static Pence exactly(LongSupplier sum) {
        try {
            return of(sum.getAsLong());
        } catch (ArithmeticException beyond) {
            throw new AmountOutOfRange();
        }
    }

    @Override
    public int compareTo(Pence other) {
        return Long.compare(value, other.value);
    }

    /// In pounds with thousands separators, for people: `£2,791,000.00`, `-£148.00`.
    public String inPounds() {
        var pennies = BigInteger.valueOf(value).abs().divideAndRemainder(BigInteger.valueOf(100));
        return "%s£%,d.%02d".formatted(value < 0 ? "-" : "", pennies[0], pennies[1].intValue());
    }

    /// The count of pence with thousands separators, as refusals print their operands.
    @Override
    public String toString() {
        return "%,d".formatted(value);
    }
}
