package locality.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import locality.platform.http.Csv;

/// One line of the table of who may call what (`deploy/docs/access.csv`).
///
/// @param roles who may call it; `public` for everybody, `signed-in` for every token
/// @param place what a caller of another locality meets: `hidden`, `own`, `filtered`, `none`
record AccessLine(String service, String method, String path, Set<String> roles, String place) {

    private static final Path FILE = Path.of("../deploy/docs/access.csv");
    private static final Set<String> SEE_EVERY_PLACE = Set.of("gm-observer", "auditor", "platform");
    private static final Set<String> PLACES = Set.of("hidden", "own", "filtered", "none");

    /// The lines about one service.
    static List<AccessLine> of(String service) {
        try {
            var lines =
                    Csv.read(
                                    Files.readString(FILE),
                                    List.of("service", "method", "path", "roles", "place"),
                                    List.of())
                            .map(AccessLine::line);
            return lines.stream().filter(one -> one.service.equals(service)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static boolean seesEveryPlace(String role) {
        return SEE_EVERY_PLACE.contains(role);
    }

    boolean isPublic() {
        return roles.contains("public");
    }

    /// Pages send a stranger to sign in; interfaces only say 401.
    int withoutToken() {
        return path.startsWith("/api/") ? 401 : 302;
    }

    Set<String> admitted() {
        return roles.contains("signed-in") ? Tokens.roles() : roles;
    }

    /// Whether only those may call it who see every place, unless they also write.
    boolean isForThoseWhoSeeEveryPlace() {
        return SEE_EVERY_PLACE.containsAll(admitted());
    }

    /// Whether there need not be one in Manchester: what belongs to no place, or what is there only
    /// when something went wrong.
    boolean mayLack() {
        return place.equals("none") || isForThoseWhoSeeEveryPlace();
    }

    String name() {
        return method + " " + path;
    }

    private static AccessLine line(Csv.Row row) {
        var roles = Set.of(row.required("roles").split(" "));
        var place = row.required("place");
        if (!PLACES.contains(place)) {
            throw new IllegalArgumentException(place + " is not one of " + PLACES);
        }
        return new AccessLine(
                row.required("service"),
                row.required("method"),
                row.required("path"),
                roles.contains("all") ? Tokens.roles() : roles,
                place);
    }
}
