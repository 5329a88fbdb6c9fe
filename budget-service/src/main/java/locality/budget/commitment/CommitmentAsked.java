package locality.budget.commitment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import locality.budget.agreement.Basis;
import locality.budget.authority.AwaitedDecision;
import locality.budget.authority.Matter;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.identifier.Sha256;
import locality.platform.money.Pence;

/// What governance is asked of a commitment: the matter that a decision or a delegation must cover,
/// how a decision may name it, and the decision it waits for.
record CommitmentAsked(Commitment commitment) {

    /// The decision it waits for. It comes no later than the commitment expires.
    AwaitedDecision awaited() {
        return new AwaitedDecision(
                commitment.state == CommitmentState.PENDING_APPROVAL,
                commitment.requestId,
                commitment.contentHash,
                commitment.decisionFunction,
                commitment.amountPence,
                Owner.shares(commitment.owners),
                commitment.basis == Basis.POOLED,
                commitment.dueOn,
                commitment.expiresOn);
    }

    /// What a decision or a delegation must cover for it to open.
    ///
    /// @param ofLine how a decision may name its line
    Matter matter(Set<Subject> ofLine) {
        return matter(ofLine, commitment.amountPence, commitment.owners, commitment.effectiveOn);
    }

    /// As [#matter], with another amount and from another day.
    Matter matter(Set<Subject> ofLine, Pence amount, List<Owner> shares, LocalDate on) {
        return new Matter(
                names(ofLine),
                amount,
                commitment.decisionFunction,
                on,
                commitment.locality,
                Owner.shares(shares));
    }

    /// How a decision may name it once there is one.
    Set<Subject> subjects() {
        return commitment.reference == null
                ? Set.of()
                : Set.of(
                        new Subject("commitment", commitment.id.toString()),
                        new Subject("commitment", commitment.reference));
    }

    /// How a decision may name this commitment, also before there is one: by its line, or by the
    /// intervention it pays for.
    private Set<Subject> names(Set<Subject> ofLine) {
        var names = new HashSet<>(ofLine);
        names.addAll(subjects());
        if (commitment.interventionId != null) {
            names.add(new Subject("intervention", commitment.interventionId));
        }
        return names;
    }

    /// The hash of everything a decision is asked about: lower-case hex SHA-256 of
    /// `commitmentId|fundId|lineId|amountPence|provider|purpose|function`.
    String hashOfContent() {
        return hashOfContent(commitment.amountPence);
    }

    /// As [#hashOfContent], with the amount of a variation.
    String hashOfContent(Pence amount) {
        var content =
                String.join(
                        "|",
                        commitment.id.toString(),
                        commitment.fundId.toString(),
                        commitment.lineId.toString(),
                        Long.toString(amount.value()),
                        commitment.provider,
                        commitment.purpose,
                        commitment.decisionFunction);
        return Sha256.of(content);
    }
}
