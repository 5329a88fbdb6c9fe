package locality.governance.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
}
