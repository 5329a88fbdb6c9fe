package locality.governance.body;

import static locality.governance.body.BodyState.DISSOLVED;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    @Embedded HeldBefore heldBefore = new HeldBefore();

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

    /// The first step may be any; every later one follows from the one before.
    BodyChanged become(BodyState next, LocalDate effectiveOn, Provenance source) {
        life().take(new Step(next, effectiveOn, source));
        return changed(next, effectiveOn, source);
    }

    /// A later answer takes the place of an earlier one. A body whose day has come already is
    /// dissolved with it.
    List<BodyChanged> limit(Sunset next, LocalDate today) {
        life().limit(next, today);
        return next.hasComeBy(today)
                ? List.of(dissolveAtSunset())
                : List.of(changed(today, next.provenance()));
    }

    /// @throws IllegalStateException when it is not time-limited
    BodyChanged dissolveAtSunset() {
        var sunset = sunset().orElseThrow(() -> new IllegalStateException("No sunset"));
        return become(DISSOLVED, sunset.sunsetOn(), sunset.provenance());
    }

    BodyChanged rename(Name next) {
        names().take(next);
        return changed(next.fromDay(), next.provenance());
    }

    BodyChanged serve(ServedPlace next) {
        requireOrder(next.period());
        served().add(next);
        return changed(next.fromDay(), next.provenance());
    }

    /// @param firstDayWithout the first day it no longer serves the place
    BodyChanged leave(Locality place, LocalDate firstDayWithout, Provenance source) {
        served().end(place, firstDayWithout, source);
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
        life().endsByAStepAfter(takenOverOn)
                .ifPresent(
                        end -> {
                            throw new BodyRefusal.DissolvedLater(reference, end, takenOverOn);
                        });
        return standingOn(takenOverOn) != Standing.DISSOLVED;
    }

    /// Versions follow one another in time.
    BodyChanged adopt(TermsOfReference next) {
        requireEverHad(next.seatsNamed());
        versions().adopt(next);
        return changed(next.effectiveOn(), next.provenance());
    }

    /// A seat is held by one member at a time.
    SeatChanged seat(Membership next) {
        requireOrder(next.period());
        seating().take(next);
        return next.told(
                this, next.isVacant() ? "VACANT" : "FILLED", next.period(), next.provenance());
    }

    /// The seat stays, vacant.
    ///
    /// @param firstDayEmpty the first day the member no longer sits
    SeatChanged unseat(String seat, LocalDate firstDayEmpty, Provenance source) {
        var left = seating().leave(seat, firstDayEmpty, source);
        return left.told(this, "VACANT", new Period(firstDayEmpty, null), source);
    }

    /// @param firstDayWithout the first day there is no such seat
    SeatChanged abolish(String seat, LocalDate firstDayWithout, Provenance source) {
        var held = seating().abolish(seat, firstDayWithout, source);
        return held.told(this, "ABOLISHED", new Period(firstDayWithout, null), source);
    }

    /// @param to how the other body is called
    BodyRelated relate(Relation next, String to) {
        requireOrder(next.period());
        related().add(next, to);
        return next.told(this, to, next.provenance());
    }

    /// @param firstDayWithout the first day it no longer stands so to the other
    BodyRelated unrelate(
            RelationKind kind,
            UUID other,
            String to,
            LocalDate firstDayWithout,
            Provenance source) {
        return related().end(kind, other, to, firstDayWithout, source).told(this, to, source);
    }

    /// Its state on a date; empty before its first step.
    Optional<BodyState> stateOn(LocalDate day) {
        return life().stateOn(day);
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
        seating().requireEverHad(seats, reference);
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
        return names().on(day);
    }

    Optional<Sunset> sunset() {
        return life().sunset();
    }

    /// The places it is shown and read in: its own, and each it has ever served.
    Set<Locality> shownIn() {
        return served().everWithItsOwn();
    }

    /// When it is no more, past or to come: by a step, or by its sunset before one.
    Optional<BodyDissolved> dissolution() {
        return life().end().map(day -> new BodyDissolved(id, reference, day));
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
        known.relations = Recorded.knownAt(moment, relations, heldBefore.relations);
        known.memberships = Recorded.knownAt(moment, memberships, heldBefore.memberships);
        known.places = Recorded.knownAt(moment, places, heldBefore.places);
        known.sunsets = Recorded.knownAt(moment, sunsets, heldBefore.sunsets);
        return Optional.of(known);
    }

    /// Which version is in force on a date: counted from one, zero for none.
    int termsVersionOn(LocalDate day) {
        return versions().numberOn(day);
    }

    /// Empty before the first version.
    Optional<TermsOfReference> termsInForceOn(LocalDate day) {
        return versions().inForceOn(day);
    }

    @Nullable Terms termsOn(LocalDate day) {
        return termsInForceOn(day)
                .map(inForce -> inForce.asTerms(termsVersionOn(day)))
                .orElse(null);
    }

    private Seating seating() {
        return new Seating(memberships);
    }

    private Names names() {
        return new Names(name, renamings);
    }

    private Life life() {
        return new Life(steps, sunsets);
    }

    private ServedPlaces served() {
        return new ServedPlaces(reference, locality, places);
    }

    private Relations related() {
        return new Relations(reference, relations);
    }

    private TermsVersions versions() {
        return new TermsVersions(terms);
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
                served().notOverBy(effectiveOn),
                predecessors.stream().map(Succession::predecessor).toList(),
                sunset().map(Sunset::sunsetOn).orElse(null));
    }

    private static void requireOrder(Period period) {
        if (period.isOverBy(period.from())) {
            throw new BodyRefusal.EndsBeforeItBegins(period);
        }
    }
}
