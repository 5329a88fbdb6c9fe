package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.Basis;
import locality.platform.caller.Caller;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Follows a commitment's money from the pool to the contract, with the proof of every sum (S4
/// 3.3.3).
@ApplicationScoped
class TraceCommitment {

    private static final String FROM_POOL_TO_CONTRACT =
            """
            select f.reference, a.reference, cast(f.agreement_id as text), l.reference, l.scheme,
              l.funding_source, l.commissioner, d.reference, d.body_name, g.reference
            from commitment c
            join fund f on f.id = c.fund_id
            join budget_line l on l.id = c.line_id
            left join agreement a on a.id = f.agreement_id
            left join known_decision d on d.id = c.decision_id
            left join known_delegation g on g.id = c.delegation_id
            where c.id = :commitment
            """;
    private static final String POSTED =
            """
            select 'JE-' || e.number, cast(e.effective_on as text), e.description,
              cast(coalesce(sum(p.amount_pence) filter (where p.account = 'SPEND'), 0) as bigint),
              cast(coalesce(sum(p.amount_pence) filter (where p.account = 'COMMITMENTS'), 0)
                as bigint)
            from journal_entry e join posting p on p.entry_id = e.id
            where e.commitment_id = :commitment
            group by e.number, e.effective_on, e.description order by e.number
            """;

    private final Commitments commitments;
    private final Agreements agreements;
    private final EntityManager entities;

    TraceCommitment(Commitments commitments, Agreements agreements, EntityManager entities) {
        this.commitments = commitments;
        this.agreements = agreements;
        this.entities = entities;
    }

    /// The agreement under which the money is pooled or aligned.
    @Schema(name = "TracedAgreement")
    record Pool(
            String reference,
            String host,
            @Schema(
                            description =
                                    "On the day the commitment begins; null before the agreement"
                                            + " does")
                    @Nullable Basis basis) {}

    @Schema(name = "TracedLine")
    record Line(String reference, String scheme, String fundingSource, String commissioner) {}

    @Schema(name = "TracedAuthority")
    record Allowed(
            @Schema(description = "The decision it rests on") @Nullable String decision,
            @Schema(description = "The body that took it") @Nullable String body,
            @Schema(description = "The delegation it rests on") @Nullable String delegation) {}

    @Schema(name = "TracedEntry")
    record Moved(
            String entry,
            LocalDate effectiveDate,
            String description,
            @Schema(description = "Paid by it") Pence spentPence,
            @Schema(description = "Held by it, less than nothing where it frees")
                    Pence heldPence) {}

    @Schema(name = "TracedSum")
    record Sum(
            @Schema(examples = "spent in the ledger = discharged") String says,
            Pence pence,
            Pence expectedPence,
            boolean holds) {

        static Sum of(String says, Pence pence, Pence expected) {
            return new Sum(says, pence, expected, pence.equals(expected));
        }
    }

    @Schema(name = "TraceOfCommitment")
    record Trace(
            @Nullable Pool agreement,
            String fund,
            Line line,
            Allowed authority,
            String commitment,
            Pence amountPence,
            Basis basis,
            String provider,
            String purpose,
            @Nullable String interventionId,
            @Nullable String contractId,
            List<Moved> entries,
            @Schema(description = "What each sum must equal") List<Sum> proof) {}

    /// What was recorded by one moment, whatever is paid while it is read.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Trace handle(Caller caller, String idOrReference) {
        entities.createNativeQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
        return of(commitments.require(caller, idOrReference));
    }

    private Trace of(Commitment commitment) {
        var row = path(commitment);
        var entries = entries(commitment);
        return new Trace(
                pool((String) row[1], (String) row[2], commitment.effectiveOn),
                (String) row[0],
                new Line((String) row[3], (String) row[4], (String) row[5], (String) row[6]),
                new Allowed((String) row[7], (String) row[8], (String) row[9]),
                commitment.reference,
                commitment.amountPence,
                commitment.basis,
                commitment.provider,
                commitment.purpose,
                commitment.interventionId,
                commitment.contractId,
                entries,
                proof(commitment, entries));
    }

    private static List<Sum> proof(Commitment commitment, List<Moved> entries) {
        var spent = Pence.sum(entries.stream().map(Moved::spentPence).toList());
        var held = Pence.sum(entries.stream().map(Moved::heldPence).toList());
        var promised = commitment.authorised() ? commitment.amountPence : Pence.ZERO;
        return List.of(
                Sum.of("spent in the ledger = discharged", spent, commitment.dischargedPence),
                Sum.of(
                        "held in the ledger = remaining",
                        held,
                        commitment.state.holdsMoney() ? commitment.remaining() : Pence.ZERO),
                Sum.of(
                        "spent + held + given back = promised",
                        spent.plus(held).plus(commitment.releasedPence),
                        promised));
    }

    private @Nullable Pool pool(
            @Nullable String reference, @Nullable String agreement, LocalDate day) {
        if (reference == null || agreement == null) {
            return null;
        }
        var found = agreements.findById(UUID.fromString(agreement));
        return new Pool(reference, found.hostOn(day), found.basisOn(day).orElse(null));
    }

    private Object[] path(Commitment commitment) {
        return (Object[])
                entities.createNativeQuery(FROM_POOL_TO_CONTRACT, Object[].class)
                        .setParameter("commitment", commitment.id)
                        .getSingleResult();
    }

    private List<Moved> entries(Commitment commitment) {
        List<?> rows =
                entities.createNativeQuery(POSTED, Object[].class)
                        .setParameter("commitment", commitment.id)
                        .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(
                        row ->
                                new Moved(
                                        (String) row[0],
                                        LocalDate.parse((String) row[1]),
                                        (String) row[2],
                                        Pence.of((Long) row[3]),
                                        Pence.of((Long) row[4])))
                .toList();
    }
}
