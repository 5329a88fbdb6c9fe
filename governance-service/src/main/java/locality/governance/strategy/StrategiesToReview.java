package locality.governance.strategy;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;

/// Strategies whose day of review has come.
@ApplicationScoped
class StrategiesToReview implements WorklistSource {

    private final Strategies strategies;

    StrategiesToReview(Strategies strategies) {
        this.strategies = strategies;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return strategies.toReview(places, on).stream()
                .flatMap(strategy -> strategy.on(on).stream().map(was -> row(strategy, was, on)))
                .toList();
    }

    private static WorklistRow row(Strategy strategy, StrategyStep was, LocalDate on) {
        return WorklistRow.due(
                WorklistKind.STRATEGY_TO_REVIEW,
                strategy.reference,
                strategy.title,
                requireNonNull(was.reviewOn()),
                on,
                new WorklistRow.Place(strategy.locality, null, Roles.GOVERNANCE),
                "Its review was due on %s: review it, and say when the next is"
                        .formatted(was.reviewOn()),
                ClearingCall.post(
                        "/strategies/%s/review".formatted(strategy.reference),
                        "nextReviewOn",
                        on.plusYears(1),
                        "note",
                        "Reviewed"));
    }
}
