package locality.budget.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.AwaitedDecision;
import locality.budget.authority.Matter;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.CommitmentEvent.CommitmentVariationRefused;
import locality.platform.event.CommitmentEvent.CommitmentVariationRequested;
import locality.platform.event.CommitmentEvent.CommitmentVaried;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Another amount asked for a commitment: made at once, or waiting for the decision that would let
/// it be. The commitment is what it was until then, and what became of the variation is kept.
@Entity
@Table(name = "commitment_variation")
class Variation {
    @Id UUID id;
    UUID commitmentId;
    int number;
    Pence fromPence;
    Pence amountPence;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Owner> owners;

    String reason;

    @Enumerated(EnumType.STRING)
    VariationState state = VariationState.PENDING_APPROVAL;

    @Nullable UUID requestId;
    String contentHash;
    String requestedBy;
    @Nullable LocalDate dueOn;
    @Nullable UUID decisionId;
    @Nullable UUID delegationId;
    LocalDate effectiveOn;
    @Nullable String endedBecause;

    /// @param number variations of a commitment count 1, 2, 3
    /// @param amount what would be promised in all; its owners have it in the proportion they had
    /// @throws CommitmentRefusal if the commitment holds nothing, the day is outside its term, or
    ///   it would be what it is, or less than was paid
    static Variation of(
            Commitment commitment,
            int number,
            Pence amount,
            String reason,
            String requestedBy,
            LocalDate on) {
        commitment.requireVariableTo(amount, on);
        var variation = new Variation();
        variation.id = Ids.next();
        variation.commitmentId = commitment.id;
        variation.number = number;
        variation.fromPence = commitment.amountPence;
        variation.amountPence = amount;
        variation.owners = Owner.ofAmount(amount, commitment.owners);
        variation.reason = reason;
        variation.contentHash = commitment.asked().hashOfContent(amount);
        variation.requestedBy = requestedBy;
        variation.effectiveOn = on;
        return variation;
    }

    /// What is promised beyond what was, less than nothing when it is less.
    Pence rise() {
        return amountPence.minus(fromPence);
    }

    /// What a decision or a delegation must cover for it to be made: the new amount as a whole.
    ///
    /// @param ofLine how a decision may name the commitment's line
    Matter matter(Commitment commitment, Set<Subject> ofLine) {
        return commitment.asked().matter(ofLine, amountPence, owners, effectiveOn);
    }

    /// Asks governance. Only an answer that repeats the request's id and the content's hash counts.
    CommitmentVariationRequested requestApproval(
            Commitment commitment, UUID request, LocalDate due) {
        requestId = request;
        dueOn = due;
        return new CommitmentVariationRequested(
                commitment.id,
                commitment.reference,
                request,
                contentHash,
                commitment.fundId,
                commitment.lineId,
                fromPence,
                amountPence,
                commitment.decisionFunction,
                commitment.basis.name(),
                Owner.told(owners),
                commitment.provider,
                commitment.purpose,
                commitment.interventionId,
                requestedBy,
                due,
                commitment.locality,
                effectiveOn);
    }

    /// The decision it waits for. It comes no later than the commitment expires.
    AwaitedDecision awaited(Commitment commitment) {
        return new AwaitedDecision(
                state == VariationState.PENDING_APPROVAL,
                requestId,
                contentHash,
                commitment.decisionFunction,
                amountPence,
                Owner.shares(owners),
                commitment.basis == Basis.POOLED,
                dueOn,
                commitment.expiresOn);
    }

    /// When it is made under a decision of that day.
    LocalDate madeBy(LocalDate day) {
        return day.isAfter(effectiveOn) ? day : effectiveOn;
    }

    /// Makes it at once, or when its approval has come.
    ///
    /// @param on no earlier than a decision takes effect
    CommitmentVaried make(Commitment commitment, Authority authority, LocalDate on) {
        var varied = commitment.vary(amountPence, owners, authority, on);
        state = VariationState.MADE;
        effectiveOn = on;
        var delegated = authority.kind() == Authority.Kind.DELEGATION;
        decisionId = delegated ? null : authority.id();
        delegationId = delegated ? authority.id() : null;
        return varied;
    }

    /// A body with the authority said no.
    CommitmentVariationRefused reject(Commitment commitment, DecisionTaken decision) {
        return end(
                commitment,
                VariationState.REJECTED,
                "%s lost at %s".formatted(decision.reference(), decision.bodyName()),
                decision.decisionId(),
                decision.effectiveOn());
    }

    /// No decision came in time.
    CommitmentVariationRefused lapse(Commitment commitment, LocalDate today) {
        var because = "No decision by %s".formatted(dueOn);
        return end(commitment, VariationState.LAPSED, because, null, today);
    }

    /// Who asked no longer does.
    ///
    /// @throws CommitmentRefusal if another organisation asked
    CommitmentVariationRefused withdraw(
            Commitment commitment, String organisation, String because, LocalDate today) {
        commitment.requireAskedBy(requestedBy, organisation);
        return end(commitment, VariationState.WITHDRAWN, because, null, today);
    }

    /// The commitment ended, and there is nothing left to vary.
    CommitmentVariationRefused endWith(Commitment commitment, LocalDate today) {
        var because = "%s is %s".formatted(commitment.reference, commitment.state);
        return end(commitment, VariationState.WITHDRAWN, because, null, today);
    }

    private CommitmentVariationRefused end(
            Commitment commitment,
            VariationState outcome,
            String because,
            @Nullable UUID decision,
            LocalDate on) {
        var request = requestId;
        if (state != VariationState.PENDING_APPROVAL || request == null) {
            throw new CommitmentRefusal.NotWaiting(commitment.reference, commitment.state);
        }
        state = outcome;
        endedBecause = because;
        return new CommitmentVariationRefused(
                commitment.id,
                commitment.reference,
                request,
                commitment.fundId,
                commitment.lineId,
                amountPence,
                outcome.name(),
                because,
                decision,
                commitment.locality,
                on);
    }
}
