package locality.platform.persistence;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a list shows: what always holds of it, and what holds because somebody asked for it.
public final class Conditions {

    private final StringBuilder text;
    private final Map<String, Object> values = new HashMap<>();

    /// @param always a query, or the conditions of one, that more conditions may follow
    public Conditions(String always) {
        text = new StringBuilder(always);
    }

    /// The value of a parameter that the conditions name.
    public Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    public Conditions and(String condition) {
        text.append(" and ").append(condition);
        return this;
    }

    /// @param name of the condition's parameter
    /// @param asked its value; null asks for nothing, and the condition is left out
    public Conditions and(String condition, String name, @Nullable Object asked) {
        return asked == null ? this : and(condition).with(name, asked);
    }

    public String orderedBy(String fields) {
        return text + " order by " + fields;
    }

    public Map<String, Object> values() {
        return values;
    }
}
