package locality.governance.gateway;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.governance.assessment.Standings.Standing;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PartnershipEvent.GatewayChanged;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.event.PartnershipEvent.ScopeWithdrawn;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/// A point at which due diligence is judged before its scope passes to a contract. Its steps say
/// what it was on any day; its items go over once each.
@Entity
class Gateway {
    @Id UUID id;
    String reference;
    String contract;
    int number;
    LocalDate beginsOn;
    LocalDate endsOn;
    @Nullable String endFormula;
    Locality locality;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "gateway_step", joinColumns = @JoinColumn(name = "gateway_id"))
    @OrderColumn(name = "step")
    @ListIndexBase(1)
    List<GatewayStep> steps = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "gateway_item", joinColumns = @JoinColumn(name = "gateway_id"))
    @OrderColumn(name = "item")
    @ListIndexBase(1)
    List<ScopeItem> items = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "gateway_condition", joinColumns = @JoinColumn(name = "gateway_id"))
    @OrderColumn(name = "condition")
    @ListIndexBase(1)
    List<Condition> conditions = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "gateway_lesson", joinColumns = @JoinColumn(name = "gateway_id"))
    @OrderColumn(name = "lesson")
    @ListIndexBase(1)
    List<Lesson> lessons = new ArrayList<>();

    @Version long version;

    Gateway() {}

    /// @param on the day it was planned
    static Gateway planned(
            UUID id,
            String reference,
            String contract,
            Block block,
            Locality locality,
            LocalDate on,
            Provenance source) {
        var gateway = new Gateway();
        gateway.id = id;
        gateway.reference = reference;
        gateway.contract = contract;
        gateway.number = block.number();
        gateway.beginsOn = block.beginsOn();
        gateway.endsOn = block.endsOn();
        gateway.endFormula = block.formula();
        gateway.locality = locality;
        gateway.steps.add(GatewayStep.planned(on, source));
        return gateway;
    }

    Block block() {
        return new Block(number, beginsOn, endsOn, endFormula);
    }

    /// Where its last day comes from: computed, or said with the gateway itself.
    Provenance endProvenance() {
        return endFormula == null ? steps.getFirst().provenance() : Provenance.derived(endFormula);
    }

    /// @param standing of the assessment that is its due diligence; null leaves the one it has
    /// @throws GatewayRefusal when it has none, or one by which nothing is rated
    void startDueDiligence(@Nullable Standing standing, LocalDate on, Provenance source) {
        requireNext(GatewayState.DUE_DILIGENCE);
        if (standing == null && last().assessmentId() == null) {
            throw new GatewayRefusal.NoDueDiligence(reference);
        }
        if (standing != null && !standing.rates()) {
            throw new GatewayRefusal.NothingRated(
                    reference, standing.reference(), standing.framework());
        }
        var next = last().next(GatewayState.DUE_DILIGENCE, on, null, source);
        step(standing == null ? next : next.restingOn(standing));
    }

    void submit(LocalDate on, Provenance source) {
        step(GatewayState.FOR_DECISION, on, null, source);
    }

    void notPass(LocalDate on, String reason, Provenance source) {
        PersonalData.requireNone("reason", reason);
        step(GatewayState.NOT_PASSED, on, reason, source);
    }

    void defer(LocalDate on, String reason, Provenance source) {
        PersonalData.requireNone("reason", reason);
        step(GatewayState.DEFERRED, on, reason, source);
    }

    /// Whether an approval of it lets it pass on a day: one of what was last put to the body that
    /// decides, in effect on that day and not ended since.
    boolean isApprovedBy(Decided approval, LocalDate on, LocalDate today) {
        return on(on).filter(step -> step.state() == GatewayState.FOR_DECISION).isPresent()
                && isStillApprovedBy(approval, on)
                && approval.holdsOn(today);
    }

    /// Whether it has passed by a day on which none of its approvals is in effect any longer. One
    /// that took the place of another counts as that did.
    boolean isWithoutApproval(List<Decided> approvals, LocalDate on) {
        return on(on).filter(step -> step.state().hasPassed()).isPresent()
                && approvals.stream().noneMatch(approval -> isStillApprovedBy(approval, on));
    }

    /// Whether it is an approval of what was last put to the body that decides, in effect on a day.
    private boolean isStillApprovedBy(Decided approval, LocalDate on) {
        return steps.reversed().stream()
                        .filter(step -> step.state() == GatewayState.FOR_DECISION)
                        .filter(step -> !step.effectiveOn().isAfter(on))
                        .findFirst()
                        .filter(step -> approval.isDecidedSince(step.effectiveOn()))
                        .isPresent()
                && approval.bindsIn(locality)
                && approval.holdsOn(on);
    }

    /// Everything without which it does not pass on a day; empty when it may.
    List<Lack> lacks(Readiness readiness, LocalDate on) {
        return new WhatLacks(this, on).of(readiness);
    }

    /// Passes it, with conditions when any is left to be met. What it passes goes over, each item
    /// once, on its own day.
    ///
    /// @return what goes over, in the order of the items
    /// @throws GatewayRefusal with everything that lacks
    List<ScopeTransferred> pass(Readiness readiness, LocalDate on, Provenance source) {
        boolean unmet = conditions.stream().anyMatch(condition -> !condition.isMetOn(on));
        var next = unmet ? GatewayState.PASSED_WITH_CONDITIONS : GatewayState.PASSED;
        requireNext(next);
        var lacks = lacks(readiness, on);
        var approval = readiness.approval();
        if (!lacks.isEmpty() || approval == null) {
            throw new GatewayRefusal.NotReady(reference, lacks);
        }
        step(last().next(next, on, null, source).decidedBy(approval.id(), approval.reference()));
        var going = items.stream().filter(item -> item.state() == ScopeState.PROPOSED).toList();
        return going.stream().map(this::transfer).toList();
    }

    /// Hands an item that was refused over again, from the day it was to go over on.
    ///
    /// @param corrected what was wrong about it
    /// @throws GatewayRefusal unless it was refused
    ScopeTransferred retry(String idOrReference, ScopeItem.Correction corrected) {
        var item = requireItem(idOrReference);
        if (item.state() != ScopeState.REFUSED) {
            throw new GatewayRefusal.NotRefused(item.reference(), item.state());
        }
        return transfer(replace(item, item.corrected(corrected)));
    }

    private ScopeTransferred transfer(ScopeItem item) {
        return replace(item, item.step(ScopeState.TRANSFERRED, item.transfersOn(), null))
                .toldToGoOver(this);
    }

    /// @throws GatewayRefusal if what it passes is settled already, or before its block
    void propose(UUID itemId, ScopeItem.Proposal proposal, Provenance source) {
        requireTakesScope();
        requireWithinBlock(proposal);
        if (has(proposal.reference())) {
            throw new GatewayRefusal.ItemTaken(reference, proposal.reference());
        }
        items.add(ScopeItem.proposed(itemId, proposal, source));
    }

    /// Puts right what an item is called, and when it goes over.
    ///
    /// @return whether anything changed
    boolean reword(ScopeItem.Proposal proposal) {
        var item = requireItem(proposal.reference());
        if (item.isAs(proposal)) {
            return false;
        }
        requireTakesScope();
        requireWithinBlock(proposal);
        if (item.state() != ScopeState.PROPOSED) {
            throw new GatewayRefusal.IllegalScopeStep(
                    item.reference(), item.state(), ScopeState.PROPOSED);
        }
        replace(item, item.reworded(proposal));
        return true;
    }

    /// An item that does not go over after all: one that was not passed yet, or was refused, or was
    /// told ahead of the day it goes over on.
    ///
    /// @param on not before the gateway was planned, nor, once it has passed the item, before then
    /// @return what the contract is told; empty for what it was never told of
    /// @throws GatewayRefusal if it has gone over
    Optional<ScopeWithdrawn> withdraw(
            String idOrReference, LocalDate on, LocalDate today, String reason) {
        PersonalData.requireNone("reason", reason);
        var item = requireItem(idOrReference);
        var withdrawn = item.withdrawn(on, today, reason);
        if (item.state() == ScopeState.PROPOSED) {
            requireTakesScope();
        }
        var since = item.state() == ScopeState.PROPOSED ? steps.getFirst() : last();
        if (on.isBefore(since.effectiveOn())) {
            throw new GatewayRefusal.StepOutOfOrder(item.reference(), since.effectiveOn(), on);
        }
        replace(item, withdrawn);
        return item.state() == ScopeState.PROPOSED
                ? Optional.empty()
                : Optional.of(withdrawn.toldToStay(this, on, reason));
    }

    /// What the contract answered about an item.
    ///
    /// @return the item, if it became that by this answer; empty for one that is out of date
    Optional<ScopeItem> hear(UUID item, ScopeState state, LocalDate on, @Nullable String reason) {
        return items.stream()
                .filter(one -> one.id().equals(item))
                .filter(one -> one.state() != ScopeState.PROPOSED && one.mayBecome(state))
                .findFirst()
                .map(one -> replace(one, one.step(state, on, reason)));
    }

    void agree(Condition condition) {
        if (!last().state().takesConditions()) {
            throw new GatewayRefusal.TakesNoConditions(reference, last().state());
        }
        conditions.add(condition);
    }

    /// @param number of the condition, counted from 1
    void meet(int number, LocalDate on, String evidence) {
        if (number < 1 || number > conditions.size()) {
            throw new NotFound("condition", reference + "/" + number);
        }
        var condition = conditions.get(number - 1);
        if (condition.metOn() != null) {
            throw new GatewayRefusal.MetAlready(reference, number, condition.metOn());
        }
        if (on.isBefore(condition.agreedOn())) {
            throw new GatewayRefusal.StepOutOfOrder(reference, condition.agreedOn(), on);
        }
        conditions.set(number - 1, condition.met(on, evidence));
    }

    void learn(String text, LocalDate on, Provenance source) {
        PersonalData.requireNone("text", text);
        lessons.add(new Lesson(text, on, source));
    }

    /// @throws GatewayRefusal while a condition is unmet or an item on its way
    void close(LocalDate on, Provenance source) {
        requireNext(GatewayState.CLOSED);
        var unmet = conditions.stream().filter(one -> !one.isMetOn(on)).map(Condition::text);
        var open = items.stream().filter(one -> !one.state().isSettled());
        var refusal =
                new GatewayRefusal.NotSettled(
                        reference, unmet.toList(), open.map(ScopeItem::reference).toList());
        if (!refusal.isEmpty()) {
            throw refusal;
        }
        step(GatewayState.CLOSED, on, null, source);
    }

    boolean has(String item) {
        return items.stream().anyMatch(one -> one.reference().equals(item));
    }

    ScopeItem requireItem(String idOrReference) {
        return items.stream()
                .filter(item -> item.isNamed(idOrReference))
                .findFirst()
                .orElseThrow(() -> new NotFound("item", idOrReference));
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// What it was on a day; empty before it was planned.
    Optional<GatewayStep> on(LocalDate day) {
        return steps.reversed().stream()
                .filter(step -> !step.effectiveOn().isAfter(day))
                .findFirst();
    }

    GatewayStep last() {
        return steps.getLast();
    }

    /// As it is told: what it now is.
    GatewayChanged changed() {
        var now = last();
        return new GatewayChanged(
                id,
                reference,
                contract,
                number,
                beginsOn,
                endsOn,
                now.state().name(),
                now.assessmentId(),
                conditions.stream().map(Condition::told).toList(),
                now.decisionId(),
                locality,
                now.effectiveOn(),
                now.provenance());
    }

    private void step(GatewayState next, LocalDate on, @Nullable String note, Provenance source) {
        step(last().next(next, on, note, source));
    }

    /// A step is written once, with all it rests on.
    private void step(GatewayStep next) {
        requireNext(next.state());
        if (next.effectiveOn().isBefore(last().effectiveOn())) {
            throw new GatewayRefusal.StepOutOfOrder(
                    reference, last().effectiveOn(), next.effectiveOn());
        }
        steps.add(next);
    }

    private void requireNext(GatewayState next) {
        if (!last().state().next().contains(next)) {
            throw new GatewayRefusal.IllegalStep(reference, last().state(), next);
        }
    }

    private void requireTakesScope() {
        if (!last().state().takesScope()) {
            throw new GatewayRefusal.ScopeFixed(reference, last().state());
        }
    }

    private void requireWithinBlock(ScopeItem.Proposal proposal) {
        if (proposal.transfersOn().isBefore(beginsOn)) {
            throw new GatewayRefusal.TransferBeforeBlock(
                    proposal.reference(), proposal.transfersOn(), beginsOn);
        }
    }

    private ScopeItem replace(ScopeItem item, ScopeItem by) {
        items.set(items.indexOf(item), by);
        return by;
    }
}
