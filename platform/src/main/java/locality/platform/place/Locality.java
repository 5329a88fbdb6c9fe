package locality.platform.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One of the ten places of Greater Manchester, or Greater Manchester itself, by its GSS code
/// (Office for National Statistics). Everything in the suite belongs to exactly one of them.
@Schema(type = SchemaType.STRING, examples = "E08000003")
public enum Locality {
    BOLTON("E08000001", "Bolton"),
    BURY("E08000002", "Bury"),
    MANCHESTER("E08000003", "Manchester"),
    OLDHAM("E08000004", "Oldham"),
    ROCHDALE("E08000005", "Rochdale"),
    SALFORD("E08000006", "Salford"),
    STOCKPORT("E08000007", "Stockport"),
    TAMESIDE("E08000008", "Tameside"),
    TRAFFORD("E08000009", "Trafford"),
    WIGAN("E08000010", "Wigan"),
    GREATER_MANCHESTER("E47000001", "Greater Manchester");

    private final String code;
    private final String displayName;

    Locality(String code, String displayName) {
        this.code = code;
        this.displayName = displayName;
    }

    /// The GSS code, as in `E08000003`.
    @JsonValue
    public String code() {
        return code;
    }

    public String displayName() {
        return displayName;
    }

    public static Optional<Locality> find(String code) {
        return Arrays.stream(values()).filter(place -> place.code.equals(code)).findFirst();
    }

    /// @throws IllegalArgumentException if the code is none of the eleven
    @JsonCreator
    public static Locality of(String code) {
        return find(code)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s is not a locality of Greater Manchester; the ten are"
                                                        .formatted(code)
                                                + " E08000001 to E08000010, all of it is"
                                                + " E47000001"));
    }

    /// What JAX-RS calls for a path or query parameter.
    public static Locality fromString(String code) {
        return of(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
