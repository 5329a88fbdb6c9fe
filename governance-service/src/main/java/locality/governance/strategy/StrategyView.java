package locality.governance.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A strategy as it was on a day.
///
/// @param edition as its authors write it; null when they write none
/// @param approvedOn the day from which it was approved, null until then
/// @param decision that approved it, by its reference; null while there is none
/// @param supersededBy the id of the one that took its place
/// @param reviewOverdue whether its review was due before the day
/// @param stated what documents say of its approval, side by side
/// @param contradicted whether they cannot all be true
/// @param history every step up to the day, the first to the last
@Schema(name = "Strategy")
record StrategyView(
        UUID id,
        String reference,
        String title,
        StrategyKind kind,
        @Nullable String edition,
        Locality locality,
        StrategyState state,
        LocalDate draftedOn,
        @Nullable LocalDate approvedOn,
        @Nullable String decision,
        @Nullable UUID supersededBy,
        @Nullable LocalDate reviewOn,
        boolean reviewOverdue,
        List<Stated> stated,
        boolean contradicted,
        List<StepView> history,
        Provenance provenance,
        long version) {

    /// @param approvedIn a day or a month
    @Schema(name = "StrategyStated")
    record Stated(String approvedIn, Provenance provenance) {}

    /// @param note what a review found, or why it was withdrawn
    @Schema(name = "StrategyStep")
    record StepView(
            StrategyState state,
            LocalDate effectiveOn,
            @Nullable LocalDate reviewOn,
            @Nullable String note,
            Provenance provenance) {}

    /// @param step what it was on the day
    static StrategyView of(Strategy strategy, StrategyStep step, LocalDate day) {
        var past = strategy.steps.subList(0, strategy.steps.indexOf(step) + 1);
        return new StrategyView(
                strategy.id,
                strategy.reference,
                strategy.title,
                strategy.kind,
                strategy.edition,
                strategy.locality,
                step.state(),
                strategy.drafted().effectiveOn(),
                past.stream()
                        .filter(one -> one.state() == StrategyState.APPROVED)
                        .map(StrategyStep::effectiveOn)
                        .findFirst()
                        .orElse(null),
                step.decisionReference(),
                step.supersededBy(),
                step.reviewOn(),
                step.isReviewOverdueOn(day),
                strategy.said.stream()
                        .map(said -> new Stated(said.approvedIn(), said.provenance()))
                        .toList(),
                strategy.isContradicted(),
                past.stream()
                        .map(
                                one ->
                                        new StepView(
                                                one.state(),
                                                one.effectiveOn(),
                                                one.reviewOn(),
                                                one.note(),
                                                one.provenance()))
                        .toList(),
                strategy.drafted().provenance(),
                strategy.version);
    }
}
