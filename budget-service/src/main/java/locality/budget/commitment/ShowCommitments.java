package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import locality.budget.authority.DecisionAttempt;
import locality.budget.authority.DecisionAttempts;
import locality.platform.http.Page;

/// Shows commitments, each with its variations and the decisions that arrived for it and for them.
@ApplicationScoped
class ShowCommitments {

    private final Variations variations;
    private final DecisionAttempts attempts;

    ShowCommitments(Variations variations, DecisionAttempts attempts) {
        this.variations = variations;
        this.attempts = attempts;
    }

    CommitmentView one(Commitment commitment) {
        return all(List.of(commitment)).getFirst();
    }

    Page<CommitmentView> page(Page<Commitment> page) {
        return new Page<>(all(page.items()), page.next());
    }

    private List<CommitmentView> all(List<Commitment> commitments) {
        var varied = variations.on(commitments.stream().map(one -> one.id).toList());
        var arrived = attempts.on(ids(commitments, varied));
        return commitments.stream()
                .map(
                        one ->
                                CommitmentView.of(
                                        one,
                                        arrived.getOrDefault(one.id, List.of()),
                                        show(varied.getOrDefault(one.id, List.of()), arrived)))
                .toList();
    }

    private static List<UUID> ids(List<Commitment> commitments, Map<UUID, List<Variation>> varied) {
        return Stream.concat(
                        commitments.stream().map(one -> one.id),
                        varied.values().stream().flatMap(List::stream).map(one -> one.id))
                .toList();
    }

    private static List<CommitmentView.Varied> show(
            List<Variation> variations, Map<UUID, List<DecisionAttempt>> arrived) {
        return variations.stream()
                .map(one -> CommitmentView.Varied.of(one, arrived.getOrDefault(one.id, List.of())))
                .toList();
    }
}
