package locality.budget.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.HashSet;
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
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentDischarged;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.CommitmentEvent.CommitmentRefused;
import locality.platform.event.CommitmentEvent.CommitmentReleased;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Sha256;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Money promised to a provider, or waiting for the decision that would let it be. It opens only
/// under a decision or a delegation, and pays out no more than it holds.
@Entity
class Commitment {
    @Id UUID id;
    String reference;
    UUID fundId;
    UUID lineId;
    Locality locality;
    Pence amountPence;
    Pence dischargedPence = Pence.ZERO;
    Pence releasedPence = Pence.ZERO;
    String provider;
    String purpose;
    @Nullable String interventionId;
    String decisionFunction;

    @Enumerated(EnumType.STRING)
    Basis basis;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Owner> owners;

    @Enumerated(EnumType.STRING)
    CommitmentState state;

    @Nullable UUID decisionId;
    @Nullable UUID delegationId;
    @Nullable UUID requestId;
    String contentHash;
    String requestedBy;
    @Nullable LocalDate dueOn;
    LocalDate effectiveOn;
    @Nullable LocalDate expiresOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// Whose money it is, and how much of it.
    @Schema(name = "Owner")
    record Owner(
            @NotBlank @Schema(description = "ODS or GSS code") String organisation,
            @NotNull Pence sharePence) {

        /// @throws CommitmentRefusal if one is named twice or has no share, or they do not sum to
        ///   the amount
        static List<Owner> requireShares(Pence amount, List<Owner> owners) {
            var named = new HashSet<String>();
            for (var owner : owners) {
                if (!owner.sharePence.isPositive()) {
                    throw new CommitmentRefusal.OwnerWithoutShare(
                            owner.organisation, owner.sharePence);
                }
                if (!named.add(owner.organisation)) {
                    throw new CommitmentRefusal.OwnerNamedTwice(owner.organisation);
                }
            }
            var sum = Pence.sum(owners.stream().map(Owner::sharePence).toList());
            if (!sum.equals(amount)) {
                throw new CommitmentRefusal.OwnersDoNotSum(amount, sum);
            }
            return List.copyOf(owners);
        }
    }

    /// Opens it at once, or when its approval has come.
    CommitmentOpened open(Authority authority) {
        state = CommitmentState.OPEN;
        switch (authority.kind()) {
            case DECISION, PLAN -> decisionId = authority.id();
            case DELEGATION -> delegationId = authority.id();
        }
        return new CommitmentOpened(
                id,
                reference,
                fundId,
                lineId,
                amountPence,
                provider,
                purpose,
                interventionId,
                decisionId,
                delegationId,
                locality,
                effectiveOn,
                null);
    }

    /// Asks governance. Only an answer that repeats the request's id and the content's hash counts.
    ApprovalRequested requestApproval(UUID request, LocalDate due) {
        state = CommitmentState.PENDING_APPROVAL;
        requestId = request;
        dueOn = due;
        return new ApprovalRequested(
                id,
                reference,
                request,
                contentHash,
                fundId,
                lineId,
                amountPence,
                decisionFunction,
                basis.name(),
                owners.stream()
                        .map(o -> new CommitmentEvent.Owner(o.organisation(), o.sharePence()))
                        .toList(),
                provider,
                purpose,
                interventionId,
                requestedBy,
                due,
                locality,
                effectiveOn);
    }

    /// The decision it waits for. It comes no later than the commitment expires.
    AwaitedDecision awaited() {
        return new AwaitedDecision(
                state == CommitmentState.PENDING_APPROVAL,
                requestId,
                contentHash,
                decisionFunction,
                amountPence,
                shares(),
                expiresOn);
    }

    /// A decision made later than the commitment was to begin moves its beginning.
    void beginNoEarlierThan(LocalDate day) {
        if (day.isAfter(effectiveOn)) {
            effectiveOn = day;
        }
    }

    /// A body with the authority said no.
    CommitmentRefused reject(DecisionTaken decision) {
        state = CommitmentState.REJECTED;
        return refused(
                "%s lost at %s".formatted(decision.reference(), decision.bodyName()),
                decision.decisionId(),
                decision.effectiveOn());
    }

