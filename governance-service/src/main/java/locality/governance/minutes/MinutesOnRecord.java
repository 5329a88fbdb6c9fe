package locality.governance.minutes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Every version of every meeting's minutes, and what was approved.
@ApplicationScoped
class MinutesOnRecord implements PanacheRepositoryBase<Minutes, MinutesId> {

    /// First to last.
    List<Minutes> of(UUID meeting) {
        return list("id.meetingId = ?1 order by id.version", meeting);
    }

    int next(UUID meeting) {
        return (int) count("id.meetingId", meeting) + 1;
    }

    Optional<MinutesDocument> approved(UUID meeting) {
        return Optional.ofNullable(getEntityManager().find(ApprovedRecord.class, meeting))
                .map(kept -> kept.document);
    }

    void keep(UUID meeting, MinutesDocument document) {
        getEntityManager().persist(new ApprovedRecord(meeting, document));
    }
}
