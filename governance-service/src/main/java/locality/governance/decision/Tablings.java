package locality.governance.decision;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.governance.meeting.ItemOutcomes;

/// What became of decisions at every meeting they were put before.
@ApplicationScoped
class Tablings implements PanacheRepositoryBase<Tabling, TablingId>, ItemOutcomes {

    @Override
    public boolean isRecorded(UUID meeting, int item) {
        return count("meetingId = ?1 and item = ?2", meeting, item) > 0;
    }

    Optional<Tabling> lookUp(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    /// In the order in which they were tabled, by decision.
    Map<UUID, List<Tabling>> of(Collection<UUID> decisions) {
        return find("id.decisionId in ?1 order by id.tabling", decisions).stream()
                .collect(groupingBy(tabling -> tabling.id.decisionId()));
    }
}
