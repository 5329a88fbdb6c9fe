package locality.governance.voting;

import org.jspecify.annotations.Nullable;

/// A seat at a body's table on a date.
///
/// @param seat its short reference inside the body, as in `CHAIR`
/// @param person an opaque reference to who holds it; null while it is vacant
/// @param organisation on whose behalf it sits there, if on anybody's
public record Seat(
        String seat,
        String post,
        @Nullable String person,
        @Nullable String organisation,
        boolean voting) {

    /// The same, without who holds it.
    public Seat withoutPeople() {
        return new Seat(seat, post, null, organisation, voting);
    }
}
