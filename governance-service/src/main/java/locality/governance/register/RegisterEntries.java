package locality.governance.register;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The entries of all registers.
@ApplicationScoped
class RegisterEntries implements PanacheRepositoryBase<RegisterEntry, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param on the day they are shown as of
    /// @param body that had them on the day
    /// @param state that they had on the day
    record Wanted(
            LocalDate on,
            @Nullable String register,
            @Nullable EntryKind kind,
            @Nullable EntryState state,
            @Nullable UUID body) {}

    RegisterEntry require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("register entry", idOrReference));
    }

    /// An entry to change, for which all who change it have finished.
    RegisterEntry requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("register entry", idOrReference));
    }

    Optional<RegisterEntry> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    Optional<RegisterEntry> raisedBy(Locality locality, RaiseIssue.Source source) {
        return find(
                        "locality = ?1 and sourceType = ?2 and sourceId = ?3",
                        locality,
                        source.type(),
                        source.id())
                .firstResultOptional();
    }

    /// What came of an entry.
    List<RegisterEntry> causedBy(UUID entry) {
        return list("causedBy = ?1 order by reference", entry);
    }

    /// Those linked to something, that wait for it, or that it waits by.
    List<RegisterEntry> linkedTo(Link link, Set<Locality> places) {
        @SuppressWarnings("unchecked")
        List<RegisterEntry> found =
                getEntityManager()
                        .createNativeQuery(
                                """
                                select e.* from register_entry e
                                where e.locality in (:places)
                                  and (exists (select from jsonb_array_elements(e.links) l
                                               where l ->> 'type' = :type and l ->> 'id' = :id)
                                       or e.depends_on ->> 'type' = :type
                                          and e.depends_on ->> 'id' = :id
                                       or e.dependent ->> 'type' = :type
                                          and e.dependent ->> 'id' = :id)
                                order by e.reference
                                """,
                                RegisterEntry.class)
                        .setParameter("places", places.stream().map(Locality::code).toList())
                        .setParameter("type", link.type())
                        .setParameter("id", link.id())
                        .getResultList();
        return found;
    }

    List<RegisterEntry> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions(AS_OF)
                        .with("places", places.stream().map(Locality::code).toList())
                        .with("day", wanted.on)
                        .with("after", after)
                        .and("e.register = :register", "register", wanted.register)
                        .and("e.kind = :kind", "kind", nameOf(wanted.kind))
                        .and(STATE + " = :state", "state", nameOf(wanted.state))
                        .and("s.body_id = :body", "body", wanted.body);
        var query =
                getEntityManager()
                        .createNativeQuery(asked.orderedBy("e.reference"), RegisterEntry.class);
        asked.values().forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<RegisterEntry> found = query.setMaxResults(limit + 1).getResultList();
        return found;
    }

    /// Those that may wait for somebody on a day: to be reviewed, late, handed up, tolerated no
    /// longer than a day, or scored as high as the rule of its body has it.
    ///
    /// @param until the last day of a tolerance that is told
    List<RegisterEntry> waiting(Set<Locality> places, LocalDate day, LocalDate until) {
        @SuppressWarnings("unchecked")
        List<RegisterEntry> found =
                getEntityManager()
                        .createNativeQuery(WAITING, RegisterEntry.class)
                        .setParameter("places", places.stream().map(Locality::code).toList())
                        .setParameter("day", day)
                        .setParameter("until", until)
                        .getResultList();
        return found;
    }

    /// Some of those tolerated until before a day that nobody else is working on.
    List<RegisterEntry> takeToleratedBefore(LocalDate day, int limit) {
        return take(
                """
                select e.* from register_entry e
                join lateral (select state, tolerated_until from register_entry_step
                              where entry_id = e.id order by step desc limit 1) s on true
                where s.state = 'TOLERATED' and s.tolerated_until < :day
                order by e.id limit :limit for no key update of e skip locked
                """,
                day,
                limit,
                null);
    }

    /// Some of those that a rule may hand to the body above, which nobody else is working on: open,
    /// with a body, scored or to be reviewed.
    ///
    /// @param after the last one looked at
    List<RegisterEntry> takeOpen(LocalDate day, UUID after, int limit) {
        return take(
                """
                select e.* from register_entry e
                join lateral (select state, effective_on, body_id, review_on, residual_likelihood,
                                     residual_impact
                              from register_entry_step
                              where entry_id = e.id order by step desc limit 1) s on true
                where s.state = 'OPEN' and s.effective_on <= :day and s.body_id is not null
                  and e.id > :after
                  and (s.review_on < :day
                       or s.residual_likelihood is not null and s.residual_impact is not null)
                order by e.id limit :limit for no key update of e skip locked
                """,
                day,
                limit,
                after);
    }

    private List<RegisterEntry> take(String sql, LocalDate day, int limit, @Nullable UUID after) {
        var query =
                getEntityManager()
                        .createNativeQuery(sql, RegisterEntry.class)
                        .setParameter("day", day)
                        .setParameter("limit", limit);
        if (after != null) {
            query.setParameter("after", after);
        }
        @SuppressWarnings("unchecked")
        List<RegisterEntry> taken = query.getResultList();
        return taken;
    }

    private static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static final String STATE =
            "(case when s.state = 'TOLERATED' and s.tolerated_until < :day then 'OPEN'"
                    + " else s.state end)";
    private static final String AS_OF =
            """
            select e.* from register_entry e
            join lateral (select state, tolerated_until, body_id from register_entry_step
                          where entry_id = e.id and effective_on <= :day
                          order by step desc limit 1) s on true
            where e.locality in (:places) and e.reference > :after
            """;
    private static final String WAITING =
            """
            select e.* from register_entry e
            join lateral (select state, tolerated_until, body_id, review_on,
                                 residual_likelihood * residual_impact as residual
                          from register_entry_step
                          where entry_id = e.id and effective_on <= :day
                          order by step desc limit 1) s on true
            where e.locality in (:places)
              and s.state in ('OPEN', 'ESCALATED', 'TOLERATED')
              and (s.state = 'ESCALATED'
                   or s.review_on <= :day
                   or e.needed_on < :day
                   or s.tolerated_until <= :until
                   or s.residual >= (select threshold from escalation_rule
                                     where (body_id = s.body_id or body_id is null)
                                       and effective_on <= :day
                                     order by body_id is null, effective_on desc limit 1))
            order by e.reference
            """;
}
