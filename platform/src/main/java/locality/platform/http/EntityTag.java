package locality.platform.http;

import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// An aggregate's version as an HTTP entity tag, and the check of `If-Match` against it.
public record EntityTag(long version) {

    /// PUT, PATCH and DELETE: `If-Match` must be there and hold.
    public void require(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Missing();
        }
        check(ifMatch);
    }

    /// POST commands: `If-Match` may be left out, but when given it must hold.
    public void check(@Nullable String ifMatch) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(toString())) {
            throw new Stale(ifMatch, toString());
        }
    }

    /// The header's value: `"7"`.
    @Override
    public String toString() {
        return "\"" + version + "\"";
    }

    private static final class Missing extends Refusal {
        Missing() {
            super(
                    Kind.PRECONDITION_REQUIRED,
                    "IF_MATCH_REQUIRED",
                    "Send the ETag you read as If-Match, so that nobody's change is lost");
        }
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
