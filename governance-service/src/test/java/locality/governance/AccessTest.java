package locality.governance;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.BiConsumer;
import locality.governance.action.ActionsToWalk;
import locality.governance.agreement.AgreementsToWalk;
import locality.governance.assessment.AssessmentsToWalk;
import locality.governance.body.BodiesToWalk;
import locality.governance.calendar.CalendarsToWalk;
import locality.governance.closedown.ClosedownsToWalk;
import locality.governance.composition.SeatRulesToWalk;
import locality.governance.consultation.ConsultationsToWalk;
import locality.governance.decision.DecisionsToWalk;
import locality.governance.delegation.DelegationsToWalk;
import locality.governance.dispute.DisputesToWalk;
import locality.governance.duty.DutiesToWalk;
import locality.governance.engagement.EngagementsToWalk;
import locality.governance.forwardplan.ForwardPlansToWalk;
import locality.governance.function.FunctionsToWalk;
import locality.governance.gap.GapsToWalk;
import locality.governance.gateway.GatewaysToWalk;
import locality.governance.guidance.GuidanceToWalk;
import locality.governance.meeting.MeetingsToWalk;
import locality.governance.minutes.MinutesToWalk;
import locality.governance.organisation.OrganisationsToWalk;
import locality.governance.paper.PapersToWalk;
import locality.governance.plan.PlansToWalk;
import locality.governance.position.PositionsToWalk;
import locality.governance.post.PostsToWalk;
import locality.governance.principle.PrinciplesToWalk;
import locality.governance.receipt.ReceiptsToWalk;
import locality.governance.recommendation.RecommendationsToWalk;
import locality.governance.record.RecordsToWalk;
import locality.governance.register.RegistersToWalk;
import locality.governance.route.RoutesToWalk;
import locality.governance.scrutiny.ScrutinyToWalk;
import locality.governance.standing.StandingToWalk;
import locality.governance.story.Manchester;
import locality.governance.strategy.StrategiesToWalk;
import locality.governance.team.TeamsToWalk;
import locality.governance.worklist.WorklistToWalk;
import locality.platform.testing.AccessTable;
import locality.platform.testing.AccessTable.Things;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// Who may do what in governance-service, and in which place.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AccessTest {

    private static final AccessTable TABLE = AccessTable.of("governance");

    /// Each feature adds its things of Manchester, and what its commands are called with; what one
    /// is about that another named comes after it.
    private static final List<BiConsumer<Things, Manchester>> FEATURES =
            List.of(
                    OrganisationsToWalk::add,
                    ClosedownsToWalk::add,
                    BodiesToWalk::add,
                    SeatRulesToWalk::add,
                    DelegationsToWalk::add,
                    GapsToWalk::add,
                    FunctionsToWalk::add,
                    ReceiptsToWalk::add,
                    PositionsToWalk::add,
                    GuidanceToWalk::add,
                    MeetingsToWalk::add,
                    MinutesToWalk::add,
                    DecisionsToWalk::add,
                    RoutesToWalk::add,
                    PostsToWalk::add,
                    DutiesToWalk::add,
                    TeamsToWalk::add,
                    ForwardPlansToWalk::add,
                    StandingToWalk::add,
                    ScrutinyToWalk::add,
                    PapersToWalk::add,
                    RecommendationsToWalk::add,
                    DisputesToWalk::add,
                    CalendarsToWalk::add,
                    ActionsToWalk::add,
                    PlansToWalk::add,
                    AgreementsToWalk::add,
                    ConsultationsToWalk::add,
                    AssessmentsToWalk::add,
                    RecordsToWalk::add,
                    GatewaysToWalk::add,
                    RegistersToWalk::add,
                    PrinciplesToWalk::add,
                    StrategiesToWalk::add,
                    EngagementsToWalk::add,
                    WorklistToWalk::add);

    @Test
    void theTableNamesEveryEndpoint() {
        TABLE.namesEveryEndpoint();
    }

    @Test
    void theTableHoldsInEveryCell() {
        var manchester = Manchester.in2014();
        var things = new Things();
        FEATURES.forEach(feature -> feature.accept(things, manchester));

        TABLE.holdsInEveryCell(things);
    }
}
