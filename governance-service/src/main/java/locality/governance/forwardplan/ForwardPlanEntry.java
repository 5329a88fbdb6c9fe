package locality.governance.forwardplan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.period.ClearDays;
import locality.governance.validity.KeyNotice;
import locality.platform.event.BoardEvent.ForwardPlanChanged;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A matter that a body is expected to decide, as its forward plan tells it: what, when, on which
/// documents, in public or not. It names posts and never people.
@Entity
class ForwardPlanEntry {

    private static final Set<ForwardPlanState> OPEN =
            EnumSet.of(ForwardPlanState.PLANNED, ForwardPlanState.TABLED);

    /// What makes a decision key.
    enum KeyBecause {
        SAID,
        /// Its value reaches what the body's terms of reference call key.
        VALUE
    }

    @Id UUID id;

    /// `MCR-HWBB-FP-1`: the body's, and the how manieth of its plan.
    String reference;

    int number;
    String title;
    UUID bodyId;
    String bodyReference;
    String bodyName;
    Locality locality;
    Locality place;

    @Embedded Expected expected;

    /// Null when it is not key.
    @Enumerated(EnumType.STRING)
    @Nullable KeyBecause keyBecause;

    @Column(name = "value_pence")
    @Nullable Pence value;

    @Nullable String functionCode;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> documents;

    @Nullable String contactPost;

    /// Why a part of it is to be decided in private; null when none is.
    @Nullable String privateReason;

    @Enumerated(EnumType.STRING)
    ForwardPlanState state;

