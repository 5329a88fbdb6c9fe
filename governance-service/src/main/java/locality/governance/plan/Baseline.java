package locality.governance.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.platform.fact.Provenance;
import locality.platform.http.Page;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// When a plan was to reach what, fixed by a decision under a name of its own. It is written once
/// and kept for ever; it changes no forecast.
@Entity
class Baseline {

    /// What a decision that sets one names as its subject's type.
    static final String SUBJECT = "plan";

    @Id UUID id;
    UUID planId;

    /// 1 for the first of its plan.
    int number;

    String name;
    LocalDate setOn;
    UUID decisionId;
    String decisionReference;

    /// By milestone, the day on which it could be reached as it stood on the day of the baseline:
    /// so slippage against it begins at nothing.
    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "baseline_milestone", joinColumns = @JoinColumn(name = "baseline_id"))
    @MapKeyColumn(name = "milestone_id")
    @Column(name = "baseline_on")
    Map<UUID, LocalDate> days = new HashMap<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    Baseline() {}

    /// What a baseline is to be set as.
    ///
    /// @param setOn the day as of which days are fixed
    /// @param today the day on which that is done, on which its decision still holds
    record Fixing(
            String name,
            LocalDate setOn,
            Decided decision,
            LocalDate today,
            Provenance provenance) {}

    /// @param before every baseline of the plan so far, the first to the last
    /// @param network the plan's milestones with all they wait for, as they stood on the day
    /// @throws PlanRefusal if its name is taken, another was set later, its decision does not set
    ///   it, or there is nothing to fix
    static Baseline set(UUID id, Plan plan, List<Baseline> before, Fixing said, Network network) {
        requireInOrder(plan, before, said);
        requireDecided(plan, before, said);
        var baseline = new Baseline();
        baseline.id = id;
        baseline.planId = plan.id;
        baseline.number = before.size() + 1;
        baseline.name = said.name;
        baseline.setOn = said.setOn;
        baseline.decisionId = said.decision.id();
        baseline.decisionReference = said.decision.reference();
        baseline.provenance = said.provenance;
        network.dates(Map.of())
                .forEach(
                        (milestone, dates) -> {
                            if (network.isOf(milestone, plan) && dates.early() != null) {
                                baseline.days.put(milestone, dates.early());
                            }
                        });
        if (baseline.days.isEmpty()) {
            throw new PlanRefusal.NothingToBaseline(plan.reference, said.setOn);
        }
        return baseline;
    }

    private static void requireInOrder(Plan plan, List<Baseline> before, Fixing said) {
        if (before.stream().anyMatch(one -> one.name.equals(said.name))) {
            throw new PlanRefusal.BaselineNameTaken(plan.reference, said.name);
        }
        if (!before.isEmpty() && said.setOn.isBefore(before.getLast().setOn)) {
            throw new PlanRefusal.BaselineOutOfOrder(
                    plan.reference, before.getLast().setOn, said.setOn);
        }
    }

    /// A decision of its own about the plan, in effect on the day and still today.
    private static void requireDecided(Plan plan, List<Baseline> before, Fixing said) {
        var decision = said.decision;
        if (!decision.isAbout(SUBJECT, plan.id.toString(), plan.reference)) {
            throw PlanRefusal.BaselineDecisionNotValid.aboutSomethingElse(
                    decision.reference(), decision.subject(), plan.reference);
        }
        var from = decision.from();
        if (from == null || !decision.holdsOn(said.today)) {
            throw PlanRefusal.BaselineDecisionNotValid.notInEffect(
                    decision.reference(), decision.state());
        }
        if (!decision.holdsOn(said.setOn)) {
            throw PlanRefusal.BaselineDecisionNotValid.later(
                    decision.reference(), from, said.setOn);
        }
        for (var one : before) {
            if (one.decisionId.equals(decision.id())) {
                throw PlanRefusal.BaselineDecisionNotValid.used(decision.reference(), one.name);
            }
        }
    }
}
