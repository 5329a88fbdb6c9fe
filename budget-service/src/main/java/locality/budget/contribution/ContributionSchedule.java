package locality.budget.contribution;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import locality.platform.event.BudgetEvent.ContributionScheduled;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What one partner pays into a fund in its year from one source; its instalments sum to the year.
@Entity
class ContributionSchedule {
    @Id UUID id;
    UUID fundId;
    Locality locality;
    String partner;
    String source;
    Pence annualPence;

    @Enumerated(EnumType.STRING)
    ContributionProfile profile;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "contribution_instalment",
            joinColumns = @JoinColumn(name = "schedule_id"))
    @OrderBy("number")
    Set<Instalment> instalments = new LinkedHashSet<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    ContributionScheduled scheduled(FinancialYear year) {
        return new ContributionScheduled(
                id,
                fundId,
                partner,
                annualPence,
                instalments.stream()
                        .map(
                                due ->
                                        new ContributionScheduled.Instalment(
                                                due.dueOn(), due.amountPence()))
                        .toList(),
                locality,
                year.start(),
                provenance,
                source,
                null,
                null);
    }
}
