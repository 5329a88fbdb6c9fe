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
import java.util.HashSet;
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
import locality.platform.event.Event;
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

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> uses = List.of();

    boolean recyclable;
    Pence plannedPence = Pence.ZERO;
    int planVersion;

    @Enumerated(EnumType.STRING)
    @Nullable PlanStage planStage;

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

    /// @param agreement the reference of its agreement
    FundOpened opened(@Nullable String agreement) {
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
                agreement);
    }

    /// A new version of the plan: these are all its lines.
    ///
    /// @param stage what it has become, null to leave it as it is
    /// @throws FundRefusal if the plan was further already
    public FundPlanned plan(
            Pence total, List<FundPlanned.Line> lines, @Nullable PlanStage stage, LocalDate today) {
        if (stage != null && !stage.mayFollow(planStage)) {
            throw new FundRefusal.StageGoneBack(reference, planStage, stage);
        }
        planStage = stage == null ? planStage : stage;
        planVersion++;
        plannedPence = total;
        return planned(lines, today);
    }

    /// The plan as it stands, told again with what its lines have now.
    public FundPlanned planned(List<FundPlanned.Line> lines, LocalDate today) {
        return new FundPlanned(
                id,
                plannedPence,
                lines,
                locality,
                today,
                planVersion,
                planStage == null ? null : planStage.name());
    }

    /// Whether the plan is at this stage already, or no stage is asked for.
    public boolean isAt(@Nullable PlanStage stage) {
        return stage == null || stage == planStage;
    }

    /// That the plan as it stands is to be said to have come further.
    ///
    /// @throws FundRefusal if there is no plan, or it is as far already
    public void requireBefore(PlanStage stage) {
        requirePlanned();
        if (isAt(stage)) {
            throw new FundRefusal.StageGoneBack(reference, planStage, stage);
        }
    }

    /// Whether an approval of the plan as it stands lets money move: a final plan's does, and that
    /// of a plan of which no stage was ever said; of any other, that of a decision which names the
    /// very stage, as in `MCR-BCF-2015-16/DRAFT` (S4 3.6).
    public boolean letsMoneyMoveUnder(KnownDecision decision) {
        return planStage == null
                || planStage == PlanStage.FINAL
                || decision.isAbout(namesOfStage(planStage));
    }

    /// Approves the plan as it stands. A body does so in the function of pooled budgets (S4 8.2),
    /// or in that in which it decides on the fund's commitments. A decision approves one version: a
    /// plan that changed after it needs another.
    ///
    /// @param commissioners whose money the lines are: the decision names each of them
    /// @throws locality.budget.authority.AuthorityRefusal if the decision does not cover it
    /// @throws FundRefusal if there is no plan, the decision approved another version, or the plan
    ///   is not as far that money may move
    public FundPlanApproved approve(
            KnownDecision decision, Set<String> commissioners, LocalDate today) {
        requireCovered(decision, commissioners, today);
        if (!letsMoneyMoveUnder(decision)) {
            throw new FundRefusal.StageNotFinal(reference, planStage);
        }
        approvedPlanVersion = planVersion;
        approvedPence = plannedPence;
        approvedDecisionId = decision.id();
        return new FundPlanApproved(
                id,
                decision.id(),
                locality,
                today,
                approvedPlanVersion,
                planStage == null ? null : planStage.name());
    }

    /// Approves the plan at a stage before the final one: the body and its decision are kept with
    /// that version, and no money moves for it.
    ///
    /// @param commissioners as for [#approve]
    PlanStageApproved approveStage(
            KnownDecision decision, PlanStage stage, Set<String> commissioners, LocalDate today) {
        requireCovered(decision, commissioners, today);
        return new PlanStageApproved(
                id, decision.id(), planVersion, stage, plannedPence, locality, today);
    }

    /// Approves as much as the stage of the plan allows.
    ///
    /// @param commissioners as for [#approve]
    public Event approveAtItsStage(
            KnownDecision decision, Set<String> commissioners, LocalDate today) {
        return planStage == null || letsMoneyMoveUnder(decision)
                ? approve(decision, commissioners, today)
                : approveStage(decision, planStage, commissioners, today);
    }

    private void requireCovered(
            KnownDecision decision, Set<String> commissioners, LocalDate today) {
        requirePlanned();
        var names = new HashSet<>(names("fund-plan"));
        if (planStage != null) {
            names.addAll(namesOfStage(planStage));
        }
        var function = decision.isIn(decisionFunction) ? decisionFunction : PLAN_FUNCTION;
        decision.requireCovering(
                new Matter(
                        names,
                        plannedPence,
                        function,
                        today,
                        locality,
                        commissioners.stream().collect(toMap(one -> one, _ -> Pence.ZERO))));
        var before = planVersionsByDecision.putIfAbsent(decision.id(), planVersion);
        if (before != null && before != planVersion) {
            throw new FundRefusal.ApprovedAnotherVersion(decision, before, planVersion);
        }
    }

    private void requirePlanned() {
        if (planVersion == 0) {
            throw new FundRefusal.NotPlanned(reference);
        }
    }

    private Set<Subject> namesOfStage(PlanStage stage) {
        return Set.of(
                new Subject("fund-plan", id + "/" + stage),
                new Subject("fund-plan", reference + "/" + stage));
    }

    /// The authority of the approved plan for what stood in it, if a decision approved it.
    public Optional<Authority> approvalOf(int changedInPlanVersion) {
        return approvedPlanVersion == null || approvedPlanVersion < changedInPlanVersion
                ? Optional.empty()
                : Optional.ofNullable(approvedDecisionId).map(Authority::plan);
    }

    /// Whether a plan of it was ever approved. From then on a new one acts on no line before it is
    /// approved itself; up to then there is none that it could take anything from.
    public boolean hasAnApprovedPlan() {
        return approvedPlanVersion != null;
    }

    /// What the plan sums to that its lines follow: the one approved last, or while none was, the
    /// one there is.
    public Pence plannedInForce() {
        return approvedPence == null ? plannedPence : approvedPence;
    }

    /// The version of the plan that its lines follow, as [#plannedInForce()].
    public int planVersionInForce() {
        return approvedPlanVersion == null ? planVersion : approvedPlanVersion;
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

    /// How far the plan has come, null where it was never said.
    public @Nullable PlanStage planStage() {
        return planStage;
    }

    /// What its money may be used for, each a name; none where that is not laid down.
    public List<String> uses() {
        return List.copyOf(uses);
    }

    /// Whether savings come back into it (S4 3.2.2).
    public boolean isRecyclable() {
        return recyclable;
    }

    /// Which version of the plan each decision approved, at whatever stage.
    public Map<UUID, Integer> planVersionsByDecision() {
        return Map.copyOf(planVersionsByDecision);
    }

    public long version() {
        return version;
    }
}
