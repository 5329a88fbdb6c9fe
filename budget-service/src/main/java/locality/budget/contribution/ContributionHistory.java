package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.budget.authority.Authority;
import locality.platform.identifier.Ids;
import locality.platform.refusal.NotFound;

/// What contributions were, and what happened to them; only ever added to.
@ApplicationScoped
class ContributionHistory {

    private static final String RECEIPTS =
            """
            select s, m from ContributionMovement m
            join ContributionSchedule s on s.id = m.scheduleId
            where s.fundId = :fund and m.kind = RECEIVED
              and not exists (select 1 from ContributionMovement b where b.takesBack = m.id)
              %s
            order by m.effectiveOn, m.id
            """;

    private final EntityManager entities;

    ContributionHistory(EntityManager entities) {
        this.entities = entities;
    }

    void keep(ContributionTerms terms) {
        entities.persist(terms);
    }

    void keep(ContributionMovement movement) {
        entities.persist(movement);
    }

    /// Every version of a contribution, the first first.
    List<ContributionTerms> terms(UUID schedule) {
        return entities.createQuery(
                        "from ContributionTerms where scheduleId = :schedule order by version",
                        ContributionTerms.class)
                .setParameter("schedule", schedule)
                .getResultList();
    }

    /// What it was on a day, as far as was known at a moment; its first terms hold from the
    /// beginning.
    Optional<ContributionTerms> terms(UUID schedule, LocalDate on, Instant knownAt) {
        return terms(schedule).stream()
                .filter(terms -> terms.version == 1 || !terms.effectiveOn.isAfter(on))
                .filter(terms -> !terms.recordedAt.isAfter(knownAt))
                .reduce((_, later) -> later);
    }

    /// Everything that happened to a contribution, in the order in which it was recorded.
    List<ContributionMovement> movements(UUID schedule) {
        return entities.createQuery(
                        "from ContributionMovement where scheduleId = :schedule order by id",
                        ContributionMovement.class)
                .setParameter("schedule", schedule)
                .getResultList();
    }

    /// A receipt, and the contribution it pays.
    record Received(ContributionSchedule schedule, ContributionMovement receipt) {}

    /// What a fund received, without what was taken back, in the order of the days.
    List<Received> receipts(UUID fund) {
        return entities.createQuery(RECEIPTS.formatted(""), Received.class)
                .setParameter("fund", fund)
                .getResultList();
    }

    /// As [#receipts], of these lines of bank statements alone.
    List<Received> receipts(UUID fund, Collection<String> documents) {
        return entities.createQuery(
                        RECEIPTS.formatted("and m.document in :documents"), Received.class)
                .setParameter("fund", fund)
                .setParameter("documents", documents)
                .getResultList();
    }

    /// @throws NotFound if the contribution has no such receipt
    ContributionMovement requireReceipt(UUID schedule, String id) {
        return Ids.parse(id)
                .map(known -> entities.find(ContributionMovement.class, known))
                .filter(receipt -> receipt.scheduleId.equals(schedule) && receipt.isReceipt())
                .orElseThrow(() -> new NotFound("receipt", id));
    }

    /// What allowed the entries of something that happened.
    Authority authorityOf(ContributionMovement movement) {
        var entry =
                (Tuple)
                        entities.createNativeQuery(
                                        """
                                        select authority_kind, authority_id from journal_entry
                                        where id = :entry
                                        """,
                                        Tuple.class)
                                .setParameter("entry", movement.entryId)
                                .getSingleResult();
        return new Authority(
                Authority.Kind.valueOf(entry.get(0, String.class)), entry.get(1, UUID.class));
    }
}
