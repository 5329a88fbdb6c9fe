package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What officers promised under a delegation, for a board to note: each promise and each rise of
/// one, as the ledger has it. A board notes by the day on which it was recorded, so that what is
/// entered late, for a day long noted, is noted too.
@ApplicationScoped
class Noting {

    static final List<String> COLUMNS =
            List.of(
                    "entry",
                    "effectiveDate",
                    "recordedOn",
                    "commitment",
                    "fund",
                    "promisedPence",
                    "provider",
                    "purpose",
                    "delegation",
                    "requestedBy",
                    "locality");

    private static final String UNDER_DELEGATIONS =
            """
            select e.number, cast(e.effective_on as text),
              cast(cast(e.recorded_at at time zone 'Europe/London' as date) as text), c.reference, f.reference,
              cast(sum(p.amount_pence) as bigint), c.provider, c.purpose, g.reference,
              c.requested_by, c.locality
            from journal_entry e
            join posting p on p.entry_id = e.id and p.account = 'COMMITMENTS' and p.amount_pence > 0
            join commitment c on c.id = e.commitment_id
            join fund f on f.id = c.fund_id
            join known_delegation g on g.id = e.authority_id
            where e.authority_kind = 'DELEGATION' and c.locality in (:places) and e.number > :after
              and cast(e.recorded_at at time zone 'Europe/London' as date) between :from and :to
            group by e.number, e.effective_on, e.recorded_at, c.reference, f.reference, c.provider, c.purpose,
              g.reference, c.requested_by, c.locality
            order by e.number limit :limit
            """;

    private final EntityManager entities;

    Noting(EntityManager entities) {
        this.entities = entities;
    }

    @Schema(name = "PromiseForNoting")
    record Promise(
            @Schema(description = "The number of the journal entry that holds it") long entry,
            @Schema(description = "The day from which it is promised") LocalDate effectiveDate,
            @Schema(description = "The day on which it was recorded") LocalDate recordedOn,
            String commitment,
            String fund,
            @Schema(description = "What was promised by it, of a variation the rise")
                    Pence promisedPence,
            String provider,
            String purpose,
            @Schema(description = "The delegation under which it was promised") String delegation,
            String requestedBy,
            @Schema(examples = "E08000003") String locality) {

        List<Object> cells() {
            return List.of(
                    "JE-" + entry,
                    effectiveDate,
                    recordedOn,
                    commitment,
                    fund,
                    promisedPence,
                    provider,
                    purpose,
                    delegation,
                    requestedBy,
                    locality);
        }
    }

    /// @param from the first day on which it was recorded
    /// @param to the last
    /// @param after the number of the journal entry to go on after
    List<Promise> page(Set<Locality> places, LocalDate from, LocalDate to, long after, int limit) {
        List<?> rows =
                entities.createNativeQuery(UNDER_DELEGATIONS, Object[].class)
                        .setParameter("places", places.stream().map(Locality::code).toList())
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setParameter("after", after)
                        .setParameter("limit", limit + 1)
                        .getResultList();
        return rows.stream().map(Object[].class::cast).map(Noting::promise).toList();
    }

    private static Promise promise(Object[] row) {
        return new Promise(
                ((Number) row[0]).longValue(),
                LocalDate.parse((String) row[1]),
                LocalDate.parse((String) row[2]),
                (String) row[3],
                (String) row[4],
                Pence.of((Long) row[5]),
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9],
                (String) row[10]);
    }
}
