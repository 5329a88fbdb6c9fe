package locality.budget.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.AwaitedDecision;
import locality.budget.authority.Matter;
import locality.budget.fund.Fund;
import locality.budget.line.BudgetLine;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentCarried;
import locality.platform.event.CommitmentEvent.CommitmentDischarged;
import locality.platform.event.CommitmentEvent.CommitmentExpired;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.CommitmentEvent.CommitmentRefused;
import locality.platform.event.CommitmentEvent.CommitmentReleased;
import locality.platform.event.CommitmentEvent.CommitmentVaried;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.identifier.Sha256;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
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
    @Nullable String contractId;
    String decisionFunction;

    @Enumerated(EnumType.STRING)
    Basis basis;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Owner> owners;

    @Enumerated(EnumType.STRING)
    CommitmentState state = CommitmentState.PENDING_APPROVAL;

    @Nullable UUID decisionId;
    @Nullable UUID delegationId;
    @Nullable UUID requestId;
    String contentHash;
    String requestedBy;
    @Nullable LocalDate dueOn;
    LocalDate effectiveOn;
    @Nullable LocalDate expiresOn;

    /// The day on which it was opened here, whatever day it holds from; null while it never was.
    @Nullable LocalDate openedOn;

    /// The commitment of an earlier year that goes on in this one.
    @Nullable UUID carriedFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// Opens it at once, or when its approval has come.
    ///
    /// @throws CommitmentRefusal if it waits no more
    CommitmentOpened open(Authority authority, LocalDate today) {
        requireWaiting();
        state = CommitmentState.OPEN;
        openedOn = today;
        restOn(authority);
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
                contractId,
                expiresOn);
    }

    private void restOn(Authority authority) {
        var delegated = authority.kind() == Authority.Kind.DELEGATION;
        decisionId = delegated ? null : authority.id();
        delegationId = delegated ? authority.id() : null;
    }

    /// Asks governance. Only an answer that repeats the request's id and the content's hash counts.
    ApprovalRequested requestApproval(UUID request, LocalDate due) {
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
                Owner.shares(owners),
                basis == Basis.POOLED,
                dueOn,
                expiresOn);
    }

    /// A decision made later than the commitment was to begin moves its beginning.
    void beginNoEarlierThan(LocalDate day, BudgetLine line) {
        effectiveOn = beginningBy(day);
        basis = line.basisOn(effectiveOn);
    }

    /// When it begins under a decision of that day.
    LocalDate beginningBy(LocalDate day) {
        return day.isAfter(effectiveOn) ? day : effectiveOn;
    }

    /// A body with the authority said no.
    CommitmentRefused reject(DecisionTaken decision) {
        requireWaiting();
        state = CommitmentState.REJECTED;
        return refused(
                "%s lost at %s".formatted(decision.reference(), decision.bodyName()),
                decision.decisionId(),
                decision.effectiveOn());
    }

    /// No decision came in time.
    CommitmentRefused lapse(LocalDate today) {
        requireWaiting();
        state = CommitmentState.LAPSED;
        return refused("No decision by %s".formatted(dueOn), null, today);
    }

    /// Who asked no longer does.
    ///
    /// @param organisation of whoever withdraws it
    /// @throws CommitmentRefusal if it waits no more, or another organisation asked
    CommitmentRefused withdraw(String organisation, String reason, LocalDate today) {
        requireWaiting();
        requireAskedBy(requestedBy, organisation);
        state = CommitmentState.WITHDRAWN;
        return refused(reason, null, today);
    }

    /// @throws CommitmentRefusal if it was another organisation that asked
    void requireAskedBy(String asked, String organisation) {
        if (!asked.equals(organisation)) {
            throw new CommitmentRefusal.AskedByAnother(reference, asked, organisation);
        }
    }

    private void requireWaiting() {
        if (state != CommitmentState.PENDING_APPROVAL) {
            throw new CommitmentRefusal.NotWaiting(reference, state);
        }
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

    /// Pays out a part. Only the last part ends it, and gives back what is left: one that has paid
    /// all it holds may still be varied to more.
    ///
    /// @param last whether nothing more will be paid
    /// @param on a day of its term
    /// @param held what it holds day by day; nothing is paid on a day by which it was not promised
    /// @throws CommitmentRefusal if it holds less, or did by that day, is not open, or has not
    ///   begun or has expired by that day
    CommitmentDischarged discharge(
            Pence amount, boolean last, UUID entry, LocalDate on, HeldByDay held) {
        requireHolding();
        requireInTerm(on);
        if (!amount.isPositive() || amount.exceeds(remaining())) {
            throw new CommitmentRefusal.MoreThanHeld(this, amount);
        }
        requireHeldFrom(on, last ? remaining() : amount, held);
        dischargedPence = dischargedPence.plus(amount);
        var released = last ? giveBackTheRest() : Pence.ZERO;
        state = last ? CommitmentState.DISCHARGED : CommitmentState.PART_DISCHARGED;
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

    /// That so much may leave it on a day: it is held from then on.
    ///
    /// @throws CommitmentRefusal if it holds less at the end of that day or of a later one
    void requireHeldFrom(LocalDate on, Pence amount, HeldByDay held) {
        var least = held.leastFrom(on);
        if (amount.exceeds(least)) {
            throw new CommitmentRefusal.MoreThanHeldThen(this, amount, on, least);
        }
    }

    /// The day of a payment of which none was said: today. In a year that is over, which is caught
    /// up with, no later than the last day of its term.
    LocalDate paidOn(FinancialYear year, LocalDate today) {
        return today.isAfter(year.end()) && expiresOn != null && expiresOn.isBefore(today)
                ? expiresOn
                : today;
    }

    /// The day of what happens to it: the one said, else as [#paidOn] has it.
    ///
    /// @throws CommitmentRefusal if it lies ahead
    LocalDate dayOf(@Nullable LocalDate said, FinancialYear year, LocalDate today) {
        if (said != null && said.isAfter(today)) {
            throw new CommitmentRefusal.LiesAhead(said, today);
        }
        return said == null ? paidOn(year, today) : said;
    }

    /// Gives back everything it still holds; no earlier than it begins.
    CommitmentReleased release(String reason, LocalDate today) {
        requireHolding();
        var on = beginningBy(today);
        var released = giveBackTheRest();
        state = CommitmentState.RELEASED;
        return new CommitmentReleased(
                id, reference, fundId, lineId, released, reason, locality, on);
    }

    /// The term is over, and what it still holds is free again from the day after.
    ///
    /// @throws CommitmentRefusal if it holds nothing
    /// @throws IllegalStateException if it has no last day
    CommitmentExpired expire() {
        requireHolding();
        var lastDay = expiresOn;
        if (lastDay == null) {
            throw new IllegalStateException(reference + " has no last day");
        }
        var released = giveBackTheRest();
        state = CommitmentState.EXPIRED;
        return new CommitmentExpired(
                id, reference, fundId, lineId, released, locality, lastDay.plusDays(1));
    }

    /// @throws CommitmentRefusal if it holds nothing, the day is outside its term, or it would be
    ///   what it is, or less than was paid
    void requireVariableTo(Pence amount, LocalDate on) {
        requireHolding();
        requireInTerm(on);
        if (!amount.isPositive()) {
            throw new CommitmentRefusal.NotPositive(amount);
        }
        if (amount.equals(amountPence)) {
            throw new CommitmentRefusal.VariesNothing(reference, amount);
        }
        if (dischargedPence.exceeds(amount)) {
            throw new CommitmentRefusal.LessThanPaid(this, amount);
        }
    }

    /// Promises another amount, under the authority that covers it. What was paid stays paid.
    ///
    /// @throws CommitmentRefusal as [#requireVariableTo] says
    CommitmentVaried vary(Pence amount, List<Owner> shares, Authority authority, LocalDate on) {
        requireVariableTo(amount, on);
        var from = amountPence;
        amountPence = amount;
        owners = shares;
        restOn(authority);
        if (remaining().isZero()) {
            state = CommitmentState.DISCHARGED;
        }
        return new CommitmentVaried(
                id,
                reference,
                fundId,
                lineId,
                from,
                amount,
                remaining(),
                state.name(),
                decisionId,
                delegationId,
                locality,
                on);
    }

    /// The commitment that would go on with what this one still holds, in a later year.
    ///
    /// @throws CommitmentRefusal if it is not open, or has paid all of it
    Commitment goOnIn(Fund fund, BudgetLine line, Term term) {
        requireHolding();
        if (remaining().isZero()) {
            throw new CommitmentRefusal.NothingToCarry(reference, dischargedPence);
        }
        var successor = new Commitment();
        successor.id = Ids.next();
        successor.carriedFrom = id;
        successor.fundId = fund.id();
        successor.lineId = line.id();
        successor.locality = locality;
        successor.amountPence = remaining();
        successor.provider = provider;
        successor.purpose = purpose;
        successor.interventionId = interventionId;
        successor.contractId = contractId;
        successor.decidedIn(fund, line, term.effectiveOn());
        successor.owners = Owner.ofAmount(successor.amountPence, owners);
        successor.effectiveOn = term.effectiveOn();
        successor.expiresOn = term.expiresOn();
        successor.contentHash = successor.hashOfContent();
        return successor;
    }

    /// On which basis its money is held from its first day, and in which function a body decides on
    /// it: the line's, else the fund's.
    void decidedIn(Fund fund, BudgetLine line, LocalDate from) {
        var ofLine = line.decisionFunction();
        decisionFunction = ofLine == null ? fund.decisionFunction() : ofLine;
        basis = line.basisOn(from);
    }

    /// What it still holds is held by its successor from the day on which that begins.
    ///
    /// @throws CommitmentRefusal if it holds nothing
    CommitmentCarried carryTo(Commitment successor, UUID decision) {
        requireHolding();
        var carried = giveBackTheRest();
        state = CommitmentState.CARRIED;
        return new CommitmentCarried(
                id,
                reference,
                fundId,
                lineId,
                carried,
                successor.id,
                successor.fundId,
                successor.lineId,
                decision,
                locality,
                successor.effectiveOn);
    }

    private Pence giveBackTheRest() {
        var rest = remaining();
        releasedPence = releasedPence.plus(rest);
        return rest;
    }

    private void requireInTerm(LocalDate on) {
        if (on.isBefore(effectiveOn) || expiresOn != null && on.isAfter(expiresOn)) {
            throw new CommitmentRefusal.OutsideItsTerm(this, on);
        }
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

    /// Whether it was ever opened.
    boolean authorised() {
        return openedOn != null;
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
        return matter(ofLine, amountPence, owners, effectiveOn);
    }

    /// As [#matter], with another amount and from another day.
    Matter matter(Set<Subject> ofLine, Pence amount, List<Owner> shares, LocalDate on) {
        return new Matter(
                names(ofLine), amount, decisionFunction, on, locality, Owner.shares(shares));
    }

    /// What of it counts against the decision or the delegation it rests on.
    Pence promised() {
        return amountPence.minus(releasedPence);
    }

    /// How a decision may name it once there is one.
    Set<Subject> subjects() {
        return reference == null
                ? Set.of()
                : Set.of(
                        new Subject("commitment", id.toString()),
                        new Subject("commitment", reference));
    }

    /// How a decision may name this commitment, also before there is one: by its line, or by the
    /// intervention it pays for.
    private Set<Subject> names(Set<Subject> ofLine) {
        var names = new HashSet<>(ofLine);
        names.addAll(subjects());
        if (interventionId != null) {
            names.add(new Subject("intervention", interventionId));
        }
        return names;
    }

    /// The hash of everything a decision is asked about: lower-case hex SHA-256 of
    /// `commitmentId|fundId|lineId|amountPence|provider|purpose|function`.
    String hashOfContent() {
        return hashOfContent(amountPence);
    }

    /// As [#hashOfContent], with the amount of a variation.
    String hashOfContent(Pence amount) {
        var content =
                String.join(
                        "|",
                        id.toString(),
                        fundId.toString(),
                        lineId.toString(),
                        Long.toString(amount.value()),
                        provider,
                        purpose,
                        decisionFunction);
        return Sha256.of(content);
    }
}
