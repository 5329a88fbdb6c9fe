package locality.budget;

import java.util.UUID;
import locality.platform.identifier.Ids;

/// How a request names a thing: by its id, or by its reference.
///
/// @param column `id` or `reference`
public record Named(String column, Object value) {

    public static Named by(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(id -> new Named("id", id))
                .orElseGet(() -> new Named("reference", idOrReference));
    }

    public boolean isId() {
        return value instanceof UUID;
    }
}
