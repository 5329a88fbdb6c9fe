package locality.budget.saving;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import locality.budget.Named;
import locality.budget.fund.Fund;
import locality.budget.line.BudgetLine;
import locality.platform.refusal.NotFound;

@ApplicationScoped
class RecycledSavings implements PanacheRepositoryBase<RecycledSaving, UUID> {

    private static final String WITH_ITS_LINE =
            """
            select s, b, l from RecycledSaving s
            join BudgetLine l on l.id = s.lineId
            left join SavingTakenBack b on b.savingId = s.id
            where s.fundId = :fund and s.id > :after order by s.id
            """;

    /// @param fund locked, so that its savings count 1, 2, 3
    String nextReference(Fund fund) {
        return "%s-RS%d".formatted(fund.reference(), count("fundId", fund.id()) + 1);
    }

    /// @throws NotFound if no such saving came back into the fund
    RecycledSaving require(Fund fund, String idOrReference) {
        var named = Named.by(idOrReference);
        return find("fundId = ?1 and %s = ?2".formatted(named.column()), fund.id(), named.value())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("recycled saving", idOrReference));
    }

    /// With what became of each, and what its line has now.
    List<SavingView> page(Fund fund, UUID after, int limit) {
        return getEntityManager()
                .createQuery(WITH_ITS_LINE, Object[].class)
                .setParameter("fund", fund.id())
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(
                        row ->
                                SavingView.of(
                                        (RecycledSaving) row[0],
                                        (SavingTakenBack) row[1],
                                        (BudgetLine) row[2]))
                .toList();
    }
}
