package locality.budget.virement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.AwaitedDecision;
import locality.budget.authority.Matter;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.VirementEvent;
import locality.platform.event.VirementEvent.VirementMade;
import locality.platform.event.VirementEvent.VirementRefused;
import locality.platform.event.VirementEvent.VirementRequested;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Sha256;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Money that moved from line to line of one fund, or waits for the decision that would move it. It
/// is made only under a decision or a delegation, once.
@Entity
class Virement {
    @Id UUID id;
    String reference;
    UUID fundId;
    int number;
    Locality locality;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "virement_move", joinColumns = @JoinColumn(name = "virement_id"))
    @OrderColumn(name = "ordinal")
    List<Move> moves = new ArrayList<>();

    Pence amountPence;
    String reason;

    @Enumerated(EnumType.STRING)
    VirementState state;

    @JdbcTypeCode(SqlTypes.JSON)
    ChosenTier tier;

    String decisionFunction;

    @Enumerated(EnumType.STRING)
    Basis basis;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Owner> owners;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> warnings = List.of();

    @Nullable UUID decisionId;
    @Nullable UUID delegationId;
    @Nullable UUID entryId;
    @Nullable UUID requestId;
    String contentHash;
    String requestedBy;
    @Nullable LocalDate dueOn;
    LocalDate effectiveOn;
    @Nullable String endedBecause;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// Whose money is given, and how much of it.
    record Owner(String organisation, Pence sharePence) {}

    /// Moves the money at once, or when its approval has come.
    ///
    /// @param entry what it is in the ledger
    /// @param touched the references of protected amounts that only warn
    VirementMade make(Authority authority, UUID entry, List<String> touched) {
        state = VirementState.MADE;
        entryId = entry;
        warnings = touched;
        switch (authority.kind()) {
            case DECISION, PLAN -> decisionId = authority.id();
            case DELEGATION -> delegationId = authority.id();
        }
        return new VirementMade(
                id,
                reference,
                fundId,
                toldMoves(),
                amountPence,
                reason,
                entry,
                decisionId,
                delegationId,
                warnings,
                locality,
                effectiveOn);
    }

    /// Asks governance. Only an answer that repeats the request's id and the content's hash counts.
    ///
    /// @param touched the references of protected amounts that only warn
    VirementRequested requestApproval(UUID request, LocalDate due, List<String> touched) {
        state = VirementState.PENDING_APPROVAL;
        requestId = request;
        dueOn = due;
        warnings = touched;
        return new VirementRequested(
                id,
                reference,
                request,
                contentHash,
                fundId,
                toldMoves(),
                amountPence,
                decisionFunction,
                basis.name(),
                owners.stream()
                        .map(o -> new CommitmentEvent.Owner(o.organisation(), o.sharePence()))
                        .toList(),
                reason,
                requestedBy,
                due,
                locality,
                effectiveOn);
    }

    /// The decision it waits for.
    ///
    /// @param lastDay of its fund's year: no later decision moves money of that year
    AwaitedDecision awaited(LocalDate lastDay) {
        return new AwaitedDecision(
                state == VirementState.PENDING_APPROVAL,
                requestId,
                contentHash,
                decisionFunction,
                amountPence,
                shares(),
                basis == Basis.POOLED,
                dueOn,
                lastDay);
    }

    /// When it moves by a decision of this day: on the day asked for, or the later one.
    LocalDate movesOn(LocalDate decidedOn) {
        return decidedOn.isAfter(effectiveOn) ? decidedOn : effectiveOn;
    }

    /// A body with the authority said no.
    VirementRefused reject(DecisionTaken decision) {
        return end(
                VirementState.REJECTED,
                "%s lost at %s".formatted(decision.reference(), decision.bodyName()),
                decision.decisionId(),
                decision.effectiveOn());
    }

    /// No decision came in time.
    ///
    /// @throws VirementRefusal if it does not wait
    VirementRefused lapse(LocalDate today) {
        return end(VirementState.LAPSED, "No decision by %s".formatted(dueOn), null, today);
    }

    /// Who asked no longer does.
    ///
    /// @throws VirementRefusal if it does not wait, or somebody else asked
    VirementRefused withdraw(String organisation, String because, LocalDate today) {
        requirePending();
        if (!organisation.equals(requestedBy)) {
            throw new VirementRefusal.NotWhoAsked(reference, requestedBy, organisation);
        }
        return end(VirementState.WITHDRAWN, because, null, today);
    }

    private VirementRefused end(
            VirementState end, String because, @Nullable UUID decision, LocalDate on) {
        requirePending();
        state = end;
        endedBecause = because;
        return new VirementRefused(
                id, reference, fundId, amountPence, end.name(), because, decision, locality, on);
    }

    private void requirePending() {
        if (state != VirementState.PENDING_APPROVAL) {
            throw new VirementRefusal.NotPending(reference, state);
        }
    }

    /// What a decision or a delegation must cover.
    ///
    /// @param names how a decision may name it
    /// @param function in which it is to be decided
    /// @param counted what it comes to, with what was decided before
    Matter matter(Set<Subject> names, String function, Pence counted) {
        return new Matter(
                names, counted, function, effectiveOn, locality, shares(), basis == Basis.POOLED);
    }

    private Map<String, Pence> shares() {
        return owners.stream().collect(Collectors.toMap(Owner::organisation, Owner::sharePence));
    }

    private List<VirementEvent.Move> toldMoves() {
        return moves.stream()
                .map(m -> new VirementEvent.Move(m.lineId(), m.line(), m.amountPence()))
                .toList();
    }

    /// Whether it is to be told to the body afterwards: officers made it under a delegation.
    boolean isForNoting() {
        return delegationId != null;
    }

    /// The hash of everything a decision is asked about: lower-case hex SHA-256 of
    /// `virementId|fundId|lineId:amountPence,...|reason|function`, the moves in their order.
    String hashOfContent() {
        var moved =
                moves.stream()
                        .map(move -> move.lineId() + ":" + move.amountPence().value())
                        .collect(Collectors.joining(","));
        return Sha256.of(
                String.join(
                        "|", id.toString(), fundId.toString(), moved, reason, decisionFunction));
    }
}
