package locality.budget.commitment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.Named;
import locality.budget.authority.Answered;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.http.EntityTag;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Commitments. Whoever changes one holds the lock on its line, so a commitment is read only after
/// its line is locked: [#placeOf] answers which line that is.
@ApplicationScoped
class Commitments implements PanacheRepositoryBase<Commitment, UUID> {

    private static final List<CommitmentState> HOLDING =
            List.of(CommitmentState.OPEN, CommitmentState.PART_DISCHARGED);

    private final Lines lines;

    Commitments(Lines lines) {
        this.lines = lines;
    }

    /// A commitment and the line to lock before it is read.
    record Place(UUID commitmentId, UUID lineId) {}

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    Commitment require(Caller caller, String idOrReference) {
        return findById(placeOf(caller, idOrReference).commitmentId());
    }

    /// A commitment to change, read under the lock of its line.
    record Locked(Commitment commitment, BudgetLine line) {}

    /// The commitment, its line locked first.
    ///
    /// @param idOrReference either
    /// @param ifMatch the tag under which the caller saw it, null if none is said
    /// @throws NotFound if there is none that the caller may see
    /// @throws locality.platform.refusal.Refusal if it was changed since the caller saw it
    Locked lock(Caller caller, String idOrReference, @Nullable String ifMatch) {
        var place = placeOf(caller, idOrReference);
        var line = lines.lock(place.lineId());
        var commitment = findById(place.commitmentId());
        new EntityTag(commitment.version).check(ifMatch);
        return new Locked(commitment, line);
    }

    /// Where a commitment lies, without reading the commitment itself.
    Place placeOf(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                        "select id, lineId from Commitment where %s = ?1 and locality in ?2"
                                .formatted(named.column()),
                        named.value(),
                        caller.localities())
                .project(Place.class)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("commitment", idOrReference));
    }

    /// The fund to lock before the line of a commitment is, where others of the fund count too.
    UUID fundOf(Place place) {
        return find("select fundId from Commitment where id = ?1", place.commitmentId())
                .project(UUID.class)
                .singleResult();
    }

    /// A line in the commitment's locality, without reading the line itself.
    ///
    /// @param idOrReference either
    /// @throws NotFound if there is none
    UUID lineBeside(Place place, String idOrReference) {
        var named = Named.by(idOrReference);
        return getEntityManager()
                .createQuery(
                        """
                        select l.id from BudgetLine l, Commitment c
                        where c.id = :commitment and l.locality = c.locality
                          and l.withdrawn = false and l.%s = :named
                        """
                                .formatted(named.column()),
                        UUID.class)
                .setParameter("commitment", place.commitmentId())
                .setParameter("named", named.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("budget line", idOrReference));
    }

    /// Where the commitment lies that a decision of its place answers: by the request it repeats,
    /// else by its subject.
    Optional<Place> placeOf(DecisionTaken decision) {
        return find(
                        "select id, lineId from Commitment" + Answered.BY_A_DECISION,
                        Answered.by(decision, "commitment"))
                .project(Place.class)
                .firstResultOptional();
    }

    /// What is approved so far for the subject of a commitment, given back parts and the commitment
    /// itself not counted. Two are about the same subject when both are for one intervention, or
    /// when one of them says none and both are on one line, to one provider or under one contract.
    Pence approvedBeside(Commitment commitment) {
        var approved =
                getEntityManager()
                        .createQuery(
                                """
                                select coalesce(sum(c.amountPence), 0L)
                                         - coalesce(sum(c.releasedPence), 0L)
                                from Commitment c
                                where c.locality = :locality and c.openedOn is not null
                                  and c.id <> :id
                                  and (c.interventionId = :intervention
                                    or '' in (:intervention, coalesce(c.interventionId, ''))
                                      and c.lineId = :line
                                      and (c.provider = :provider or c.contractId = :contract))
                                """,
                                Long.class)
                        .setParameter("locality", commitment.locality)
                        .setParameter("id", commitment.id)
                        .setParameter("intervention", orNone(commitment.interventionId))
                        .setParameter("line", commitment.lineId)
                        .setParameter("provider", commitment.provider)
                        .setParameter("contract", orNone(commitment.contractId))
                        .getSingleResult();
        return Pence.of(approved);
    }

    /// Locks the intervention that a commitment is for, so that two who count what was approved for
    /// it see each other, whichever lines they are on. Else its line is locked already.
    void lockSubject(Commitment commitment) {
        if (commitment.interventionId != null) {
            getEntityManager()
                    .createNativeQuery(
                            """
                            select 1 from pg_advisory_xact_lock(
                              hashtextextended('intervention ' || ?1 || ' ' || ?2, 0))
                            """)
                    .setParameter(1, commitment.locality.name())
                    .setParameter(2, commitment.interventionId)
                    .getSingleResult();
        }
    }

    private static String orNone(@Nullable String said) {
        return said == null ? "" : said;
    }

    /// The partners that contribute to a fund.
    Set<String> contributingTo(UUID fund) {
        return getEntityManager()
                .createQuery(
                        "select distinct s.partner from ContributionSchedule s where s.fundId = ?1",
                        String.class)
                .setParameter(1, fund)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /// Raises the version of a commitment as it is shown, with what waits on it.
    void showsAnother(Commitment commitment) {
        getEntityManager().lock(commitment, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /// What a commitment holds day by day, as the ledger has it.
    HeldByDay heldByDay(Commitment commitment) {
        var moved = new TreeMap<LocalDate, Pence>();
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select cast(e.effective_on as text), cast(sum(p.amount_pence) as bigint)
                        from journal_entry e join posting p on p.entry_id = e.id
                        where e.commitment_id = :commitment and p.account = 'COMMITMENTS'
                        group by e.effective_on
                        """,
                        Object[].class)
                .setParameter("commitment", commitment.id)
                .getResultStream()
                .forEach(
                        row ->
                                moved.put(
                                        LocalDate.parse((String) row[0]), Pence.of((Long) row[1])));
        return HeldByDay.of(moved);
    }

    List<Commitment> overdueOn(UUID line, LocalDate today) {
        return find(
                        "lineId = ?1 and state = ?2 and dueOn < ?3",
                        Sort.by("id"),
                        line,
                        CommitmentState.PENDING_APPROVAL,
                        today)
                .list();
    }

    /// Those whose term is over, and was not when they were opened.
    List<Commitment> overOn(UUID line, LocalDate today) {
        return find(
                        "lineId = ?1 and state in ?2 and expiresOn < ?3 and openedOn <= expiresOn",
                        Sort.by("id"),
                        line,
                        HOLDING,
                        today)
                .list();
    }

    List<Commitment> page(
            Caller caller,
            @Nullable Locality locality,
            @Nullable UUID fund,
            @Nullable CommitmentState state,
            UUID after,
            int limit) {
        var places = caller.localitiesWithin(locality);
        var query = new StringBuilder("locality in :places and id > :after");
        var which = Parameters.with("places", places).and("after", after);
        if (fund != null) {
            query.append(" and fundId = :fund");
            which.and("fund", fund);
        }
        if (state != null) {
            query.append(" and state = :state");
            which.and("state", state);
        }
        return find(query.toString(), Sort.by("id"), which).page(0, limit + 1).list();
    }
}
