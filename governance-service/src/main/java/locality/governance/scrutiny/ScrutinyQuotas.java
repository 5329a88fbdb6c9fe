package locality.governance.scrutiny;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    record Reports(List<String> counted, List<String> unassigned) {

        static final Reports NONE = new Reports(List.of(), List.of());

        private static Reports of(List<Object[]> rows) {
            return new Reports(references(rows, false), references(rows, true));
        }

        private static List<String> references(List<Object[]> rows, boolean unassigned) {
            return rows.stream()
                    .filter(row -> unassigned == (Boolean) row[2])
                    .map(row -> (String) row[1])
                    .toList();
        }
    }

    /// Scrutiny reports on items of the committee's meetings that were held in the period, by a
    /// day. A meeting counts once it has closed, on the day it sat first.
    Reports reports(ScrutinyQuota quota, LocalDate by) {
        return reports(List.of(quota), by).getOrDefault(quota.id, Reports.NONE);
    }

    /// The same of several quotas, by quota; none for one that had no report.
    @SuppressWarnings("unchecked")
    Map<UUID, Reports> reports(List<ScrutinyQuota> quotas, LocalDate by) {
        List<Object[]> rows =
                getEntityManager()
                        .createNativeQuery(HELD, Object[].class)
                        .setParameter(
                                "quotas",
                                quotas.stream().map(quota -> quota.id).toArray(UUID[]::new))
                        .setParameter("by", by)
                        .getResultList();
        return rows.stream()
                .collect(
                        groupingBy(row -> (UUID) row[0], collectingAndThen(toList(), Reports::of)));
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
            select q.id, p.reference,
                   p.scrutiny_quota is null
                     and exists (select from scrutiny_quota o
                                 where o.body_id = q.body_id and o.id <> q.id
                                   and d.held_on between o.from_day and o.until_day) as unassigned
            from scrutiny_quota q
            join meeting m on m.body_id = q.body_id and m.state in ('CLOSED', 'MINUTES_APPROVED')
            cross join lateral (select meeting_first_held_on(m.id, m.starts_at) as held_on) d
            join paper p on p.meeting_id = m.id and p.kind = 'SCRUTINY_REPORT'
             and (p.scrutiny_quota is null or p.scrutiny_quota = q.reference)
            where q.id = any(:quotas)
              and d.held_on between q.from_day and q.until_day and d.held_on <= :by
            order by d.held_on, p.reference
            """;
}
