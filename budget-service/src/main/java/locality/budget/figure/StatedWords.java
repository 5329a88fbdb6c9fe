package locality.budget.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What the words of a document say of money: `£13.2m`, `£2,017k`, `c£40K`, `circa £6m`, `-148`,
/// `(148)`, `£52,579**`.
///
/// @param amount what they say, in pence
/// @param within how much more or less it may be: half of the last digit that is given, in pence.
///   Nothing for what is given to the penny
/// @param approximate whether the words themselves say that it is not exact
record StatedWords(Pence amount, Pence within, FigureUnit unit, boolean approximate) {

    /// Ten thousand million pounds.
    static final Pence LARGEST = Pence.of(1_000_000_000_000L);

    private static final Pattern WORDS =
            Pattern.compile(
                    """
                    (?<about>(?:circa|ca\\.?|c\\.?|about|approximately|approx\\.?|around|~)\\s*)?
                    (?<open>\\()?
                    (?<minus>[-\\u2212\\u2013]\\s*)?
                    £?\\s*
                    (?<minusAfter>[-\\u2212\\u2013])?
                    (?<number>(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)
                    (?:\\s*(?<unit>k|m|mn|thousand|million))?
                    (?<close>\\))?
                    [*†‡]*
                    """,
                    Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);

    /// Reads the words.
    ///
    /// @param heading the unit that stands elsewhere, as in a table headed `£000`; null when only
    ///   the words say it
    /// @throws FigureRefusal if they are no amount, if nothing says the unit or two things say
    ///   different ones, if they say a part of a penny, or more than [#LARGEST]
    static StatedWords read(String words, @Nullable FigureUnit heading) {
        var found = WORDS.matcher(words.strip());
        if (!found.matches()
                || (found.group("open") == null) != (found.group("close") == null)
                || signs(found) > 1) {
            throw new FigureRefusal.WordsNotUnderstood(words);
        }
        var unit = unit(words, found, heading);
        var number = new BigDecimal(found.group("number").replace(",", ""));
        var amount = pence(words, unit.inPence(number));
        return new StatedWords(
                signs(found) == 1 ? amount.negated() : amount,
                halfOf(unit.inPence(BigDecimal.ONE.movePointLeft(number.scale()))),
                unit,
                found.group("about") != null);
    }

    private static int signs(Matcher found) {
        int signs = 0;
        for (var sign : new String[] {"open", "minus", "minusAfter"}) {
            signs += found.group(sign) == null ? 0 : 1;
        }
        return signs;
    }

    private static FigureUnit unit(String words, Matcher found, @Nullable FigureUnit heading) {
        var said = said(found.group("unit"));
        if (said != null && heading != null && said != heading) {
            throw new FigureRefusal.UnitContradicted(words, said, heading);
        }
        if (said != null) {
            return said;
        }
        if (heading != null) {
            return heading;
        }
        if (words.contains("£")) {
            return FigureUnit.GBP;
        }
        throw new FigureRefusal.UnitUnknown(words);
    }

    private static @Nullable FigureUnit said(@Nullable String unit) {
        return unit == null
                ? null
                : switch (unit.toLowerCase(Locale.ROOT)) {
                    case "k", "thousand" -> FigureUnit.GBP_K;
                    default -> FigureUnit.GBP_M;
                };
    }

    private static Pence pence(String words, BigDecimal exact) {
        if (exact.compareTo(BigDecimal.valueOf(LARGEST.value())) > 0) {
            throw new FigureRefusal.TooLarge(words);
        }
        if (exact.stripTrailingZeros().scale() > 0) {
            throw new FigureRefusal.NotWholePence(words);
        }
        return Pence.of(exact.longValueExact());
    }

    private static Pence halfOf(BigDecimal lastDigit) {
        return Pence.of(
                lastDigit.divide(BigDecimal.TWO).setScale(0, RoundingMode.DOWN).longValueExact());
    }
}
