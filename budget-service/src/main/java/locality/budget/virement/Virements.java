package locality.budget.virement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.Named;
import locality.budget.authority.Answered;
import locality.budget.fund.Fund;
import locality.platform.caller.Caller;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.money.Pence;
import locality.platform.refusal.NotFound;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Virements. Whoever changes one holds the lock on its fund, so a virement is read only after its
/// fund is locked: [#placeOf] answers which fund that is.
@ApplicationScoped
class Virements implements PanacheRepositoryBase<Virement, UUID> {

    /// A virement and the fund to lock before it is read.
    record Place(UUID virementId, UUID fundId) {}

    /// What virements did to a line in the year.
    ///
    /// @param waitingPence what waits for a decision to come or, below nothing, to go
    record Usage(
            String reference,
            Pence plannedPence,
            Pence currentPence,
            Pence givenPence,
            Pence gotPence,
            Pence givenWaitingPence,
            Pence gotWaitingPence) {}

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    Virement require(Caller caller, String idOrReference) {
        return findById(placeOf(caller, idOrReference).virementId());
    }

    /// Where a virement lies, without reading the virement itself.
    Place placeOf(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                        "select id, fundId from Virement where %s = ?1 and locality in ?2"
                                .formatted(named.column()),
                        named.value(),
                        caller.localities())
                .project(Place.class)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("virement", idOrReference));
    }

    /// Where the virement lies that a decision of its place answers: by the request it repeats,
    /// else by its subject.
    Optional<Place> placeOf(DecisionTaken decision) {
        return find(
                        "select id, fundId from Virement" + Answered.BY_A_DECISION,
                        Answered.by(decision, "virement"))
                .project(Place.class)
                .firstResultOptional();
    }

    /// The lines that virements move money between.
    Set<UUID> linesOf(Collection<UUID> virements) {
        return virements.isEmpty()
                ? Set.of()
                : getEntityManager()
                        .createQuery(
                                """
                                select m.lineId from Virement v join v.moves m
                                where v.id in :virements
                                """,
                                UUID.class)
                        .setParameter("virements", virements)
                        .getResultStream()
                        .collect(Collectors.toSet());
    }

    int nextNumber(Fund fund) {
        return Math.toIntExact(count("fundId", fund.id()) + 1);
    }

    /// What lines gave and got in the fund's year; what waits for a decision counts too.
    ChosenTier.Before before(Collection<UUID> lines) {
        var given = new HashMap<UUID, Pence>();
        var got = new HashMap<UUID, Pence>();
        getEntityManager()
                .createQuery(
                        """
                        select m.lineId, m.amountPence from Virement v join v.moves m
                        where m.lineId in :lines and v.state in :counted
                        """,
                        Object[].class)
                .setParameter("lines", lines)
                .setParameter(
                        "counted", List.of(VirementState.MADE, VirementState.PENDING_APPROVAL))
                .getResultStream()
                .map(row -> new Move((UUID) row[0], "", (Pence) row[1]))
                .forEach(
                        move ->
                                (move.gives() ? given : got)
                                        .merge(move.lineId(), move.size(), Pence::plus));
        return new ChosenTier.Before(given, got);
    }

    List<Virement> overdueIn(UUID fund, LocalDate today) {
        return find(
                        "fundId = ?1 and state = ?2 and dueOn < ?3",
                        Sort.by("id"),
                        fund,
                        VirementState.PENDING_APPROVAL,
                        today)
                .list();
    }

    List<Virement> page(
            Fund fund, @Nullable VirementState state, boolean forNoting, UUID after, int limit) {
        var query = new StringBuilder("fundId = :fund and id > :after");
        var which = Parameters.with("fund", fund.id()).and("after", after);
        if (state != null) {
            query.append(" and state = :state");
            which.and("state", state);
        }
        if (forNoting) {
            query.append(" and delegationId is not null");
        }
        return find(query.toString(), Sort.by("id"), which).range(0, limit).list();
    }

    /// Every line of the plan, and what virements did to it.
    List<Usage> usage(Fund fund) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(USAGE, Object[].class)
                .setParameter("fund", fund.id())
                .getResultStream()
                .map(
                        row ->
                                new Usage(
                                        (String) row[0],
                                        pence(row[1]),
                                        pence(row[2]),
                                        pence(row[3]),
                                        pence(row[4]),
                                        pence(row[5]),
                                        pence(row[6])))
                .toList();
    }

    private static Pence pence(Object column) {
        return Pence.of((Long) column);
    }

    private static final String USAGE =
            """
            select l.reference, l.planned_pence, l.current_pence,
              coalesce(sum(-m.amount_pence) filter (where m.amount_pence < 0 and m.state = 'MADE'), 0)::bigint,
              coalesce(sum(m.amount_pence) filter (where m.amount_pence > 0 and m.state = 'MADE'), 0)::bigint,
              coalesce(sum(-m.amount_pence) filter (where m.amount_pence < 0 and m.state = 'PENDING_APPROVAL'), 0)::bigint,
              coalesce(sum(m.amount_pence) filter (where m.amount_pence > 0 and m.state = 'PENDING_APPROVAL'), 0)::bigint
            from budget_line l
            left join (select m.line_id, m.amount_pence, v.state
                       from virement v join virement_move m on m.virement_id = v.id) m
              on m.line_id = l.id
            where l.fund_id = :fund and not l.withdrawn
            group by l.id order by l.number
            """;
}
