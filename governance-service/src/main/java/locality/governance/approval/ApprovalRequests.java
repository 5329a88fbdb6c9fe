package locality.governance.approval;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The requests that were made.
@ApplicationScoped
public class ApprovalRequests implements PanacheRepositoryBase<ApprovalRequest, UUID> {

    /// @param idOrReference the request's id, or the reference of what it is about (its latest
    ///   request)
    /// @throws NotFound if there is none
    public ApprovalRequest require(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(
                        () ->
                                find("reference = ?1 order by id desc", idOrReference)
                                        .firstResultOptional())
                .orElseThrow(() -> new NotFound("approval request", idOrReference));
    }

    void hear(HeardCommitment commitment) {
        getEntityManager().merge(commitment);
    }

    List<ApprovalRequest> ofSubject(UUID subject) {
        return list("subjectId", subject);
    }

    List<ApprovalRequest> inPlaces(
            Set<Locality> places, @Nullable ApprovalState state, String after, int limit) {
        var afterId = Ids.parse(after).orElse(new UUID(0, 0));
        return state == null
                ? find("locality in ?1 and id > ?2 order by id", places, afterId)
                        .range(0, limit)
                        .list()
                : find(
                                "locality in ?1 and id > ?2 and state = ?3 order by id",
                                places,
                                afterId,
                                state)
                        .range(0, limit)
                        .list();
    }

    /// Open ones that are on no agenda, the oldest first.
    List<ApprovalRequest> unplaced(Set<Locality> places, String after, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select r.* from approval_request r
                        where r.locality in (:places) and r.id > :after and r.state = 'OPEN'
                          and not exists (select from decision d
                                          where d.approval_request_id = r.id and d.state = any(:live))
                        order by r.id limit :limit
                        """,
                        ApprovalRequest.class)
                .setParameter("places", places.stream().map(Locality::code).toList())
                .setParameter("after", Ids.parse(after).orElse(new UUID(0, 0)))
                .setParameter("live", LIVE)
                .setParameter("limit", limit + 1)
                .getResultList();
    }

    /// The items on which each of them is still to be decided.
    @SuppressWarnings("unchecked")
    Map<UUID, List<String>> placedAt(Collection<ApprovalRequest> requests) {
        List<Object[]> rows =
                getEntityManager()
                        .createNativeQuery(
                                """
                                select approval_request_id, reference from decision
                                where approval_request_id in (:requests) and state = any(:live)
                                order by id
                                """,
                                Object[].class)
                        .setParameter(
                                "requests", requests.stream().map(request -> request.id).toList())
                        .setParameter("live", LIVE)
                        .getResultList();
        return rows.stream()
                .collect(
                        groupingBy(
                                row -> (UUID) row[0], mapping(row -> (String) row[1], toList())));
    }

    private static final String[] LIVE = {"PROPOSED", "TABLED", "DEFERRED", "CARRIED", "CALLED_IN"};
}
