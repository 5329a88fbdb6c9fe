package locality.governance.body;

import static locality.governance.body.BodyState.DISSOLVED;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.authority.Standing;
import locality.governance.period.Period;
import locality.governance.validity.Terms;
import locality.governance.voting.Seat;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.event.GovernanceEvent.BodyRelated;
import locality.platform.event.GovernanceEvent.SeatChanged;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A body over time. Its steps, its terms of reference and its members each say from when they
/// hold, so that it can be asked what it was on any date.
@Entity
class Body {
    @Id UUID id;
    String reference;
    String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> aliases;

    @Enumerated(EnumType.STRING)
    Classification classification;

    @Enumerated(EnumType.STRING)
    SpatialLevel spatialLevel;

    @Nullable String organisation;
    boolean topOfOrganisation;
    Locality locality;

    @ElementCollection
    @CollectionTable(name = "body_step", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "step")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Step> steps = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "body_relation", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Relation> relations = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "terms_of_reference", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "version_number")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<TermsOfReference> terms = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "membership", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Membership> memberships = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "body_name", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Name> renamings = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "body_place", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<ServedPlace> places = new ArrayList<>();

    /// One, or none.
    @ElementCollection
    @CollectionTable(name = "body_sunset", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Sunset> sunsets = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "body_succession", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Succession> predecessors = new ArrayList<>();

    @ElementCollection
    @Immutable
    @CollectionTable(name = "membership_superseded", joinColumns = @JoinColumn(name = "body_id"))
    List<Membership.Before> membershipsBefore = new ArrayList<>();

    @ElementCollection
    @Immutable
    @CollectionTable(name = "body_relation_superseded", joinColumns = @JoinColumn(name = "body_id"))
    List<Relation.Before> relationsBefore = new ArrayList<>();

    @ElementCollection
    @Immutable
    @CollectionTable(name = "body_place_superseded", joinColumns = @JoinColumn(name = "body_id"))
    List<ServedPlace.Before> placesBefore = new ArrayList<>();

    @ElementCollection
    @Immutable
    @CollectionTable(name = "body_sunset_superseded", joinColumns = @JoinColumn(name = "body_id"))
    List<Sunset.Before> sunsetsBefore = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Column(insertable = false, updatable = false)
    @Nullable Instant recordedAt;

    @Version long version;

    Body() {}

    Body(UUID id, String reference, String name, Locality locality, Provenance provenance) {
        this.id = id;
        this.reference = reference;
        this.name = name;
        this.locality = locality;
        this.provenance = provenance;
    }

    /// The first step may be any; every later one follows from the one before, on its day or after.
    /// A time-limited body is dissolved by its last day, whatever else was meant to become of it.
    BodyChanged become(BodyState next, LocalDate effectiveOn, Provenance source) {
        if (!steps.isEmpty()) {
            requireStep(steps.getLast().state(), next);
            requireAfterLastStep(effectiveOn);
        }
        sunset().filter(sunset -> sunset.hasComeBy(effectiveOn))
                .filter(sunset -> !(next == DISSOLVED && effectiveOn.equals(sunset.sunsetOn())))
                .ifPresent(_ -> requireStep(DISSOLVED, next));
        steps.add(new Step(next, effectiveOn, source));
        return changed(next, effectiveOn, source);
    }

    /// A later answer takes the place of an earlier one, until the day has come. A body whose day
    /// has come already is dissolved with it.
    List<BodyChanged> limit(Sunset next, LocalDate today) {
        requireStep(stateOn(today).orElse(BodyState.PROPOSED), DISSOLVED);
        if (!steps.isEmpty()) {
            requireStep(steps.getLast().state(), DISSOLVED);
            requireAfterLastStep(next.sunsetOn());
        }
        if (sunsets.isEmpty()) {
            sunsets.add(next);
        } else {
            sunsets.set(0, next);
        }
        return next.hasComeBy(today)
                ? List.of(dissolveAtSunset())
                : List.of(changed(today, next.provenance()));
    }

    /// @throws IllegalStateException when it is not time-limited
    BodyChanged dissolveAtSunset() {
        var sunset = sunset().orElseThrow(() -> new IllegalStateException("No sunset"));
        return become(DISSOLVED, sunset.sunsetOn(), sunset.provenance());
    }

    /// Names follow one another in time; one from its predecessor's day replaces it.
    BodyChanged rename(Name next) {
        if (!renamings.isEmpty() && next.fromDay().isBefore(renamings.getLast().fromDay())) {
            throw new BodyRefusal.NameOutOfOrder(renamings.getLast(), next.fromDay());
        }
        renamings.add(next);
        return changed(next.fromDay(), next.provenance());
    }

    BodyChanged serve(ServedPlace next) {
        requireOrder(next.period());
        if (next.locality() == locality) {
            throw new BodyRefusal.OwnPlace(reference, locality);
        }
        places.stream()
                .filter(next::overlaps)
                .findFirst()
                .ifPresent(
                        served -> {
                            throw new BodyRefusal.PlaceServed(reference, served);
                        });
        places.add(next);
        return changed(next.fromDay(), next.provenance());
    }

    /// @param firstDayWithout the first day it no longer serves the place
    BodyChanged leave(Locality place, LocalDate firstDayWithout, Provenance source) {
        var lastDay = firstDayWithout.minusDays(1);
        var served =
                places.stream()
                        .filter(one -> one.locality() == place && one.period().holdsOn(lastDay))
                        .findFirst()
                        .orElseThrow(
                                () -> new BodyRefusal.PlaceNotServed(reference, place, lastDay));
        places.set(places.indexOf(served), served.until(lastDay, source));
        return changed(firstDayWithout, source);
    }

    /// It takes over from another, which is dissolved that day unless it goes on alongside.
    BodyChanged succeed(Succession next, String ofPredecessor) {
        if (predecessors.stream().anyMatch(one -> one.predecessor().equals(next.predecessor()))) {
            throw new BodyRefusal.AlreadySucceeded(ofPredecessor, reference);
        }
        if (standingOn(next.effectiveOn()) == Standing.DISSOLVED) {
            throw new BodyRefusal.SuccessorDissolved(reference, next.effectiveOn());
        }
        predecessors.add(next);
        return changed(next.effectiveOn(), next.provenance());
    }

    /// Whether it is there to be dissolved when another takes over from it.
    boolean isStillThereOn(LocalDate takenOverOn) {
        dissolution()
                .filter(dissolved -> dissolved.from().isAfter(takenOverOn))
                .filter(_ -> steps.getLast().state() == DISSOLVED)
                .ifPresent(
                        dissolved -> {
                            throw new BodyRefusal.DissolvedLater(
                                    reference, dissolved.from(), takenOverOn);
                        });
        return standingOn(takenOverOn) != Standing.DISSOLVED;
    }

    /// Versions follow one another in time; one that begins on its predecessor's day replaces it.
    BodyChanged adopt(TermsOfReference next) {
        requireEverHad(next.seatsNamed());
        if (next.keyDecisionFrom() != null && next.keyDecisionFrom().isNegative()) {
            throw new BodyRefusal.NegativeKeyValue(next.keyDecisionFrom());
        }
        if (!terms.isEmpty() && next.effectiveOn().isBefore(terms.getLast().effectiveOn())) {
            throw new BodyRefusal.TermsOutOfOrder(
                    terms.getLast().effectiveOn(), next.effectiveOn());
        }
        terms.add(next);
        return changed(next.effectiveOn(), next.provenance());
    }

    /// A seat is held by one member at a time.
    SeatChanged seat(Membership next) {
        requireOrder(next.period());
        seating().take(next);
        return seatChanged(
                next, next.isVacant() ? "VACANT" : "FILLED", next.period(), next.provenance());
    }

    /// The seat stays, vacant.
    ///
    /// @param firstDayEmpty the first day the member no longer sits
    SeatChanged unseat(String seat, LocalDate firstDayEmpty, Provenance source) {
        var left = seating().leave(seat, firstDayEmpty, source);
        return seatChanged(left, "VACANT", new Period(firstDayEmpty, null), source);
    }

    /// @param firstDayWithout the first day there is no such seat
    SeatChanged abolish(String seat, LocalDate firstDayWithout, Provenance source) {
        var held = seating().abolish(seat, firstDayWithout, source);
        return seatChanged(held, "ABOLISHED", new Period(firstDayWithout, null), source);
    }

    /// @param to how the other body is called
    BodyRelated relate(Relation next, String to) {
        requireOrder(next.period());
        relations.stream()
                .filter(next::overlaps)
                .findFirst()
                .ifPresent(
                        related -> {
                            throw new BodyRefusal.AlreadyRelated(reference, to, related);
                        });
        relations.add(next);
        return related(next, to, next.provenance());
    }

    /// @param firstDayWithout the first day it no longer stands so to the other
    BodyRelated unrelate(
            RelationKind kind,
            UUID other,
            String to,
            LocalDate firstDayWithout,
            Provenance source) {
        var lastDay = firstDayWithout.minusDays(1);
        var ending =
                relations.stream()
                        .filter(one -> one.is(kind, other) && one.period().holdsOn(lastDay))
                        .findFirst()
                        .orElseThrow(
                                () -> new BodyRefusal.NotRelated(reference, kind, to, lastDay));
        var ended = ending.until(lastDay, source);
        relations.set(relations.indexOf(ending), ended);
        return related(ended, to, source);
    }

    /// Its state on a date; empty before its first step.
    Optional<BodyState> stateOn(LocalDate day) {
        if (sunset().filter(sunset -> sunset.hasComeBy(day)).isPresent()) {
            return Optional.of(DISSOLVED);
        }
        return steps.reversed().stream()
                .filter(step -> !step.effectiveOn().isAfter(day))
                .map(Step::state)
                .findFirst();
    }

    Standing standingOn(LocalDate day) {
        return stateOn(day).map(BodyState::standing).orElse(Standing.NOT_CONSTITUTED);
    }

    List<Seat> seatsOn(LocalDate day) {
        return membershipsOn(day).stream().map(Membership::asSeat).toList();
    }

    /// Each seat there is on a date, with its member or vacant.
    List<Membership> membershipsOn(LocalDate day) {
        return seating().on(day);
    }

    void requireEverHad(List<String> seats) {
        seats.stream()
                .filter(seat -> !seating().everHad(seat))
                .findFirst()
                .ifPresent(
                        seat -> {
                            throw new BodyRefusal.NoSuchSeatEver(seat, reference);
                        });
    }

    /// The seat that takes the chair: the one its terms of reference name, else the one called
    /// CHAIR.
    Optional<Membership> chairOn(LocalDate day) {
        if (standingOn(day) == Standing.DISSOLVED) {
            return Optional.empty();
        }
        var chair =
                termsInForceOn(day)
                        .flatMap(inForce -> Optional.ofNullable(inForce.chair()))
                        .orElse("CHAIR");
        return membershipsOn(day).stream().filter(one -> one.seat().equals(chair)).findFirst();
    }

    LocalDate vacantSince(Membership vacancy) {
        return seating().vacantSince(vacancy);
    }

    String nameOn(LocalDate day) {
        return renamings.reversed().stream()
                .filter(one -> !one.fromDay().isAfter(day))
                .map(Name::name)
                .findFirst()
                .orElse(name);
    }

    Optional<Sunset> sunset() {
        return sunsets.stream().findFirst();
    }

    /// The places it is shown and read in: its own, and each it has ever served.
    Set<Locality> shownIn() {
        var shown = EnumSet.of(locality);
        places.forEach(place -> shown.add(place.locality()));
        return shown;
    }

    /// When it is no more, past or to come: by a step, or by its sunset before one.
    Optional<BodyDissolved> dissolution() {
        return Stream.concat(
                        steps.stream()
                                .filter(step -> step.state() == DISSOLVED)
                                .map(Step::effectiveOn),
                        sunset().map(Sunset::sunsetOn).stream())
                .min(Comparator.naturalOrder())
                .map(day -> new BodyDissolved(id, reference, day));
    }

    /// A copy as it was known at a moment, to be read and never stored. Empty when it was not on
    /// record yet.
    Optional<Body> asKnownAt(Instant moment) {
        if (recordedAt != null && recordedAt.isAfter(moment)) {
            return Optional.empty();
        }
        var known = new Body(id, reference, name, locality, provenance);
        known.aliases = aliases;
        known.classification = classification;
        known.spatialLevel = spatialLevel;
        known.organisation = organisation;
        known.topOfOrganisation = topOfOrganisation;
        known.version = version;
        known.steps = Recorded.knownAt(moment, steps);
        known.terms = Recorded.knownAt(moment, terms);
        known.renamings = Recorded.knownAt(moment, renamings);
        known.predecessors = Recorded.knownAt(moment, predecessors);
        known.relations = Recorded.knownAt(moment, relations, relationsBefore);
        known.memberships = Recorded.knownAt(moment, memberships, membershipsBefore);
        known.places = Recorded.knownAt(moment, places, placesBefore);
        known.sunsets = Recorded.knownAt(moment, sunsets, sunsetsBefore);
        return Optional.of(known);
    }

    /// Which version is in force on a date: counted from one, zero for none.
    int termsVersionOn(LocalDate day) {
        return IntStream.rangeClosed(1, terms.size())
                .filter(number -> !terms.get(number - 1).effectiveOn().isAfter(day))
                .max()
                .orElse(0);
    }

    /// Empty before the first version.
    Optional<TermsOfReference> termsInForceOn(LocalDate day) {
        int number = termsVersionOn(day);
        return number == 0 ? Optional.empty() : Optional.of(terms.get(number - 1));
    }

    @Nullable Terms termsOn(LocalDate day) {
        return termsInForceOn(day)
                .map(inForce -> asTerms(termsVersionOn(day), inForce))
                .orElse(null);
    }

    private static Terms asTerms(int number, TermsOfReference inForce) {
        return new Terms(
                number,
                inForce.quorum(),
                inForce.votingRule(),
                inForce.castingVote(),
                inForce.substitutesAllowed(),
                inForce.noticeClearDays(),
                inForce.callInClearDays(),
                inForce.keyDecisionFrom());
    }

    private Seating seating() {
        return new Seating(memberships);
    }

    private static void requireStep(BodyState from, BodyState to) {
        if (!from.mayBecome(to)) {
            throw new BodyRefusal.IllegalStep(from, to);
        }
    }

    private void requireAfterLastStep(LocalDate day) {
        if (day.isBefore(steps.getLast().effectiveOn())) {
            throw new BodyRefusal.StepOutOfOrder(steps.getLast().effectiveOn(), day);
        }
    }

    private BodyChanged changed(LocalDate effectiveOn, Provenance source) {
        return changed(stateOn(effectiveOn).orElse(BodyState.PROPOSED), effectiveOn, source);
    }

    private BodyChanged changed(BodyState state, LocalDate effectiveOn, Provenance source) {
        return new BodyChanged(
                id,
                reference,
                nameOn(effectiveOn),
                classification.name(),
                spatialLevel.name(),
                state.name(),
                organisation,
                locality,
                effectiveOn,
                source,
                places.stream()
                        .filter(place -> !place.period().isOverBy(effectiveOn))
                        .map(ServedPlace::locality)
                        .distinct()
                        .toList(),
                predecessors.stream().map(Succession::predecessor).toList(),
                sunset().map(Sunset::sunsetOn).orElse(null));
    }

    private SeatChanged seatChanged(
            Membership seat, String state, Period during, Provenance source) {
        return new SeatChanged(
                id,
                reference,
                seat.seat(),
                seat.post(),
                seat.votingRight(),
                seat.organisation(),
                state,
                locality,
                during.from(),
                during.until(),
                source);
    }

    private BodyRelated related(Relation relation, String to, Provenance source) {
        return new BodyRelated(
                id,
                reference,
                relation.kind().name(),
                relation.toBody(),
                to,
                locality,
                relation.fromDay(),
                relation.untilDay(),
                source);
    }

    private static void requireOrder(Period period) {
        if (period.isOverBy(period.from())) {
            throw new BodyRefusal.EndsBeforeItBegins(period);
        }
    }
}
