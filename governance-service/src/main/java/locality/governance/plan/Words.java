package locality.governance.plan;

import java.util.Locale;

/// Whether two titles say the same: capitals, punctuation and spaces aside.
final class Words {

    private Words() {}

    static String of(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
