package locality.governance.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.meeting.Meeting;
import locality.governance.validity.DecisionType;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The decisions on record.
@ApplicationScoped
class Decisions implements PanacheRepositoryBase<Decision, UUID> {

    /// @throws NotFound if there is none
    Decision require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("decision", idOrReference));
    }

    /// @param idOrReference its id, or the reference of any item it was tabled as
    Optional<Decision> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional())
                .or(() -> formerly(idOrReference));
    }

    private Optional<Decision> formerly(String reference) {
        return find(
                        "id in (select t.id.decisionId from Tabling t where t.reference = ?1)",
                        reference)
                .firstResultOptional();
    }

    /// @param lock votes are cast side by side (`PESSIMISTIC_READ`) and are all in before an
    ///   outcome is recorded (`PESSIMISTIC_WRITE`)
    /// @throws DecisionRefusal if the item is only for discussion
    Decision requireOn(Meeting meeting, int item, LockModeType lock) {
        meeting.requireItem(item);
        return find("meetingId = ?1 and item = ?2", meeting.id(), item)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> new MatterRefusal.NothingToDecide(meeting.referenceOf(item)));
    }

    /// The first vote sets the moment; of several at once, one does and the others wait for it.
    void setVotedAt(Meeting meeting, int item, LocalTime moment) {
        update(
                "votedAt = ?1 where meetingId = ?2 and item = ?3 and state = ?4"
                        + " and votedAt is null",
                moment,
                meeting.id(),
                item,
                DecisionState.TABLED);
    }

    /// Another that was approved and names the same decision as the one whose place it takes.
    Optional<Decision> othersReplacing(Decision replaced, Decision by) {
        return find(
                        "supersedes = ?1 and id <> ?2 and state in ?3 and takenAs = ?4 order by id",
                        replaced.id,
                        by.id,
                        DecisionState.COUNTING,
                        DecisionType.APPROVE)
                .firstResultOptional();
    }

    /// What was put before bodies to answer a request and is not over: still to be decided, or to
    /// take effect.
    List<Decision> liveOn(UUID approvalRequest) {
        return find(
                        "matter.approvalRequest = ?1 and state in ?2 order by id",
                        approvalRequest,
                        DecisionState.LIVE)
                .list();
    }

    /// What approves a request and binds now: more than one where each owner's body decides.
    List<Decision> approving(UUID approvalRequest) {
        return list("matter.approvalRequest", Sort.by("id"), approvalRequest).stream()
                .filter(decision -> decision.answersItsRequest() && decision.state.binds())
                .toList();
    }

    /// A decision that nobody else changes meanwhile.
    ///
    /// @throws NotFound if there is none
    Decision requireAlone(String idOrReference) {
        var decision = require(idOrReference);
        getEntityManager().refresh(decision, LockModeType.PESSIMISTIC_WRITE);
        return decision;
    }

    /// A decision that nobody changes meanwhile, though others may rest on it as well.
    ///
    /// @throws NotFound if there is none
    Decision requireStill(String idOrReference) {
        var decision = require(idOrReference);
        getEntityManager().refresh(decision, LockModeType.PESSIMISTIC_READ);
        return decision;
    }

    List<Decision> inPlaces(
            Set<Locality> places,
            @Nullable UUID body,
            @Nullable DecisionState state,
            String after,
            int limit) {
        return find(
                        "matter.place in ?1 and reference > ?2 and (?3 is null or bodyId = ?3)"
                                + " and (?4 is null or state = ?4) order by reference",
                        places,
                        after,
                        body,
                        state)
                .range(0, limit)
                .list();
    }

    /// What officers decided with a body's power that it is still to note.
    List<Decision> forNoting(Set<Locality> places, UUID body, String after, int limit) {
        return getEntityManager()
                .createNativeQuery(FOR_NOTING, Decision.class)
                .setParameter("places", places.stream().map(Locality::code).toList())
                .setParameter("body", body)
                .setParameter("after", after)
                .setParameter("limit", limit + 1)
                .getResultList();
    }

    /// What officers decided that their body notes: what was urgent; what was key, as its evidence
    /// says of notice, or by its own value where it says nothing; all, where the terms call nothing
    /// key.
    static final String TO_BE_NOTED =
            """
            (d.mode <> 'MEETING' and d.outcome is not null
              and (d.mode = 'URGENT'
                   or cast(d.evidence -> 'keyNotice' ->> 'key' as boolean)
                   or coalesce(d.value_pence, 0) >= coalesce(
                        cast(d.evidence -> 'terms' ->> 'keyDecisionFromPence' as bigint), 0)))
            """;

    private static final String FOR_NOTING =
            """
            select d.* from decision d
            where d.locality in (:places) and d.body_id = :body and d.reference > :after
              and %s
              and not exists (select from decision n
                              where n.about_decision = d.id and n.type = 'NOTE'
                                and n.state = 'IN_EFFECT' and n.body_id = d.body_id)
            order by d.reference limit :limit
            """
                    .formatted(TO_BE_NOTED);
}
