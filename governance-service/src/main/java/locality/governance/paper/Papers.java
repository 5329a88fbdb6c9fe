package locality.governance.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The papers of all meetings.
@ApplicationScoped
class Papers implements PanacheRepositoryBase<Paper, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param decision papers on the items it was ever tabled as
    record Wanted(
            @Nullable UUID meeting,
            @Nullable Integer item,
            @Nullable UUID body,
            @Nullable UUID decision,
            @Nullable PaperKind kind) {

        static Wanted onItem(UUID meeting, int item) {
            return new Wanted(meeting, item, null, null, null);
        }
    }

    /// @throws NotFound if there is none
    Paper require(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional())
                .orElseThrow(() -> new NotFound("paper", idOrReference));
    }

    List<Paper> of(UUID meeting) {
        return find("meetingId = ?1 order by reference", meeting).list();
    }

    int count(UUID meeting, int item) {
        return Math.toIntExact(count("meetingId = ?1 and item = ?2", meeting, item));
    }

    /// @param exempt the places whose exempt papers are shown too
    List<Paper> inPlaces(
            Set<Locality> places, Set<Locality> exempt, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions(
                                "from Paper p where p.locality in :places and p.reference > :after"
                                        + " and (p.exemption.paragraph is null or p.locality in"
                                        + " :exempt)")
                        .with("places", places)
                        .with("after", after)
                        .with("exempt", exempt)
                        .and("p.meetingId = :meeting", "meeting", wanted.meeting)
                        .and("p.item = :item", "item", wanted.item)
                        .and("p.bodyId = :body", "body", wanted.body)
                        .and("p.kind = :kind", "kind", wanted.kind)
                        .and(LED_TO, "decision", wanted.decision);
        return find(asked.orderedBy("p.reference"), asked.values()).range(0, limit).list();
    }

    private static final String LED_TO =
            """
            (exists (select 1 from Decision d where d.id = :decision
                       and d.meetingId = p.meetingId and d.item = p.item)
             or exists (select 1 from Tabling t where t.id.decisionId = :decision
                          and t.meetingId = p.meetingId and t.item = p.item))
            """;
}
