package locality.reporting.page;

import java.util.stream.Stream;
import locality.platform.event.PublishedEvent;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;

/// What governance-service and intervention-service would tell of a partnership in 2018: a section
/// 75 agreement and an Integration Agreement, a gateway with a condition, a register, an
/// assessment, a plan.
final class PartnershipFacts {

    private final AgreementFacts agreements;
    private final RegisterFacts registers;
    private final PlanFacts plans;

    PartnershipFacts(Locality place) {
        agreements = new AgreementFacts(place);
        var board = Ids.next();
        registers = new RegisterFacts(place, board);
        plans = new PlanFacts(place, board);
    }

    PublishedEvent[] governance() {
        return Stream.of(agreements.governance(), registers.governance(), plans.governance())
                .flatMap(Stream::of)
                .toArray(PublishedEvent[]::new);
    }

    PublishedEvent[] intervention() {
        return agreements.intervention();
    }
}
