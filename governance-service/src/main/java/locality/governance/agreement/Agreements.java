package locality.governance.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The register of agreements.
@ApplicationScoped
class Agreements implements PanacheRepositoryBase<Agreement, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param party an organisation that any version is between, by code
    record Wanted(
            @Nullable AgreementKind kind, @Nullable String party, @Nullable Waiting waiting) {}

    /// That something of an agreement may wait on a day: a version of it is not ratified by then,
    /// or one that is not over ends or is to be reviewed soon.
    ///
    /// @param dueBy the last day of such an end or review; null when only what is not ratified
    ///   counts
    record Waiting(LocalDate on, @Nullable LocalDate dueBy) {}

    private static final Set<VersionState> OPEN =
            EnumSet.copyOf(Stream.of(VersionState.values()).filter(VersionState::isOpen).toList());
    private static final Set<VersionState> OVER =
            EnumSet.copyOf(Stream.of(VersionState.values()).filter(VersionState::isOver).toList());

    /// @throws NotFound if there is none
    Agreement require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("agreement", idOrReference));
    }

    /// One to change, for which all who change it have finished.
    ///
    /// @throws NotFound if there is none
    Agreement requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("agreement", idOrReference));
    }

    Optional<Agreement> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    /// Counts a change of anything below it as a change of the agreement.
    void changed(Agreement agreement) {
        getEntityManager().lock(agreement, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        flush();
    }

    /// In the order of their references.
    List<Agreement> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        var query = new StringBuilder("locality in :places and reference > :after");
        var parameters = Parameters.with("places", places).and("after", after);
        if (wanted.kind != null) {
            query.append(" and kind = :kind");
            parameters.and("kind", wanted.kind);
        }
        if (wanted.party != null) {
            query.append(
                    " and exists (select 1 from Agreement a join a.versions v join v.parties p"
                            + " where a = agreement and p.organisation = :party)");
            parameters.and("party", wanted.party);
        }
        if (wanted.waiting != null) {
            restrict(query, parameters, wanted.waiting);
        }
        return find("from Agreement agreement where " + query + " order by reference", parameters)
                .range(0, limit)
                .list();
    }

    /// By the steps on record: what came about by itself and is not written down yet is for the
    /// reader to leave out.
    private static void restrict(StringBuilder query, Parameters parameters, Waiting waiting) {
        query.append(
                " and exists (select 1 from Agreement b join b.versions w where b = agreement"
                        + " and (not exists (select 1 from w.steps s where s.effectiveOn <= :on"
                        + " and s.state not in :open)");
        parameters.and("on", waiting.on).and("open", OPEN);
        if (waiting.dueBy != null) {
            query.append(
                    " or (w.text.expiresOn <= :dueBy or w.termination.on <= :dayAfter"
                            + " or w.text.reviewOn <= :dueBy"
                            + " or exists (select 1 from w.periodicReviews r"
                            + " where r.nextOn <= :dueBy))"
                            + " and not exists (select 1 from w.steps t where t.effectiveOn <= :on"
                            + " and t.state in :over)");
            parameters
                    .and("dueBy", waiting.dueBy)
                    .and("dayAfter", waiting.dueBy.plusDays(1))
                    .and("over", OVER);
        }
        query.append("))");
    }

    /// Those of which something may come about by itself, locked; without those that another
    /// transaction is working on.
    ///
    /// @param after the id of the last that was looked at
    List<Agreement> takeMoving(UUID after, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select a.* from agreement a
                        where a.id > :after
                          and exists (select from agreement_version v
                                      where v.agreement_id = a.id
                                        and v.state in ('FOR_RATIFICATION', 'RATIFIED', 'IN_FORCE'))
                        order by a.id limit :limit
                        for no key update of a skip locked
                        """,
                        Agreement.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Agreement.class::cast)
                .toList();
    }
}
