package locality.governance.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.governance.authority.Standing;
import locality.governance.validity.Terms;
import locality.governance.voting.Seat;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A body as the rest of the service sees it: on one date.
///
/// @param terms null when no terms of reference are in force
/// @param frequency how often it meets, null when no terms of reference in force say so
public record BodyOnDate(
        UUID id,
        String reference,
        String name,
        @Nullable String organisation,
        Locality locality,
        LocalDate on,
        Standing standing,
        @Nullable Terms terms,
        @Nullable Frequency frequency,
        List<Seat> seats) {

    static BodyOnDate of(Body body, LocalDate on) {
        return new BodyOnDate(
                body.id,
                body.reference,
                body.nameOn(on),
                body.organisation,
                body.locality,
                on,
                body.standingOn(on),
                body.termsOn(on),
                body.termsInForceOn(on).map(TermsOfReference::frequency).orElse(null),
                body.seatsOn(on));
    }

    public Optional<Seat> seat(String seat) {
        return seats.stream().filter(one -> one.seat().equals(seat)).findFirst();
    }

    /// @throws BodyRefusal if there is no such seat on the day
    public Seat requireSeat(String seat) {
        return seat(seat).orElseThrow(() -> new BodyRefusal.NobodyInSeat(seat, on));
    }
}
