package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.refusal.NotFound;

/// Shows decisions with their votes and with what became of them at earlier meetings.
@ApplicationScoped
class ShowDecision {

    private final Decisions decisions;
    private final Tablings tablings;
    private final Ballots ballots;
    private final DecisionSteps steps;
    private final FollowRoute route;
    private final Meetings meetings;
    private final Recorder recorder;

    ShowDecision(
            Decisions decisions,
            Tablings tablings,
            Ballots ballots,
            DecisionSteps steps,
            FollowRoute route,
            Meetings meetings,
            Recorder recorder) {
        this.decisions = decisions;
        this.tablings = tablings;
        this.ballots = ballots;
        this.steps = steps;
        this.route = route;
        this.meetings = meetings;
        this.recorder = recorder;
    }

    /// @param idOrReference its id, or the reference of any item it was tabled as; an earlier one
    ///   shows what became of it there
    /// @throws NotFound unless the caller reads its locality
    DecisionView require(String idOrReference) {
        var decision =
                decisions
                        .lookUp(idOrReference)
                        .or(() -> formerly(idOrReference))
                        .orElseThrow(() -> new NotFound("decision", idOrReference));
        recorder.requireReading(decision.matter.place(), "decision", idOrReference);
        return lookUp(decision, idOrReference);
    }

    /// What is to be decided on an item, or was; empty when it is only discussed.
    Optional<DecisionView> on(String item) {
        return decisions
                .lookUp(item)
                .or(() -> formerly(item))
                .map(decision -> lookUp(decision, item));
    }

    /// With how far its subject has come on its route, until the outcome freezes that.
    DecisionView of(Decision decision) {
        var shown = among(List.of(decision)).apply(decision);
        return decision.state == DecisionState.TABLED && decision.meetingId != null
                ? shown.on(route.of(decision, meetings.findById(decision.meetingId).heldOn()))
                : shown;
    }

    /// Shows each of these, having read what belongs to them all at once.
    Function<Decision, DecisionView> among(List<Decision> shown) {
        var ids = shown.stream().map(decision -> decision.id).toList();
        var votes = ballots.on(shown);
        var recorded = tablings.of(ids);
        var later = steps.of(ids);
        return decision ->
                DecisionView.of(
                        decision,
                        decision.asItStands(votes.getOrDefault(decision.id, List.of())),
                        recorded.getOrDefault(decision.id, List.of()),
                        later.getOrDefault(decision.id, List.of()),
                        recorder.seesPeople(decision.matter.place()));
    }

    private Optional<Decision> formerly(String reference) {
        return tablings.lookUp(reference)
                .flatMap(tabling -> decisions.findByIdOptional(tabling.id.decisionId()));
    }

    private DecisionView lookUp(Decision decision, String reference) {
        var recorded = tablings.of(List.of(decision.id)).getOrDefault(decision.id, List.of());
        return recorded.stream()
                .filter(tabling -> tabling.id.tabling() < decision.tabling)
                .filter(tabling -> tabling.reference.equals(reference))
                .findFirst()
                .map(
                        tabling ->
                                DecisionView.of(
                                        decision,
                                        tabling,
                                        recorded,
                                        List.of(),
                                        recorder.seesPeople(decision.matter.place())))
                .orElseGet(() -> of(decision));
    }
}
