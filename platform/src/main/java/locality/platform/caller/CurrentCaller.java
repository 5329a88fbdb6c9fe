package locality.platform.caller;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The caller of this request, read from the bearer token.
@RequestScoped
public class CurrentCaller {

    private static final Set<String> SEES_ALL =
            Set.of(Roles.GM_OBSERVER, Roles.AUDITOR, Roles.PLATFORM);
    private static final Set<String> WRITES =
            Set.of(Roles.FINANCE, Roles.GOVERNANCE, Roles.PROGRAMME, Roles.ANALYST);

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// @throws NoOrganisation if the token names none
    /// @throws IllegalStateException outside an authenticated request
    public Caller get() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("There is no caller: this is not a bearer request");
        }
        return new Caller(
                claim(token, "organisation")
                        .filter(code -> !code.isBlank())
                        .findFirst()
                        .orElseThrow(NoOrganisation::new),
                token.getSubject(),
                roles(),
                localities(token));
    }

    private Set<String> roles() {
        return identity.getRoles().stream()
                .filter(Roles.ALL::contains)
                .collect(toUnmodifiableSet());
    }

    /// Who writes is held to the places that the token names, whatever else the caller may be: to
    /// read every place is not to write in it.
    private Set<Locality> localities(JsonWebToken token) {
        var roles = roles();
        if (roles.stream().anyMatch(SEES_ALL::contains)
                && roles.stream().noneMatch(WRITES::contains)) {
            return EnumSet.allOf(Locality.class);
        }
        var named = EnumSet.noneOf(Locality.class);
        claim(token, "localities")
                .map(Locality::find)
                .forEach(found -> found.ifPresent(named::add));
        return named;
    }

    private static Stream<String> claim(JsonWebToken token, String name) {
        Object claim = token.getClaim(name);
        return switch (claim) {
            case null -> Stream.empty();
            case JsonArray array -> array.stream().map(CurrentCaller::text);
            case Collection<?> many -> many.stream().map(String::valueOf);
            case JsonValue one -> Stream.of(text(one));
            default -> List.of(claim.toString()).stream();
        };
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
