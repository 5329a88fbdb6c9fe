package locality.governance.composition;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.governance.body.BodyOnDate;
import locality.governance.voting.Seat;

/// The bodies on the date a rule is held against.
interface Boards {

    BodyOnDate body(UUID id);

    /// The seat that takes the chair: the one its terms of reference name, else the one called
    /// CHAIR.
    Optional<Seat> chair(UUID body);

    /// The working groups accountable to a body.
    List<BodyOnDate> workGroupsOf(UUID body);
}
