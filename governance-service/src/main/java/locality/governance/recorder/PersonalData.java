package locality.governance.recorder;

import java.util.Collection;
import java.util.regex.Pattern;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Keeps people out of texts that name posts: the printed papers give contact officers with their
/// telephones and e-mail addresses, and none of that is kept here.
public final class PersonalData {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]@[^\\s@]{1,255}\\.[^\\s@]");

    /// `0161 234 5678`, `(01204) 333333`, `+44 161 2345678`, on one line; not a date and a time, a
    /// row of figures, or an id.
    private static final Pattern TELEPHONE =
            Pattern.compile(
                    "(?<![\\w./-])"
                            + "(?!(?:\\d{2}[\\h-])?(?:0[1-9]|1[0-2])[\\h-](?:19|20)\\d{2}(?!\\d))"
                            + "(?:\\+\\d{1,3}[\\h()-]{0,3}0?[\\h()-]{0,3}|\\(?0)[1-9]"
                            + "(?:[\\h()-]{0,3}\\d){8,11}"
                            + "(?!-?\\d|-?[0-9a-f]{2})");

    private PersonalData() {}

    /// @param where the field
    /// @throws Refusal `PERSONAL_DATA` if the text has an e-mail address or a telephone number
    public static void requireNone(String where, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (EMAIL.matcher(text).find()) {
            throw new Found(where, "an e-mail address");
        }
        if (TELEPHONE.matcher(text).find()) {
            throw new Found(where, "a telephone number");
        }
    }

    /// @param where the field that is the list
    public static void requireNone(String where, Collection<String> texts) {
        int at = 0;
        for (var text : texts) {
            requireNone("%s[%d]".formatted(where, at++), text);
        }
    }

    /// Says where and what, and never repeats it.
    private static final class Found extends Refusal {
        Found(String where, String what) {
            super(
                    Kind.RULE_BROKEN,
                    "PERSONAL_DATA",
                    "%s has what looks like %s; name a post instead".formatted(where, what));
            operand("field", where);
            operand("found", what);
        }
    }
}
