package locality.governance.position;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.place.Locality;

/// What was said, by the day it was said.
@ApplicationScoped
class Positions implements PanacheRepositoryBase<Position, UUID> {

    List<Position> saidBy(LocalDate day, Set<Locality> places) {
        return list("locality in ?1 and statedOn <= ?2 order by statedOn, id", places, day);
    }
}
