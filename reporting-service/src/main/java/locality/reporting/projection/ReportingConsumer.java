package locality.reporting.projection;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import locality.platform.consume.Delivery;
import locality.platform.consume.EventConsumer;
import locality.platform.event.BoardEvent;
import locality.platform.event.BudgetEvent;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.GovernanceEvent;
import locality.platform.event.InterventionEvent;
import locality.platform.event.PartnershipEvent;
import locality.platform.event.PerformancePayEvent;
import locality.platform.event.PlanEvent;
import locality.platform.event.VirementEvent;

/// Applies a batch of events to the read models: sorted by type, then one statement per table. The
/// consumer loop commits them with its offsets and never gives an event twice.
@ApplicationScoped
class ReportingConsumer implements EventConsumer {

    private final AgroalDataSource database;
    private final Clock clock;

    ReportingConsumer(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reporting";
    }

    @Override
    public Set<String> topics() {
        return Set.of("governance.events.v1", "budget.events.v1", "intervention.events.v1");
    }

    @Override
    public void apply(List<Delivery> deliveries) {
        var money = new MoneyBatch();
        var authority = new AuthorityBatch();
        var boards = new BoardBatch();
        var partnership = new PartnershipBatch();
        var care = new CareBatch();
        var freshness = new FreshnessBatch(clock.instant());
        for (var delivery : deliveries) {
            switch (delivery.event()) {
                case BudgetEvent event -> money.take(event, delivery);
                case CommitmentEvent event -> money.take(event, delivery);
                case VirementEvent event -> money.take(event, delivery);
                case PerformancePayEvent event -> money.take(event);
                case GovernanceEvent.OfOrganisation event -> authority.take(event);
                case GovernanceEvent.OfBody event -> authority.take(event, delivery);
                case GovernanceEvent.OfDelegation event -> authority.take(event);
                case BoardEvent.OfMeeting event -> boards.take(event);
                case BoardEvent.OfPaper event -> boards.take(event);
                case BoardEvent.OfForwardPlanEntry event -> boards.take(event);
                case BoardEvent.OfDecision event -> boards.take(event, delivery);
                case BoardEvent.OfRecommendation event -> boards.take(event);
                case BoardEvent.OfAction event -> boards.take(event);
                case BoardEvent.OfDispute event -> boards.take(event);
                case GovernanceEvent.OfFunction _, GovernanceEvent.OfArrangement _ -> {}
                case GovernanceEvent.OfPost _, GovernanceEvent.OfReceipt _ -> {}
                case PartnershipEvent event -> partnership.take(event);
                case PlanEvent event -> partnership.take(event);
                case InterventionEvent event -> care.take(event, delivery);
            }
            freshness.take(delivery);
        }
        try (var connection = database.getConnection()) {
            money.write(connection);
            authority.write(connection);
            boards.write(connection);
            partnership.write(connection);
            care.write(connection);
            freshness.write(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("The read models cannot be written", failure);
        }
    }
}
