package locality.governance.scrutiny;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The quotas of all committees, and the reports that count towards them.
@ApplicationScoped
class ScrutinyQuotas implements PanacheRepositoryBase<ScrutinyQuota, UUID> {

    /// @throws NotFound if there is none
    ScrutinyQuota require(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional())
                .orElseThrow(() -> new NotFound("scrutiny quota", idOrReference));
    }

    List<ScrutinyQuota> of(UUID body, String subject) {
        return find("bodyId = ?1 and lower(subject) = lower(?2) order by fromDay", body, subject)
                .list();
    }

    /// Scrutiny reports on items of the committee's meetings that were held in the period, by a
    /// day. A meeting counts once it has closed.
    List<String> reports(ScrutinyQuota quota, LocalDate by) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select p.reference
                        from paper p join meeting m on m.id = p.meeting_id
                        where p.kind = 'SCRUTINY_REPORT' and m.body_id = ?1
                          and m.state in ('CLOSED', 'MINUTES_APPROVED')
                          and cast(m.starts_at as date) between ?2 and ?3
                          and cast(m.starts_at as date) <= ?4
                        order by m.starts_at, p.reference
                        """,
                        String.class)
                .setParameter(1, quota.bodyId)
                .setParameter(2, quota.fromDay)
                .setParameter(3, quota.untilDay)
                .setParameter(4, by)
                .getResultList();
    }

    /// @param on a day of the period, null for all
    List<ScrutinyQuota> inPlaces(
            Set<Locality> places,
            @Nullable UUID body,
            @Nullable LocalDate on,
            String after,
            int limit) {
        var query = new StringBuilder("locality in :places and reference > :after");
        var parameters = Parameters.with("places", places).and("after", after);
        if (body != null) {
            query.append(" and bodyId = :body");
            parameters.and("body", body);
        }
        if (on != null) {
            query.append(" and fromDay <= :day and untilDay >= :day");
            parameters.and("day", on);
        }
        return find(query.append(" order by reference").toString(), parameters)
                .range(0, limit)
                .list();
    }
}
