package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import locality.platform.money.Pence;

/// What a source gave to a fund, and what of it was carried into a later year so far.
@ApplicationScoped
class CarriedForward {

    private static final String OF_SOURCE =
            """
            select
              coalesce(
                sum(l.current_pence) filter (
                  where not l.withdrawn
                    and 'IN_VIEW' <> coalesce(
                      (select basis from line_basis
                       where line_id = l.id order by starts_on desc limit 1), l.basis)),
                0)::bigint,
              coalesce(sum(c.pence), 0)::bigint
            from budget_line l
            left join lateral (
              select sum(released_pence) as pence from commitment
              where line_id = l.id and state = 'CARRIED') c on true
            where l.fund_id = :fund and l.funding_source = :source
            """;

    private final EntityManager entities;

    CarriedForward(EntityManager entities) {
        this.entities = entities;
    }

    /// @param gave what the fund's lines have of the source **(default)**, in pence; a line that is
    ///   only in view when the year ends has nothing of it
    /// @param carried what was carried of it
    record OfSource(Pence gave, Pence carried) {

        /// What may still be carried where so many ten-thousandths of it may.
        Pence left(int basisPoints) {
            return allowed(basisPoints).minus(carried);
        }

        /// So many ten-thousandths of what it gave, rounded down to the penny.
        Pence allowed(int basisPoints) {
            return gave.basisPoints(basisPoints);
        }
    }

    OfSource of(UUID fund, String source) {
        var row =
                (Object[])
                        entities.createNativeQuery(OF_SOURCE, Object[].class)
                                .setParameter("fund", fund)
                                .setParameter("source", source)
                                .getSingleResult();
        return new OfSource(Pence.of((Long) row[0]), Pence.of((Long) row[1]));
    }
}
