package locality.budget.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which postings of a fund are looked at: those that name all of these; null asks for nothing.
public record Which(
        @Nullable Account account,
        @Nullable UUID lineId,
        @Nullable String partner,
        @Nullable String source) {

    public static final Which ALL = new Which(null, null, null, null);

    /// More conditions on `posting p`, each after an `and`; [#values] are their parameters.
    public String conditions() {
        return condition("account", account)
                + condition("line_id", lineId)
                + condition("partner", partner)
                + condition("source", source);
    }

    public List<Object> values() {
        var values = new ArrayList<Object>();
        if (account != null) {
            values.add(account.name());
        }
        if (lineId != null) {
            values.add(lineId);
        }
        if (partner != null) {
            values.add(partner);
        }
        if (source != null) {
            values.add(source);
        }
        return values;
    }

    private static String condition(String column, @Nullable Object value) {
        return value == null ? "" : " and p.%s = ?".formatted(column);
    }
}
