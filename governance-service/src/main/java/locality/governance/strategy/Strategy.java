package locality.governance.strategy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PlanEvent.StrategyChanged;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One edition of a strategy, a needs assessment or an outcomes framework. Its steps say what it
/// was on any day.
@Entity
class Strategy {
    @Id UUID id;
    String reference;
    String title;

    @Enumerated(EnumType.STRING)
    StrategyKind kind;

    /// As its authors write it, null when they write none.
    @Nullable String edition;

    Locality locality;

    /// What documents say of its approval.
    @JdbcTypeCode(SqlTypes.JSON)
    List<Said> said = List.of();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "strategy_step", joinColumns = @JoinColumn(name = "strategy_id"))
    @OrderColumn(name = "step")
    @ListIndexBase(1)
    List<StrategyStep> steps = new ArrayList<>();

    @Version long version;

    Strategy() {}

    /// What is said of one when it is drafted.
    record Draft(
            String title,
            StrategyKind kind,
            @Nullable String edition,
            Locality locality,
            @Nullable LocalDate reviewOn,
            List<Said> said) {}

    static Strategy drafted(
            UUID id, String reference, Draft draft, LocalDate on, Provenance provenance) {
        PersonalData.requireNone("title", draft.title);
        PersonalData.requireNone("edition", draft.edition);
        var strategy = new Strategy();
        strategy.id = id;
        strategy.reference = reference;
        strategy.title = draft.title;
        strategy.kind = draft.kind;
        strategy.edition = draft.edition;
        strategy.locality = draft.locality;
        strategy.said = List.copyOf(draft.said);
        strategy.steps.add(
                new StrategyStep(
                        StrategyState.DRAFT,
                        on,
                        draft.reviewOn,
                        null,
                        null,
                        null,
                        null,
                        provenance));
        return strategy;
    }

    /// A decision that approves it.
    ///
    /// @param takenOn the day it was taken
    record Approval(UUID decision, String reference, LocalDate takenOn) {}

    /// It holds from the day on; that day is not before its decision was taken.
    void approve(Approval by, LocalDate on, @Nullable LocalDate reviewOn, Provenance source) {
        if (on.isBefore(by.takenOn)) {
            throw new StrategyRefusal.ApprovedBeforeDecided(
                    reference, by.reference, by.takenOn, on);
        }
        requireStep(StrategyState.APPROVED, on);
        steps.add(
                new StrategyStep(
                        StrategyState.APPROVED,
                        on,
                        reviewOn == null ? last().reviewOn() : reviewOn,
                        by.decision,
                        by.reference,
                        null,
                        null,
                        source));
    }

    /// @param by an approved one of the same kind that takes its place
    void supersede(Strategy by, LocalDate on, Provenance source) {
        if (by.id.equals(id)
                || by.kind != kind
                || by.locality != locality
                || by.last().state() != StrategyState.APPROVED) {
            throw new StrategyRefusal.NoSuccessor(reference, by.reference, kind);
        }
        requireStep(StrategyState.SUPERSEDED, on);
        steps.add(next(StrategyState.SUPERSEDED, on, last().reviewOn(), by.id, null, source));
    }

    void withdraw(String reason, LocalDate on, Provenance source) {
        PersonalData.requireNone("reason", reason);
        requireStep(StrategyState.WITHDRAWN, on);
        steps.add(next(StrategyState.WITHDRAWN, on, last().reviewOn(), null, reason, source));
    }

    /// @param nextReviewOn when it is reviewed next; null when no day is said
    void review(
            @Nullable LocalDate nextReviewOn,
            @Nullable String note,
            LocalDate on,
            Provenance source) {
        PersonalData.requireNone("note", note);
        if (last().state().next().isEmpty()) {
            throw new StrategyRefusal.Ended(reference, last().state());
        }
        requireInOrder(on);
        if (nextReviewOn != null && !nextReviewOn.isAfter(on)) {
            throw new StrategyRefusal.NotLater(nextReviewOn, on);
        }
        steps.add(next(last().state(), on, nextReviewOn, null, note, source));
    }

    /// Keeps what another document says of its approval beside what others say.
    void say(Said more) {
        if (said.contains(more)) {
            throw new StrategyRefusal.SaidAlready(reference, more.approvedIn());
        }
        var all = new ArrayList<>(said);
        all.add(more);
        said = List.copyOf(all);
    }

    /// Whether what documents say of its approval cannot all be true.
    boolean isContradicted() {
        return said.stream()
                .anyMatch(one -> said.stream().anyMatch(other -> !one.agreesWith(other)));
    }

    void retitle(String text, @Nullable String words) {
        PersonalData.requireNone("title", text);
        PersonalData.requireNone("edition", words);
        title = text;
        edition = words;
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// What it was on a day; empty before it was drafted.
    Optional<StrategyStep> on(LocalDate day) {
        return steps.reversed().stream()
                .filter(step -> !step.effectiveOn().isAfter(day))
                .findFirst();
    }

    StrategyStep drafted() {
        return steps.getFirst();
    }

    StrategyStep last() {
        return steps.getLast();
    }

    StrategyChanged changed() {
        var now = last();
        return new StrategyChanged(
                id,
                reference,
                title,
                kind.name(),
                edition,
                now.state().name(),
                now.reviewOn(),
                now.decisionId(),
                locality,
                now.effectiveOn(),
                now.provenance());
    }

    private StrategyStep next(
            StrategyState state,
            LocalDate on,
            @Nullable LocalDate reviewOn,
            @Nullable UUID by,
            @Nullable String note,
            Provenance source) {
        return new StrategyStep(
                state,
                on,
                reviewOn,
                last().decisionId(),
                last().decisionReference(),
                by,
                note,
                source);
    }

    private void requireStep(StrategyState to, LocalDate on) {
        if (!last().state().next().contains(to)) {
            throw new StrategyRefusal.IllegalStep(reference, last().state(), to);
        }
        requireInOrder(on);
    }

    private void requireInOrder(LocalDate on) {
        if (on.isBefore(last().effectiveOn())) {
            throw new StrategyRefusal.StepOutOfOrder(reference, last().effectiveOn(), on);
        }
    }
}
