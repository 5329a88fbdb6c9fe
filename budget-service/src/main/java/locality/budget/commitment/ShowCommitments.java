package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import locality.budget.authority.DecisionAttempts;
import locality.platform.http.Page;

/// Shows commitments, each with the decisions that arrived for it.
@ApplicationScoped
class ShowCommitments {

    private final DecisionAttempts attempts;

    ShowCommitments(DecisionAttempts attempts) {
        this.attempts = attempts;
    }

    CommitmentView one(Commitment commitment) {
        return all(List.of(commitment)).getFirst();
    }

    Page<CommitmentView> page(Page<Commitment> page) {
        return new Page<>(all(page.items()), page.next());
    }

    private List<CommitmentView> all(List<Commitment> commitments) {
        var arrived = attempts.on(commitments.stream().map(one -> one.id).toList());
        return commitments.stream()
                .map(one -> CommitmentView.of(one, arrived.getOrDefault(one.id, List.of())))
                .toList();
    }
}
