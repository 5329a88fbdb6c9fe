package locality.governance.body;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;

/// The places that one body serves besides its own, over time.
final class ServedPlaces {

    private final String body;
    private final Locality own;
    private final List<ServedPlace> places;

    /// @param body its reference
    /// @param places changed in place
    ServedPlaces(String body, Locality own, List<ServedPlace> places) {
        this.body = body;
        this.own = own;
        this.places = places;
    }

    void add(ServedPlace next) {
        if (next.locality() == own) {
            throw new BodyRefusal.OwnPlace(body, own);
        }
        places.stream()
                .filter(next::overlaps)
                .findFirst()
                .ifPresent(
                        served -> {
                            throw new BodyRefusal.PlaceServed(body, served);
                        });
        places.add(next);
    }

    void end(Locality place, LocalDate firstDayWithout, Provenance source) {
        var lastDay = firstDayWithout.minusDays(1);
        var served =
                places.stream()
                        .filter(one -> one.locality() == place && one.period().holdsOn(lastDay))
                        .findFirst()
                        .orElseThrow(() -> new BodyRefusal.PlaceNotServed(body, place, lastDay));
        places.set(places.indexOf(served), served.until(lastDay, source));
    }

    /// Those that it serves on a day, or is to serve later.
    List<Locality> notOverBy(LocalDate day) {
        return places.stream()
                .filter(place -> !place.period().isOverBy(day))
                .map(ServedPlace::locality)
                .distinct()
                .toList();
    }

    /// The body's own, and each it has ever served.
    Set<Locality> everWithItsOwn() {
        var ever = EnumSet.of(own);
        places.forEach(place -> ever.add(place.locality()));
        return ever;
    }
}
