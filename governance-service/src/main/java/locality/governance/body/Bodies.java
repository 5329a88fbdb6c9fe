package locality.governance.body;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Turns;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The bodies on record.
@ApplicationScoped
class Bodies implements PanacheRepositoryBase<Body, UUID> {

    private final Recorder recorder;

    Bodies(Recorder recorder) {
        this.recorder = recorder;
    }

    Optional<Body> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// @throws NotFound unless the caller reads a place that it is shown in
    Body requireForReading(String idOrReference) {
        var body = require(idOrReference);
        if (Collections.disjoint(recorder.shown(null), body.shownIn())) {
            throw new NotFound("body", idOrReference);
        }
        return body;
    }

    /// @throws NotFound unless the caller reads its own place, whichever it serves
    Body requireOwn(String idOrReference) {
        var body = require(idOrReference);
        recorder.requireReading(body.locality, "body", idOrReference);
        return body;
    }

    /// @throws NotFound unless the caller writes for its own place
    Body requireForWriting(String idOrReference) {
        var body = require(idOrReference);
        recorder.requireWriting(body.locality, "body", idOrReference);
        return body;
    }

    Body requireForWriting(String idOrReference, @Nullable String ifMatch) {
        var body = requireForWriting(idOrReference);
        new EntityTag(body.version).check(ifMatch);
        return body;
    }

    /// Those that are there and accountable to a body on a day, in the order of their references.
    List<Body> accountableTo(UUID body, LocalDate on) {
        return list(
                """
                from Body b where exists (
                  select 1 from b.relations r
                  where r.toBody = :body and r.kind = :accountable and r.fromDay <= :day
                    and (r.untilDay is null or r.untilDay >= :day))
                """
                        + EXISTING
                        + " order by reference",
                Parameters.with("body", body)
                        .and("accountable", RelationKind.ACCOUNTABLE_TO)
                        .and("day", on)
                        .and("dissolved", BodyState.DISSOLVED));
    }

    /// Who takes over from them.
    List<Successor> successorsOf(Collection<UUID> predecessors) {
        return getEntityManager()
                .createQuery(
                        """
                        select new locality.governance.body.Successor(
                          b.id, b.reference, s.predecessor, s.effectiveOn, s.alongside,
                          s.provenance, s.recordedAt)
                        from Body b join b.predecessors s where s.predecessor in :predecessors
                        order by s.effectiveOn, b.reference
                        """,
                        Successor.class)
                .setParameter("predecessors", predecessors)
                .getResultList();
    }

    /// Keeps how bodies stand to each other as it is until the end of the transaction, so that two
    /// changes at once never close a circle that neither of them sees.
    void holdRelations() {
        Turns.take(getEntityManager(), "how bodies stand to each other");
    }

    /// @param places that they are shown in: their own, or one that they serve on the day
    /// @param name part of a name or alias they have or ever had, in any case; null for all
    /// @param on a day they exist on, proposed and not yet dissolved; null for all ever recorded
    List<Body> inPlaces(
            Set<Locality> places,
            @Nullable String name,
            @Nullable LocalDate on,
            String after,
            int limit) {
        var query = new StringBuilder("from Body b where reference > :after");
        var parameters = Parameters.with("places", places).and("after", after);
        query.append(on == null ? EVER_SHOWN : SHOWN);
        if (name != null) {
            query.append(CALLED);
            parameters.and("name", "%" + name.toLowerCase(Locale.ROOT) + "%");
        }
        if (on != null) {
            query.append(EXISTING);
            parameters.and("day", on).and("dissolved", BodyState.DISSOLVED);
        }
        return find(query.append(" order by reference").toString(), parameters)
                .range(0, limit)
                .list();
    }

    /// All that are there on a day and shown in the places, in the order of their references.
    List<Body> thereOn(LocalDate day, Set<Locality> places) {
        return inPlaces(places, null, day, "", Page.ALL);
    }

    private Body require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("body", idOrReference));
    }

    private static final String EVER_SHOWN =
            """
             and (locality in :places
                  or exists (select 1 from b.places p where p.locality in :places))
            """;
    private static final String SHOWN =
            """
             and (locality in :places
                  or exists (select 1 from b.places p
                             where p.locality in :places and p.fromDay <= :day
                               and (p.untilDay is null or p.untilDay >= :day)))
            """;
    private static final String CALLED =
            """
             and (lower(name) like :name or lower(array_to_string(aliases, '|')) like :name
                  or exists (select 1 from b.renamings n where lower(n.name) like :name))
            """;
    private static final String EXISTING =
            """
             and exists (select 1 from b.steps s where s.effectiveOn <= :day)
             and not exists (select 1 from b.steps s
                             where s.effectiveOn <= :day and s.state = :dissolved)
             and not exists (select 1 from b.sunsets u where u.sunsetOn <= :day)
            """;
}
