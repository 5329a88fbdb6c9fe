package locality.budget.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.DecidedOwners;
import locality.budget.authority.KnownDecision;
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
    private static final Set<String> LOST_AND_VALID = Set.of("MAJORITY_NOT_MET");

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

    /// What a decision that arrived means for a commitment.
    sealed interface Verdict {

        /// It allows the commitment.
        record Opens() implements Verdict {}

        /// A body with the authority said no.
        record Rejects() implements Verdict {}

        /// It changes nothing.
        ///
        /// @param reasons validity codes, or which of state, request, content, function, amount,
        ///   owners and term does not match
        record DoesNotApply(List<String> reasons) implements Verdict {}
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

    /// What a decision means for this commitment; nothing is changed yet.
    Verdict judge(DecisionTaken decision) {
        var reasons = new ArrayList<String>();
        if (state != CommitmentState.PENDING_APPROVAL) {
            reasons.add("NOT_PENDING");
        }
        if (requestId == null || !requestId.equals(decision.requestId())) {
            reasons.add("OTHER_REQUEST");
        }
        if (!contentHash.equals(decision.contentHash())) {
            reasons.add("OTHER_CONTENT");
        }
        if (!decisionFunction.equals(decision.function())) {
            reasons.add("OTHER_FUNCTION");
        }
        if (!KnownDecision.isApproval(decision.decisionType())) {
            reasons.add("NOT_AN_APPROVAL");
        }
        return switch (decision.state()) {
            case "IN_EFFECT" -> {
                reasons.addAll(decision.validityCodes());
                yield inEffect(decision, reasons);
            }
            case "RATIFIED" -> inEffect(decision, reasons);
            case "LOST" -> lost(decision, reasons);
            default -> notBinding(decision, reasons);
        };
    }

    /// What a ratified decision was invalid for is made good.
    private Verdict inEffect(DecisionTaken decision, List<String> reasons) {
        if (decision.valuePence() == null || amountPence.exceeds(decision.valuePence())) {
            reasons.add("AMOUNT_NOT_COVERED");
        } else if (DecidedOwners.of(decision).notCovered(shares()).isPresent()) {
            reasons.add("OWNER_NOT_COVERED");
        }
        if (expiresOn != null && decision.effectiveOn().isAfter(expiresOn)) {
            reasons.add("EXPIRED");
        }
        return reasons.isEmpty()
                ? new Verdict.Opens()
                : new Verdict.DoesNotApply(List.copyOf(reasons));
    }

    /// A vote lost by a body that had no authority to win it decides nothing.
    private static Verdict lost(DecisionTaken decision, List<String> reasons) {
        decision.validityCodes().stream()
                .filter(code -> !LOST_AND_VALID.contains(code))
                .forEach(reasons::add);
        return reasons.isEmpty()
                ? new Verdict.Rejects()
                : new Verdict.DoesNotApply(List.copyOf(reasons));
    }

    private static Verdict notBinding(DecisionTaken decision, List<String> reasons) {
        reasons.addAll(decision.validityCodes());
        if (reasons.isEmpty() || decision.validityCodes().isEmpty()) {
            reasons.add(decision.state());
        }
        return new Verdict.DoesNotApply(List.copyOf(reasons));
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
