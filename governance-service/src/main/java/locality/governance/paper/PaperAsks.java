package locality.governance.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;

/// A paper was published that recommends something to a body: said within the service, so that what
/// becomes of each recommendation can be followed.
///
/// @param exempt whether the public may not read it
/// @param heldOn the day of the meeting it is put before
/// @param recommendations in the order of the front sheet
public record PaperAsks(
        UUID paper,
        String reference,
        UUID body,
        boolean exempt,
        Locality locality,
        LocalDate heldOn,
        List<Recommended> recommendations,
        Provenance provenance) {

    /// @param verb `NOTE`, `SUPPORT`, `APPROVE`, ...
    public record Recommended(String verb, String text) {}
}
