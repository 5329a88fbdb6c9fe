package locality.governance.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.meeting.Meeting;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The decisions on record.
@ApplicationScoped
class Decisions implements PanacheRepositoryBase<Decision, UUID> {

    Decision require(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional())
                .orElseThrow(() -> new NotFound("decision", idOrReference));
    }

    /// @throws DecisionRefusal if the item is only for discussion
    Decision requireOn(Meeting meeting, int item) {
        meeting.requireItem(item);
        return on(meeting, item)
                .orElseThrow(() -> new DecisionRefusal.NothingToDecide(meeting.referenceOf(item)));
    }

    Optional<Decision> on(Meeting meeting, int item) {
        return find("meetingId = ?1 and item = ?2", meeting.id(), item).firstResultOptional();
    }

    /// Approvals in effect of the same subject: what was approved in parts counts together.
    List<Decision> earlierOfSubject(Decision decision) {
        return decision.subjectType == null || decision.subjectId == null
                ? List.of()
                : find(
                                "subjectType = ?1 and subjectId = ?2 and id <> ?3 and state = ?4"
                                        + " and value is not null order by id",
                                decision.subjectType,
                                decision.subjectId,
                                decision.id,
                                DecisionState.IN_EFFECT)
                        .list();
    }

    List<Decision> inPlaces(
            Set<Locality> places,
            @Nullable UUID body,
            @Nullable DecisionState state,
            String after,
            int limit) {
        return find(
                        "locality in ?1 and reference > ?2 and (?3 is null or bodyId = ?3)"
                                + " and (?4 is null or state = ?4) order by reference",
                        places,
                        after,
                        body,
                        state)
                .range(0, limit)
                .list();
    }
}
