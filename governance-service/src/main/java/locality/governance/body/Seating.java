package locality.governance.body;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import locality.platform.fact.Provenance;

/// The seats of one body over time. A seat is held by one member at a time; between members, and
/// after the last one, it stands vacant until it is abolished.
final class Seating {

    private final List<Membership> memberships;

    /// @param memberships changed in place
    Seating(List<Membership> memberships) {
        this.memberships = memberships;
    }

    /// Somebody who takes a seat that is on record as vacant ends the vacancy.
    void take(Membership next) {
        memberships.replaceAll(one -> one.isFilledBy(next) ? one.filledBy(next) : one);
        memberships.stream()
                .filter(next::overlaps)
                .findFirst()
                .ifPresent(
                        holder -> {
                            throw new BodyRefusal.SeatTaken(next.seat(), holder);
                        });
        memberships.add(next);
    }

    /// @param firstDayEmpty the first day the member no longer sits
    /// @return what they held
    Membership leave(String seat, LocalDate firstDayEmpty, Provenance source) {
        var lastDay = firstDayEmpty.minusDays(1);
        var index = last(seat, lastDay);
        var held = memberships.get(index);
        if (!held.period().holdsOn(lastDay)) {
            throw new BodyRefusal.NobodyInSeat(seat, lastDay);
        }
        memberships.set(index, held.until(lastDay, source));
        return held;
    }

    /// @param firstDayWithout the first day there is no such seat
    /// @return what was held of it last
    Membership abolish(String seat, LocalDate firstDayWithout, Provenance source) {
        memberships.stream()
                .filter(one -> one.seat().equals(seat))
                .filter(one -> !one.fromDay().isBefore(firstDayWithout))
                .findFirst()
                .ifPresent(
                        later -> {
                            throw new BodyRefusal.SeatTaken(seat, later);
                        });
        var index = last(seat, firstDayWithout.minusDays(1));
        var held = memberships.get(index);
        memberships.set(index, held.abolished(firstDayWithout, source));
        return held;
    }

    /// Each seat there is on a date, with its member or vacant.
    List<Membership> on(LocalDate day) {
        return lastToBeginBy(day).values().stream()
                .filter(one -> !one.isAbolishedBy(day))
                .map(one -> one.asOf(day))
                .toList();
    }

    /// Since when a seat has stood empty that is so on a day, whatever was recorded of it between.
    LocalDate vacantSince(Membership vacancy) {
        return on(vacancy.fromDay().minusDays(1)).stream()
                .filter(before -> before.seat().equals(vacancy.seat()))
                .filter(Membership::isVacant)
                .findFirst()
                .map(this::vacantSince)
                .orElse(vacancy.fromDay());
    }

    /// @param body how the body is called
    void requireEverHad(List<String> seats, String body) {
        seats.stream()
                .filter(seat -> memberships.stream().noneMatch(one -> one.seat().equals(seat)))
                .findFirst()
                .ifPresent(
                        seat -> {
                            throw new BodyRefusal.NoSuchSeatEver(seat, body);
                        });
    }

    /// By seat, its last member to begin by a day.
    private Map<String, Membership> lastToBeginBy(LocalDate day) {
        var bySeat = new LinkedHashMap<String, Membership>();
        memberships.stream()
                .filter(one -> !one.fromDay().isAfter(day))
                .forEach(one -> bySeat.merge(one.seat(), one, Membership::later));
        return bySeat;
    }

    private int last(String seat, LocalDate day) {
        return Optional.ofNullable(lastToBeginBy(day).get(seat))
                .filter(one -> !one.isAbolishedBy(day))
                .map(memberships::indexOf)
                .orElseThrow(() -> new BodyRefusal.NobodyInSeat(seat, day));
    }
}
