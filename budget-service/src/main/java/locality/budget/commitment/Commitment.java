package locality.budget.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.Entered;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.fund.Fund;
import locality.budget.line.BudgetLine;
import locality.platform.caller.Caller;
import locality.platform.event.BoardEvent.DecisionTaken;
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

    /// One that is not opened yet, nor asked for: of a new promise, or of one that goes on in a
    /// later year. In which function a body decides on it the line says, else the fund; its basis
    /// is the line's on its first day.
    static Commitment draft(
            Fund fund, BudgetLine line, PaysFor what, Pence amount, List<Owner> owners, Term term) {
        var ofLine = line.decisionFunction();
        var draft = new Commitment();
        draft.id = Ids.next();
        draft.fundId = fund.id();
        draft.lineId = line.id();
        draft.locality = fund.locality();
        draft.amountPence = amount;
        draft.owners = owners;
        draft.provider = what.provider();
        draft.purpose = what.purpose();
        draft.interventionId = what.interventionId();
        draft.contractId = what.contractId();
        draft.decisionFunction = ofLine == null ? fund.decisionFunction() : ofLine;
        draft.basis = line.basisOn(term.effectiveOn());
        draft.effectiveOn = term.effectiveOn();
        draft.expiresOn = term.expiresOn();
        draft.contentHash = draft.asked().hashOfContent();
        return draft;
    }

    /// Who asks for it, and where that is said.
    Commitment askedBy(Caller caller, @Nullable Provenance said) {
        requestedBy = caller.organisation();
        provenance = Entered.by(caller, said);
        return this;
    }

    /// What governance is asked of it.
    CommitmentAsked asked() {
        return new CommitmentAsked(this);
    }

    Term term() {
        return new Term(effectiveOn, expiresOn);
    }

    /// What is told of it.
    CommitmentTold told() {
        return new CommitmentTold(this);
    }

    /// Opens it at once, or when its approval has come.
    ///
    /// @throws CommitmentRefusal if it waits no more
    CommitmentOpened open(Authority authority, LocalDate today) {
        requireWaiting();
        state = CommitmentState.OPEN;
        openedOn = today;
        restOn(authority);
        return told().opened();
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
        return told().approvalRequested(request, due);
    }

    /// A decision made later than the commitment was to begin moves its beginning.
    void beginNoEarlierThan(LocalDate day, BudgetLine line) {
        effectiveOn = term().beginningBy(day);
        basis = line.basisOn(effectiveOn);
    }

    /// A body with the authority said no.
    CommitmentRefused reject(DecisionTaken decision) {
        requireWaiting();
        state = CommitmentState.REJECTED;
        return told().refused(
                        "%s lost at %s".formatted(decision.reference(), decision.bodyName()),
                        decision.decisionId(),
                        decision.effectiveOn());
    }

    /// No decision came in time.
    CommitmentRefused lapse(LocalDate today) {
        requireWaiting();
        state = CommitmentState.LAPSED;
        return told().refused("No decision by %s".formatted(dueOn), null, today);
    }

    /// Who asked no longer does.
    ///
    /// @param organisation of whoever withdraws it
    /// @throws CommitmentRefusal if it waits no more, or another organisation asked
    CommitmentRefused withdraw(String organisation, String reason, LocalDate today) {
        requireWaiting();
        requireAskedBy(requestedBy, organisation);
        state = CommitmentState.WITHDRAWN;
        return told().refused(reason, null, today);
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
        return told().discharged(amount, released, entry, on);
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

    /// Gives back everything it still holds; no earlier than it begins.
    CommitmentReleased release(String reason, LocalDate today) {
        requireHolding();
        var on = term().beginningBy(today);
        var released = giveBackTheRest();
        state = CommitmentState.RELEASED;
        return told().released(released, reason, on);
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
        return told().expired(released, lastDay.plusDays(1));
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
        return told().varied(from, on);
    }

    /// The commitment that would go on with what this one still holds, in a later year.
    ///
    /// @throws CommitmentRefusal if it is not open, or has paid all of it
    Commitment goOnIn(Fund fund, BudgetLine line, Term term) {
        requireHolding();
        if (remaining().isZero()) {
            throw new CommitmentRefusal.NothingToCarry(reference, dischargedPence);
        }
        var held = remaining();
        var successor = draft(fund, line, paysFor(), held, Owner.ofAmount(held, owners), term);
        successor.carriedFrom = id;
        return successor;
    }

    private PaysFor paysFor() {
        return new PaysFor(provider, purpose, interventionId, contractId);
    }

    /// What it still holds is held by its successor from the day on which that begins.
    ///
    /// @throws CommitmentRefusal if it holds nothing
    CommitmentCarried carryTo(Commitment successor, UUID decision) {
        requireHolding();
        var carried = giveBackTheRest();
        state = CommitmentState.CARRIED;
        return told().carried(carried, successor, decision);
    }

    private Pence giveBackTheRest() {
        var rest = remaining();
        releasedPence = releasedPence.plus(rest);
        return rest;
    }

    private void requireInTerm(LocalDate on) {
        if (!term().contains(on)) {
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

    /// What of it counts against the decision or the delegation it rests on.
    Pence promised() {
        return amountPence.minus(releasedPence);
    }
}
