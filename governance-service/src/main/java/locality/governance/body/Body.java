package locality.governance.body;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.governance.authority.Standing;
import locality.governance.period.Period;
import locality.governance.validity.Terms;
import locality.governance.voting.Seat;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
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
    List<Step> steps = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "body_relation", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<Relation> relations = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "terms_of_reference", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "version_number")
    @ListIndexBase(1)
    List<TermsOfReference> terms = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "membership", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<Membership> memberships = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

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
    BodyChanged become(BodyState next, LocalDate effectiveOn, Provenance source) {
        if (!steps.isEmpty()) {
            var last = steps.getLast();
            if (!last.state().mayBecome(next)) {
                throw new BodyRefusal.IllegalStep(last.state(), next);
            }
            if (effectiveOn.isBefore(last.effectiveOn())) {
                throw new BodyRefusal.StepOutOfOrder(last.effectiveOn(), effectiveOn);
            }
        }
        steps.add(new Step(next, effectiveOn, source));
        return changed(next, effectiveOn, source);
    }

    /// Versions follow one another in time; one that begins on its predecessor's day replaces it.
    BodyChanged adopt(TermsOfReference next) {
        next.seatsNamed().stream()
                .filter(seat -> !everHadSeat(seat))
                .findFirst()
                .ifPresent(
                        seat -> {
                            throw new BodyRefusal.NoSuchSeatEver(seat, reference);
                        });
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
    BodyChanged seat(Membership next) {
        requireOrder(next.period());
        memberships.stream()
                .filter(next::overlaps)
                .findFirst()
                .ifPresent(
                        holder -> {
                            throw new BodyRefusal.SeatTaken(next.seat(), holder);
                        });
        memberships.add(next);
        return changed(next.fromDay(), next.provenance());
    }

    /// The seat stays, vacant.
    ///
    /// @param firstDayEmpty the first day the member no longer sits
    BodyChanged unseat(String seat, LocalDate firstDayEmpty, Provenance source) {
        var lastDay = firstDayEmpty.minusDays(1);
        var index = lastMembership(seat, lastDay);
        if (!memberships.get(index).period().holdsOn(lastDay)) {
            throw new BodyRefusal.NobodyInSeat(seat, lastDay);
        }
        memberships.set(index, memberships.get(index).until(lastDay, source));
        return changed(firstDayEmpty, source);
    }

    /// @param firstDayWithout the first day there is no such seat
    BodyChanged abolish(String seat, LocalDate firstDayWithout, Provenance source) {
        memberships.stream()
                .filter(one -> one.seat().equals(seat))
                .filter(one -> !one.fromDay().isBefore(firstDayWithout))
                .findFirst()
                .ifPresent(
                        later -> {
                            throw new BodyRefusal.SeatTaken(seat, later);
                        });
        var index = lastMembership(seat, firstDayWithout.minusDays(1));
        memberships.set(index, memberships.get(index).abolished(firstDayWithout, source));
        return changed(firstDayWithout, source);
    }

    BodyChanged relate(Relation next) {
        requireOrder(next.period());
        relations.add(next);
        return changed(next.fromDay(), next.provenance());
    }

    /// Its state on a date; empty before its first step.
    Optional<BodyState> stateOn(LocalDate day) {
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
        return lastToBeginBy(day).values().stream()
                .filter(one -> !one.isAbolishedBy(day))
                .map(one -> one.asOf(day))
                .toList();
    }

    boolean everHadSeat(String seat) {
        return memberships.stream().anyMatch(one -> one.seat().equals(seat));
    }

    Optional<BodyDissolved> dissolution() {
        return steps.stream()
                .filter(step -> step.state() == BodyState.DISSOLVED)
                .map(step -> new BodyDissolved(id, reference, step.effectiveOn()))
                .findFirst();
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

    /// By seat, its last member to begin by a day.
    private Map<String, Membership> lastToBeginBy(LocalDate day) {
        var bySeat = new LinkedHashMap<String, Membership>();
        memberships.stream()
                .filter(one -> !one.fromDay().isAfter(day))
                .forEach(one -> bySeat.merge(one.seat(), one, Membership::later));
        return bySeat;
    }

    private int lastMembership(String seat, LocalDate day) {
        return Optional.ofNullable(lastToBeginBy(day).get(seat))
                .filter(one -> !one.isAbolishedBy(day))
                .map(memberships::indexOf)
                .orElseThrow(() -> new BodyRefusal.NobodyInSeat(seat, day));
    }

    private BodyChanged changed(LocalDate effectiveOn, Provenance source) {
        return changed(stateOn(effectiveOn).orElse(BodyState.PROPOSED), effectiveOn, source);
    }

    private BodyChanged changed(BodyState state, LocalDate effectiveOn, Provenance source) {
        return new BodyChanged(
                id,
                reference,
                name,
                classification.name(),
                spatialLevel.name(),
                state.name(),
                organisation,
                locality,
                effectiveOn,
                source,
                null,
                null,
                null);
    }

    private static void requireOrder(Period period) {
        if (period.isOverBy(period.from())) {
            throw new BodyRefusal.EndsBeforeItBegins(period);
        }
    }
}
