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

    /// The scrutiny reports a committee had.
    ///
    /// @param counted those that count for the quota
    /// @param unassigned those that name none, where several quotas of the committee hold on the
    ///   day: they count for none
    record Reports(List<String> counted, List<String> unassigned) {}

    /// Scrutiny reports on items of the committee's meetings that were held in the period, by a
    /// day. A meeting counts once it has closed, on the day it sat first.
    Reports reports(ScrutinyQuota quota, LocalDate by) {
        return new Reports(reports(COUNTED, quota, by), reports(UNASSIGNED, quota, by));
    }

    private List<String> reports(String which, ScrutinyQuota quota, LocalDate by) {
        return getEntityManager()
                .createNativeQuery(HELD.formatted(which), String.class)
                .setParameter("body", quota.bodyId)
                .setParameter("from", quota.fromDay)
                .setParameter("until", quota.untilDay)
                .setParameter("by", by)
                .setParameter("quota", quota.reference)
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

    private static final String HELD =
            """
            select p.reference
            from paper p
            join meeting m on m.id = p.meeting_id
            cross join lateral (select meeting_first_held_on(m.id, m.starts_at) as held_on) d
            where p.kind = 'SCRUTINY_REPORT' and m.body_id = :body
              and m.state in ('CLOSED', 'MINUTES_APPROVED')
              and d.held_on between :from and :until and d.held_on <= :by
              and %s
            order by d.held_on, p.reference
            """;

    private static final String OTHERS =
            """
            exists (select from scrutiny_quota o
                    where o.body_id = :body and o.reference <> :quota
                      and d.held_on between o.from_day and o.until_day)\
            """;

    private static final String COUNTED =
            "(p.scrutiny_quota = :quota or p.scrutiny_quota is null and not " + OTHERS + ")";
    private static final String UNASSIGNED = "p.scrutiny_quota is null and " + OTHERS;
}
