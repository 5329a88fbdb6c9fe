package locality.demo;

import java.util.List;

/// On whose behalf a call is made: what the token will say.
///
/// @param roles what the caller may do, as in `finance`
/// @param organisation the ODS or GSS code of the organisation the caller acts for
/// @param localities the GSS codes of the places the caller may see
record Caller(List<String> roles, String organisation, List<String> localities) {

    Caller {
        roles = List.copyOf(roles);
        localities = List.copyOf(localities);
    }

    static Caller of(String role, String organisation, String locality) {
        return new Caller(List.of(role), organisation, List.of(locality));
    }
}
