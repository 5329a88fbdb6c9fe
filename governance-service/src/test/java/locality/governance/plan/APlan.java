package locality.governance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.governance.decision.ADecision;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A plan of Oldham, made on 9 June 2021, as rule tests tell it.
final class APlan {

    static final LocalDate MADE = LocalDate.of(2021, 6, 9);
    static final LocalDate LATER = LocalDate.of(2021, 6, 21);
    static final Provenance SOURCE = Provenance.illustrative();

    private APlan() {}

    static Plan plan() {
        var plan = new Plan();
        plan.id = UUID.randomUUID();
        plan.reference = "OLD-ICS";
        plan.title = "Oldham Integrated Care System";
        plan.locality = Locality.OLDHAM;
        plan.madeOn = MADE;
        plan.provenance = SOURCE;
        return plan;
    }

    static Milestone milestone(Plan plan, int number, String title, @Nullable String forecast) {
        return Milestone.planned(
                UUID.randomUUID(),
                plan,
                number,
                new Milestone.Wording(title, null, "Programme Director", null, null, List.of()),
                Forecast.of(forecast, null, null),
                MADE,
                SOURCE);
    }

    static Milestone in(MilestoneState state) {
        var milestone = milestone(plan(), 1, "Reviews", "2021-06-18");
        switch (state) {
            case PLANNED -> {}
            case IN_PROGRESS -> milestone.start(MADE, SOURCE);
            case ACHIEVED -> milestone.achieve(MADE, null, null, SOURCE);
            case CANCELLED -> milestone.cancel(MADE, "Not needed", SOURCE);
        }
        return milestone;
    }

    static void after(Milestone milestone, Milestone before, int lagDays) {
        milestone.waitFor(Set.of(new Link(before.id, before.reference, lagDays)), MADE);
    }

    static Decided decisionAbout(Plan plan) {
        return ADecision.approved("plan", plan.reference, plan.locality, MADE);
    }
}
