package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import locality.platform.event.PartnershipEvent;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.event.PartnershipEvent.AssessmentChanged;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.event.PartnershipEvent.GatewayChanged;
import locality.platform.event.PartnershipEvent.RegisterEntryChanged;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.event.PartnershipEvent.ScopeWithdrawn;
import locality.platform.event.PlanEvent;
import locality.platform.event.PlanEvent.MilestoneChanged;
import locality.platform.event.PlanEvent.PlanChanged;
import locality.platform.event.PlanEvent.PrincipleRecorded;
import locality.platform.event.PlanEvent.StrategyChanged;

/// What partners agreed, passed to a contract, assessed, fear, plan and hold to, of one batch.
///
/// Each is kept by the day it holds from, so that it can be asked as of any day.
final class PartnershipBatch {

    private final AgreementBatch agreements = new AgreementBatch();
    private final RegisterBatch registers = new RegisterBatch();
    private final PlanBatch plans = new PlanBatch();

    void take(PartnershipEvent event) {
        switch (event) {
            case AgreementChanged it -> agreements.take(it);
            case GatewayChanged it -> agreements.take(it);
            case ScopeTransferred it -> agreements.take(it);
            // Whether it was in time the contract answers, and that is shown.
            case ScopeWithdrawn _ -> {}
            case AssessmentChanged it -> agreements.take(it);
            case RegisterEntryChanged it -> registers.take(it);
            case EngagementRecorded it -> registers.take(it);
        }
    }

    void take(PlanEvent event) {
        switch (event) {
            case PlanChanged it -> plans.take(it);
            case MilestoneChanged it -> plans.take(it);
            case StrategyChanged it -> registers.take(it);
            case PrincipleRecorded it -> registers.take(it);
        }
    }

    void write(Connection connection) throws SQLException {
        agreements.write(connection);
        registers.write(connection);
        plans.write(connection);
    }
}
