package locality.governance.composition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;

/// The rules about seats on record.
@ApplicationScoped
class SeatRules implements PanacheRepositoryBase<SeatRule, UUID> {

    List<SeatRule> of(UUID body) {
        return list("bodyId = ?1 order by number", body);
    }

    List<SeatRule> inForce(UUID body, LocalDate on) {
        return of(body).stream().filter(rule -> rule.period().holdsOn(on)).toList();
    }

    List<SeatRule> inForce(Set<Locality> places, LocalDate on) {
        return list("locality in ?1 order by bodyReference, number", places).stream()
                .filter(rule -> rule.period().holdsOn(on))
                .toList();
    }

    SeatRule require(UUID body, String bodyReference, int number) {
        return find("bodyId = ?1 and number = ?2", body, number)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("seat rule", bodyReference + "/" + number));
    }
}