    @Nullable UUID decisionId;
    @Nullable String withdrawnBecause;
    @Nullable LocalDate generalExceptionOn;
    @Nullable String generalExceptionReason;
    @Nullable LocalDate specialUrgencyOn;
    @Nullable String specialUrgencyReason;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "forward_plan_version", joinColumns = @JoinColumn(name = "entry_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<PlanVersion> versions = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    ForwardPlanEntry() {}

    /// Said to be key, or of a value that its body's terms of reference call key; what is said to
    /// be none is key all the same when its value makes it so.
    ///
    /// @param keyFrom the value from which a decision is key; null when no value makes it so
    static @Nullable KeyBecause keyBecause(
            boolean said, @Nullable Pence value, @Nullable Pence keyFrom) {
        if (value != null && keyFrom != null && !keyFrom.exceeds(value)) {
            return KeyBecause.VALUE;
        }
        return said ? KeyBecause.SAID : null;
    }

    ForwardPlanChanged publish(PlanVersion first) {
        state = ForwardPlanState.PLANNED;
        say(first);
        return changed(first.publishedOn());
    }

    /// What the plan said before is kept.
    ForwardPlanChanged move(PlanVersion next) {
        requireIn(EnumSet.of(ForwardPlanState.PLANNED));
        if (next.publishedOn().isBefore(versions.getLast().publishedOn())) {
            throw new ForwardPlanRefusal.OutOfOrder(
                    reference, versions.getLast().publishedOn(), next.publishedOn());
        }
        say(next);
        return changed(next.publishedOn());
    }

    ForwardPlanChanged withdraw(String reason, LocalDate on) {
        step(ForwardPlanState.WITHDRAWN);
        withdrawnBecause = reason;
        return changed(on);
    }

    /// @return empty when it was tabled as this decision before: a matter that is deferred is
    ///   tabled again, and the plan says nothing new
    Optional<ForwardPlanChanged> table(UUID decision, LocalDate on) {
        if (state == ForwardPlanState.TABLED && decisionId != null) {
            if (!decisionId.equals(decision)) {
                throw new ForwardPlanRefusal.TabledAsAnother(reference, decisionId, decision);
            }
            return Optional.empty();
        }
        step(ForwardPlanState.TABLED);
        decisionId = decision;
        return Optional.of(changed(on));
    }

    ForwardPlanChanged decide(LocalDate on) {
        step(ForwardPlanState.DECIDED);
        return changed(on);
    }

    /// What it was tabled as ended and settled nothing: it is expected again, with the notice that
    /// was given of it.
    ForwardPlanChanged expectAgain(LocalDate on) {
        step(ForwardPlanState.PLANNED);
        decisionId = null;
        return changed(on);
    }

    /// What it was tabled as was referred: it is before another body now, as a decision of its own.
    ForwardPlanChanged carryTo(UUID followUp, LocalDate on) {
        requireIn(EnumSet.of(ForwardPlanState.TABLED));
        decisionId = followUp;
        return changed(on);
    }

    boolean isTabledAs(UUID decision) {
        return state == ForwardPlanState.TABLED && decision.equals(decisionId);
    }

    /// Whether a matter is the one that was announced: its function when the plan says one, its
    /// place or one of Greater Manchester, and no more money than the plan says.
    ///
    /// @throws ForwardPlanRefusal naming what differs
    void requireAnnounced(ForwardPlan.Proposed matter) {
        if (functionCode != null && !functionCode.equals(matter.function())) {
            throw new ForwardPlanRefusal.AnotherMatter(
                    reference, "function", functionCode, matter.function());
        }
        if (place != matter.place() && place != Locality.GREATER_MANCHESTER) {
            throw new ForwardPlanRefusal.AnotherMatter(reference, "place", place, matter.place());
        }
        if (value != null && matter.value() != null && matter.value().exceeds(value)) {
            throw new ForwardPlanRefusal.MoreMoney(reference, value, matter.value());
        }
    }

    /// The scrutiny chair was told that it comes with fewer than 28 clear days (regulation 10).
    ForwardPlanChanged except(LocalDate noticedOn, String reason) {
        requireKeyAndOpen();
        if (generalExceptionOn != null) {
            throw new ForwardPlanRefusal.SaidBefore(
                    reference, "The general exception", generalExceptionOn);
        }
        generalExceptionOn = noticedOn;
        generalExceptionReason = reason;
        return changed(noticedOn);
    }

    /// The scrutiny chair agreed that it cannot reasonably wait (regulation 11).
    ForwardPlanChanged hurry(LocalDate agreedOn, String reason) {
        requireKeyAndOpen();
        if (specialUrgencyOn != null) {
            throw new ForwardPlanRefusal.SaidBefore(
                    reference, "The special urgency", specialUrgencyOn);
        }
        specialUrgencyOn = agreedOn;
        specialUrgencyReason = reason;
        return changed(agreedOn);
    }

    /// The notice given of it, had it been decided on a day: counted from the first publication,
    /// however often its date was moved since.
    ///
    /// @param counted which days count for key decisions
    KeyNotice noticeOn(LocalDate heldOn, ClearDays counted) {
        return KeyNotice.judged(
                isKey(),
                new KeyNotice.Given(firstPublishedOn(), generalExceptionOn, specialUrgencyOn),
                heldOn,
                counted);
    }

    boolean isKey() {
        return keyBecause != null;
    }

    /// Whether the day it was expected by is past and no meeting has it on its agenda.
    boolean isLateOn(LocalDate day) {
        return state == ForwardPlanState.PLANNED && day.isAfter(expected.expectedOn());
    }

    LocalDate firstPublishedOn() {
        return versions.getFirst().publishedOn();
    }

    /// @throws ForwardPlanRefusal unless it is on the plan of that body and not yet decided
    void requireOpenFor(UUID body) {
        if (!bodyId.equals(body)) {
            throw new ForwardPlanRefusal.OfAnotherBody(reference, bodyReference);
        }
        requireIn(OPEN);
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    private void requireKeyAndOpen() {
        if (!isKey()) {
            throw new ForwardPlanRefusal.NotKey(reference);
        }
        requireIn(OPEN);
    }

    private void requireIn(Set<ForwardPlanState> wanted) {
        if (!wanted.contains(state)) {
            throw new ForwardPlanRefusal.NotNow(reference, state, wanted);
        }
    }

    private void say(PlanVersion next) {
        versions.add(next);
        expected = next.expected();
    }

    private void step(ForwardPlanState next) {
        if (!state.next().contains(next)) {
            throw new ForwardPlanRefusal.IllegalStep(reference, state, next);
        }
        state = next;
    }

    private ForwardPlanChanged changed(LocalDate effectiveOn) {
        return new ForwardPlanChanged(
                id,
                reference,
                title,
                bodyId,
                bodyName,
                isKey(),
                state.name(),
                expected.expectedOn(),
                decisionId,
                locality,
                effectiveOn,
                provenance);
    }
}
