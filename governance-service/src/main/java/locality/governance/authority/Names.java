package locality.governance.authority;

import java.util.Map;

/// What organisations and functions are called, by their codes. What is not on record is called by
/// its code.
public record Names(Map<String, String> organisations, Map<String, String> functions) {

    public static final Names NONE = new Names(Map.of(), Map.of());

    public Names {
        organisations = Map.copyOf(organisations);
        functions = Map.copyOf(functions);
    }

    String organisation(String code) {
        return organisations.getOrDefault(code, code);
    }

    String function(String code) {
        return functions.getOrDefault(code, code);
    }

    String officersOf(String code) {
        return "Officers of " + organisation(code);
    }
}