    /// No decision came in time.
    CommitmentRefused lapse(LocalDate today) {
        state = CommitmentState.LAPSED;
        return refused("No decision by %s".formatted(dueOn), null, today);
    }

    private CommitmentRefused refused(String reason, @Nullable UUID decision, LocalDate on) {
        return new CommitmentRefused(
                id,
                reference,
                fundId,
                lineId,
                amountPence,
                state.name(),
                reason,
                decision,
                locality,
                on);
    }

    /// Pays out a part; the last part gives back what is left.
    ///
    /// @param last whether nothing more will be paid
    /// @param on a day of its term
    /// @throws CommitmentRefusal if it holds less, is not open, or has not begun or has expired by
    ///   that day
    CommitmentDischarged discharge(Pence amount, boolean last, UUID entry, LocalDate on) {
        requireHolding();
        if (on.isBefore(effectiveOn) || expiresOn != null && on.isAfter(expiresOn)) {
            throw new CommitmentRefusal.OutsideItsTerm(this, on);
        }
        if (!amount.isPositive() || amount.exceeds(remaining())) {
            throw new CommitmentRefusal.MoreThanHeld(this, amount);
        }
        dischargedPence = dischargedPence.plus(amount);
        var released = last ? remaining() : Pence.ZERO;
        releasedPence = releasedPence.plus(released);
        state = remaining().isZero() ? CommitmentState.DISCHARGED : CommitmentState.PART_DISCHARGED;
        return new CommitmentDischarged(
                id,
                reference,
                fundId,
                lineId,
                amount,
                released,
                remaining(),
                state.name(),
                entry,
                locality,
                on);
    }

    /// The day of a payment of which none was said: today. In a year that is over, which is caught
    /// up with, no later than the last day of its term.
    LocalDate paidOn(FinancialYear year, LocalDate today) {
        return today.isAfter(year.end()) && expiresOn != null && expiresOn.isBefore(today)
                ? expiresOn
                : today;
    }

    /// Gives back everything it still holds.
    CommitmentReleased release(String reason, LocalDate on) {
        requireHolding();
        var released = remaining();
        releasedPence = releasedPence.plus(released);
        state = CommitmentState.RELEASED;
        return new CommitmentReleased(
                id, reference, fundId, lineId, released, reason, locality, on);
    }

    private void requireHolding() {
        if (!state.holdsMoney()) {
            throw new CommitmentRefusal.NotOpen(reference, state);
        }
    }

    /// What is promised and neither paid nor given back.
    Pence remaining() {
        return amountPence.minus(dischargedPence).minus(releasedPence);
    }

    Authority authority() {
        if (decisionId != null) {
            return Authority.decision(decisionId);
        }
        if (delegationId != null) {
            return Authority.delegation(delegationId);
        }
        throw new CommitmentRefusal.NotOpen(reference, state);
    }

    /// What a decision or a delegation must cover for it to open.
    ///
    /// @param ofLine how a decision may name its line
    Matter matter(Set<Subject> ofLine) {
        return new Matter(
                names(ofLine), amountPence, decisionFunction, effectiveOn, locality, shares());
    }

    private Map<String, Pence> shares() {
        return owners.stream().collect(Collectors.toMap(Owner::organisation, Owner::sharePence));
    }

    /// How a decision may name this commitment before there is one: by its line, or by the
    /// intervention it pays for.
    private Set<Subject> names(Set<Subject> ofLine) {
        var names = new HashSet<>(ofLine);
        if (interventionId != null) {
            names.add(new Subject("intervention", interventionId));
        }
        return names;
    }

    /// The hash of everything a decision is asked about: lower-case hex SHA-256 of
    /// `commitmentId|fundId|lineId|amountPence|provider|purpose|function`.
    String hashOfContent() {
        var content =
                String.join(
                        "|",
                        id.toString(),
                        fundId.toString(),
                        lineId.toString(),
                        Long.toString(amountPence.value()),
                        provider,
                        purpose,
                        decisionFunction);
        return Sha256.of(content);
    }
}
