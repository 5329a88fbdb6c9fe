package locality.platform.caller;

import java.util.EnumSet;
import java.util.Set;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Who is calling, as the token says; never as the request says.
///
/// @param organisation the ODS or GSS code of the organisation the caller acts for
/// @param subject the token's opaque subject, never a name
/// @param roles the `groups` claim
/// @param localities what the caller may see: the token's `localities`; all of them for
///   `gm-observer`, `auditor` and `platform`, unless they have a role that writes
public record Caller(
        String organisation, String subject, Set<String> roles, Set<Locality> localities) {

    /// What the event log records as the actor: an organisation and an opaque id.
    public String actor() {
        return organisation + "/" + subject;
    }

    public boolean sees(Locality locality) {
        return localities.contains(locality);
    }

    /// Whether no place is hidden from the caller.
    public boolean seesEveryPlace() {
        return localities.size() == Locality.values().length;
    }

    /// What the caller may read, in a set of its own: its localities, and what belongs to Greater
    /// Manchester as a whole, which every locality reads and only a token that names it writes.
    public Set<Locality> readable() {
        var places = EnumSet.of(Locality.GREATER_MANCHESTER);
        places.addAll(localities);
        return places;
    }

    /// @throws NotFound if the thing lies outside the caller's localities
    public void requireSight(Locality locality, String what, Object id) {
        if (!sees(locality)) {
            throw new NotFound(what, id);
        }
    }

    /// The locality of a code.
    ///
    /// @throws NotFound if there is none, or it lies outside the caller's
    public Locality requireSight(String code) {
        var locality = Locality.find(code).orElseThrow(() -> new NotFound("locality", code));
        requireSight(locality, "locality", code);
        return locality;
    }

    /// The localities of a list the caller may see.
    ///
    /// @param asked the only one wanted, or null for all; outside the caller's there is none
    public Set<Locality> localitiesWithin(@Nullable Locality asked) {
        if (asked == null) {
            return localities;
        }
        return sees(asked) ? Set.of(asked) : Set.of();
    }

    /// The GSS codes, for `where locality = any(?)`.
    public String[] localityCodes() {
        return codes(localities);
    }

    /// The GSS codes of what is [#readable].
    public String[] readableCodes() {
        return codes(readable());
    }

    private static String[] codes(Set<Locality> places) {
        return places.stream().map(Locality::code).toArray(String[]::new);
    }
}
