package locality.governance.recorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Gives what nobody named a reference: what it begins with, and the number after the highest that
/// is there, as in `BRY-JLT-RISK-4`.
@ApplicationScoped
public class References {

    private final EntityManager entities;

    References(EntityManager entities) {
        this.entities = entities;
    }

    /// The next, which nobody else takes before the transaction ends.
    ///
    /// @param table has a `reference`, and the index by what it begins with and its number
    /// @param prefix what the reference begins with, before its number; it ends with no digit
    public String next(String table, String prefix) {
        Turns.take(entities, table + "|" + prefix);
        var highest =
                (BigDecimal)
                        entities.createNativeQuery(HIGHEST.formatted(table), BigDecimal.class)
                                .setParameter("prefix", prefix)
                                .getSingleResult();
        return prefix + highest.toBigInteger().add(BigInteger.ONE);
    }

    static final String HIGHEST =
            """
            select coalesce(max(cast(substring(reference from '[0-9]+$') as numeric)), 0)
            from %s where regexp_replace(reference, '[0-9]+$', '') = :prefix
            """;
}
