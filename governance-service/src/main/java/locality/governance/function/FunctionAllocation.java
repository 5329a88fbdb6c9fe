package locality.governance.function;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.period.Period;
import locality.platform.event.GovernanceEvent.FunctionArranged;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// How a place allocates a function: drafted, agreed, in force from its first day to its last. A
/// place allocates a function in one way at a time, and so at one spatial level.
@Entity
@Table(name = "function_in_place")
class FunctionAllocation {
    @Id UUID id;
    String reference;
    String functionCode;
    Locality place;
    @Embedded AllocationTerms terms;

    /// The day it became a draft; null when it was recorded as agreed or in force.
    @Nullable LocalDate draftedOn;

    /// The day it was agreed.
    @Nullable LocalDate agreedOn;

    /// The first day it is in force; null until it is started.
    @Nullable LocalDate effectiveOn;

    /// The last day; the day before the first when another took its place on that very day.
    @Nullable LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    FunctionAllocation() {}

    /// @param state what it is recorded as: a draft, agreed or in force
    /// @param period the first day in that state; the last day in force, where it is known
    /// @throws FunctionRefusal if it ends before it begins, is recorded as ended, or says too much
    ///   of its whole-time equivalents
    FunctionAllocation(
            String functionCode,
            Locality place,
            AllocationTerms terms,
            AllocationState state,
            Period period,
            Provenance provenance) {
        terms.requireSound();
        requireOrder(period);
        this.id = Ids.next();
        this.reference = "ALLOC-" + id.toString().substring(28).toUpperCase(Locale.ROOT);
        this.functionCode = functionCode;
        this.place = place;
        this.terms = terms;
        this.endsOn = period.until();
        this.provenance = provenance;
        switch (state) {
            case DRAFT -> draftedOn = period.from();
            case AGREED -> agreedOn = period.from();
            case IN_FORCE -> effectiveOn = period.from();
            case ENDED -> throw new FunctionRefusal.RecordedAsEnded(functionCode, place);
        }
    }

    FunctionArranged agree(LocalDate day, Provenance source) {
        requireStep(AllocationState.AGREED, day);
        agreedOn = day;
        return told(AllocationState.AGREED, source);
    }

    /// @param day the first day it is in force
    FunctionArranged start(LocalDate day, Provenance source) {
        requireStep(AllocationState.IN_FORCE, day);
        requireOrder(new Period(day, endsOn));
        effectiveOn = day;
        return told(AllocationState.IN_FORCE, source);
    }

    /// @param firstDayWithout the first day it is no longer in force
    FunctionArranged end(LocalDate firstDayWithout, Provenance source) {
        requireStep(AllocationState.ENDED, firstDayWithout);
        endsOn = firstDayWithout.minusDays(1);
        return told(AllocationState.ENDED, source);
    }

    /// Ends the day before the next one begins; one that is to begin later stands in its way, and
    /// so does one that is decided at another level: that is ended first.
    FunctionArranged giveWayTo(AllocationTerms next, LocalDate from, Provenance source) {
        if (effectiveOn != null && effectiveOn.isAfter(from)) {
            throw new FunctionRefusal.ArrangedFromLater(functionCode, place, effectiveOn);
        }
        if (terms.isOfAnotherLevelThan(next)) {
            throw new FunctionRefusal.AtAnotherLevel(this, next, from);
        }
        return end(from, source);
    }

    /// Says of the function what was not said or was said wrong. What a place reserves is changed
    /// by another allocation, since it takes power away.
    FunctionArranged describe(AllocationTerms said, LocalDate today, Provenance source) {
        if (said.reserved() != terms.reserved()) {
            throw new FunctionRefusal.ReservedByAnotherAllocation(reference, terms.reserved());
        }
        said.requireSound();
        terms = said;
        provenance = source;
        return told(stateBy(today), source);
    }

    /// @throws Refusal unless the step follows, on the day of the one before or later
    void requireStep(AllocationState next, LocalDate day) {
        var now = stateBy(day);
        if (now.next() != next) {
            throw new FunctionRefusal.IllegalStep(reference, now, next);
        }
        if (day.isBefore(since())) {
            throw new FunctionRefusal.StepOutOfOrder(reference, now, since(), day);
        }
    }

    FunctionArranged arranged() {
        return told(furthest(), provenance);
    }

    boolean isInPreparation() {
        return effectiveOn == null;
    }

    /// The days it is in force; none while it is prepared.
    Optional<Period> inForce() {
        return Optional.ofNullable(effectiveOn).map(from -> new Period(from, endsOn));
    }

    boolean isInForceOn(LocalDate day) {
        return inForce().filter(period -> period.holdsOn(day)).isPresent();
    }

    /// Its state on a day; empty before the first.
    Optional<AllocationState> stateOn(LocalDate day) {
        return firstDay().isAfter(day) ? Optional.empty() : Optional.of(stateBegunBy(day));
    }

    /// The furthest state on record, whether its first day has come or not; ended once its last day
    /// is past.
    AllocationState stateBy(LocalDate day) {
        return inForce().filter(period -> period.isOverBy(day)).isPresent()
                ? AllocationState.ENDED
                : furthest();
    }

    /// The first day of the state furthest along.
    LocalDate since() {
        return Stream.of(effectiveOn, agreedOn, draftedOn)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate firstDay() {
        return Stream.of(draftedOn, agreedOn, effectiveOn)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
    }

    private AllocationState furthest() {
        if (effectiveOn != null) {
            return AllocationState.IN_FORCE;
        }
        return agreedOn == null ? AllocationState.DRAFT : AllocationState.AGREED;
    }

    private AllocationState stateBegunBy(LocalDate day) {
        if (effectiveOn != null && !effectiveOn.isAfter(day)) {
            return stateBy(day);
        }
        return agreedOn != null && !agreedOn.isAfter(day)
                ? AllocationState.AGREED
                : AllocationState.DRAFT;
    }

    private static void requireOrder(Period period) {
        if (period.isOverBy(period.from())) {
            throw new FunctionRefusal.EndsBeforeItBegins(period);
        }
    }

    private FunctionArranged told(AllocationState state, Provenance source) {
        return new FunctionArranged(
                id,
                functionCode,
                terms.reserved(),
                terms.ownerKind() == null ? null : terms.ownerKind().name(),
                place,
                since(),
                endsOn,
                source,
                terms.owner(),
                terms.spatialLevel() == null ? null : terms.spatialLevel().name(),
                terms.arrangement() == null ? null : terms.arrangement().name(),
                terms.wholeTimeEquivalents(),
                terms.direction(),
                state.name());
    }
}
