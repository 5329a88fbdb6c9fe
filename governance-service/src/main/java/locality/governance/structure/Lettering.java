package locality.governance.structure;

import java.util.ArrayList;
import java.util.List;

/// How wide a text is at least as wide as any common sans-serif face sets it, in pixels. The widths
/// are DejaVu Sans's, the widest of those a reader is likely to have.
enum Lettering {
    NAME(14, 1.1),
    DETAIL(12, 1.0);

    private static final String NARROW = "iljI.,:;'|!";
    private static final String SLIM = " frt()[]/-";
    private static final String WIDE = "mwMW@%&";

    final int size;
    private final double weight;

    Lettering(int size, double weight) {
        this.size = size;
        this.weight = weight;
    }

    double width(String text) {
        return text.codePoints().mapToDouble(Lettering::ems).sum() * size * weight;
    }

    /// The text in lines no wider than that; a longer word is broken.
    List<String> wrapped(String text, double widest) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split("\\s+", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= widest) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line) > widest) {
                int fits = fitting(line, widest);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    private int fitting(String word, double widest) {
        int fits = word.offsetByCodePoints(0, 1);
        while (fits < word.length()
                && width(word.substring(0, word.offsetByCodePoints(fits, 1))) <= widest) {
            fits = word.offsetByCodePoints(fits, 1);
        }
        return fits;
    }

    private static double ems(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.32;
        }
        if (SLIM.indexOf(letter) >= 0) {
            return 0.41;
        }
        if (WIDE.indexOf(letter) >= 0 || letter > 0x2E80) {
            return 1.0;
        }
        return Character.isUpperCase(letter) ? 0.74 : 0.64;
    }
}
