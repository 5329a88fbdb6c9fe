package locality.platform.http;

import java.util.Arrays;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// An aggregate's version as an HTTP entity tag, and the check of `If-Match` against it.
public record EntityTag(long version) {

    /// Refuses a change by somebody who has not seen this version. `If-Match` may be left out; when
    /// given, it is `*` or one of its tags is this one.
    ///
    /// A tag counts the same with and without `W/`: a gateway that compresses an answer marks its
    /// tag as weak (nginx does), and it is of the same version.
    public void check(@Nullable String ifMatch) {
        if (ifMatch != null && Arrays.stream(ifMatch.split(",")).noneMatch(this::matches)) {
            throw new Stale(ifMatch, toString());
        }
    }

    private boolean matches(String tag) {
        var read = tag.strip();
        return read.equals("*") || read.replaceFirst("^W/", "").equals(toString());
    }

    /// The header's value: `"7"`.
    @Override
    public String toString() {
        return "\"" + version + "\"";
    }

    private static final class Stale extends Refusal {
        Stale(String sent, String current) {
            super(
                    Kind.PRECONDITION_FAILED,
                    "STALE",
                    "You read version %s, it is now %s".formatted(sent, current));
            operand("sent", sent);
            operand("current", current);
        }
    }
}
