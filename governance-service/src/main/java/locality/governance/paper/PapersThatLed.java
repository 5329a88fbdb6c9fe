package locality.governance.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.governance.decisionlog.Follower;
import locality.governance.decisionlog.Follows;
import locality.platform.place.Locality;

/// The papers that were put with a decision, at every meeting it was before; exempt ones for those
/// who may read them.
@ApplicationScoped
class PapersThatLed implements Follower {

    private final EntityManager entities;
    private final ExemptReading exemptReading;

    PapersThatLed(EntityManager entities, ExemptReading exemptReading) {
        this.entities = entities;
        this.exemptReading = exemptReading;
    }

    @Override
    public Map<UUID, List<Follow>> of(Set<Locality> places, Collection<UUID> decisions) {
        return new Follows(entities, LED, places, decisions)
                .among("exempt", exemptReading.places())
                .told(PapersThatLed::follow);
    }

    private static Follow follow(Object[] row) {
        return new Follow(Kind.PAPER, (String) row[1], (String) row[2], null, (LocalDate) row[3]);
    }

    private static final String LED =
            """
            select tabled.decision_id, p.reference, p.front_sheet ->> 'title' as title,
                   p.published_on
            from paper p
            join (select id as decision_id, meeting_id, item from decision
                  where id = any(:decisions)
                  union
                  select decision_id, meeting_id, item from decision_outcome
                  where decision_id = any(:decisions)) tabled
              on tabled.meeting_id = p.meeting_id and tabled.item = p.item
            where p.locality = any(:places)
              and (p.exempt_paragraph is null or p.locality = any(:exempt))
            order by p.held_on, p.reference
            """;
}
