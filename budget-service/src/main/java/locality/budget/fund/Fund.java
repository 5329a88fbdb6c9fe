package locality.budget.fund;

import static java.util.stream.Collectors.toMap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.Matter;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.BudgetEvent.FundOpened;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The money of one agreement in one financial year. Its plan counts versions; a decision approves
/// one of them, and with it every line that version holds unchanged since.
@Entity
public class Fund {
    private static final String PLAN_FUNCTION = "pooled-budget";

    @Id UUID id;
    String reference;
    String name;

    @Enumerated(EnumType.STRING)
    FundKind kind;

    Locality locality;
    FinancialYear financialYear;
    @Nullable UUID agreementId;
    String host;
    String decisionFunction;
    Pence plannedPence = Pence.ZERO;
    int planVersion;
    @Nullable Integer approvedPlanVersion;
    @Nullable Pence approvedPence;
    @Nullable UUID approvedDecisionId;

    @ElementCollection
    @CollectionTable(name = "plan_approval", joinColumns = @JoinColumn(name = "fund_id"))
    @MapKeyColumn(name = "decision_id")
    @Column(name = "plan_version")
    Map<UUID, Integer> planVersionsByDecision = new HashMap<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    FundOpened opened() {
        return new FundOpened(
                id,
                reference,
                name,
                kind.name(),
                financialYear,
                host,
                locality,
                financialYear.start(),
                provenance,
                null);
    }

    /// A new version of the plan: these are all its lines.
    public FundPlanned plan(Pence total, List<FundPlanned.Line> lines, LocalDate today) {
        planVersion++;
        plannedPence = total;
        return new FundPlanned(id, total, lines, locality, today, planVersion, null);
    }

    /// Approves the plan as it stands. A body does so in the function of pooled budgets (S4 8.2),
    /// or in that in which it decides on the fund's commitments. A decision approves one version: a
    /// plan that changed after it needs another.
    ///
    /// @param commissioners whose money the lines are: the decision names each of them
    /// @throws locality.budget.authority.AuthorityRefusal if the decision does not cover it
    /// @throws FundRefusal if there is no plan, or the decision approved another version
    public FundPlanApproved approve(
            KnownDecision decision, Set<String> commissioners, LocalDate today) {
        if (planVersion == 0) {
            throw new FundRefusal.NotPlanned(reference);
        }
        var function = decision.isIn(decisionFunction) ? decisionFunction : PLAN_FUNCTION;
        decision.requireCovering(
                new Matter(
                        names("fund-plan"),
                        plannedPence,
                        function,
                        today,
                        locality,
                        commissioners.stream().collect(toMap(one -> one, _ -> Pence.ZERO))));
        var before = planVersionsByDecision.putIfAbsent(decision.id(), planVersion);
        if (before != null && before != planVersion) {
            throw new FundRefusal.ApprovedAnotherVersion(decision, before, planVersion);
        }
        approvedPlanVersion = planVersion;
        approvedPence = plannedPence;
        approvedDecisionId = decision.id();
        return new FundPlanApproved(id, decision.id(), locality, today, approvedPlanVersion, null);
    }

    /// The authority of the approved plan for what stood in it, if a decision approved it.
    public Optional<Authority> approvalOf(int changedInPlanVersion) {
        return approvedPlanVersion == null || approvedPlanVersion < changedInPlanVersion
                ? Optional.empty()
                : Optional.ofNullable(approvedDecisionId).map(Authority::plan);
    }

    /// Whether this is the decision that approved the plan last.
    public boolean isApprovedBy(UUID decision) {
        return decision.equals(approvedDecisionId);
    }

    /// How a decision may name this fund.
    public Set<Subject> names(String type) {
        return Set.of(new Subject(type, id.toString()), new Subject(type, reference));
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public Locality locality() {
        return locality;
    }

    public FinancialYear financialYear() {
        return financialYear;
    }

    /// Who holds its money, by ODS or GSS code.
    public String host() {
        return host;
    }

    public String decisionFunction() {
        return decisionFunction;
    }

    public @Nullable UUID agreementId() {
        return agreementId;
    }

    public int planVersion() {
        return planVersion;
    }

    public Pence planned() {
        return plannedPence;
    }

    public long version() {
        return version;
    }
}
