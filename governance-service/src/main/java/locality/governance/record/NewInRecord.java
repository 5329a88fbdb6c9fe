package locality.governance.record;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.decision.ItemStanding;
import locality.governance.meeting.Attendance;
import locality.governance.meeting.Meeting;
import locality.governance.record.Faults.Part;
import locality.governance.record.RecordDocument.AdjournmentTold;
import locality.governance.voting.Presence;
import org.jspecify.annotations.Nullable;

/// What a document tells that is not on record yet: the same document again tells nothing new.
///
/// @param adjourn how it is adjourned at the end; null when it is not, or is so already
record NewInRecord(
        List<Part<Attendance>> attendance,
        List<NewInItem> items,
        RecordDocument.@Nullable AdjournmentTold adjourn,
        boolean close) {

    /// What is on record.
    ///
    /// @param items by number, of those on which something is to be decided
    /// @param notes by number
    record Standing(Meeting meeting, Map<Integer, ItemStanding> items, Map<Integer, String> notes) {

        private int numberOf(@Nullable String title) {
            return IntStream.rangeClosed(1, meeting.agendaLength())
                    .filter(number -> meeting.titleOf(number).equals(title))
                    .findFirst()
                    .orElse(0);
        }
    }

    /// @param faults takes the items that cannot be told from each other
    static NewInRecord of(RecordDocument document, Standing standing, Faults faults) {
        var items = new ArrayList<NewInItem>();
        var named = new HashSet<String>();
        for (int i = 0; i < document.agenda().size(); i++) {
            var told = document.agenda().get(i);
            var pointer = "/items/" + i;
            faults.attempt(pointer, () -> items.add(item(pointer, told, standing, named)));
        }
        return new NewInRecord(
                attendance(document.seats(), standing.meeting),
                List.copyOf(items),
                Objects.equals(document.adjourn(), AdjournmentTold.of(standing.meeting))
                        ? null
                        : document.adjourn(),
                Boolean.TRUE.equals(document.close()) && !standing.meeting.state().isClosed());
    }

    boolean needsOpenMeeting() {
        return !attendance.isEmpty()
                || adjourn != null
                || close
                || items.stream().anyMatch(NewInItem::needsOpenMeeting);
    }

    private static NewInItem item(
            String pointer, RecordDocument.ItemTold told, Standing standing, Set<String> named) {
        int number = numberOf(told, standing);
        var name =
                number == 0
                        ? "\"%s\"".formatted(told.title())
                        : standing.meeting.referenceOf(number);
        if (!named.add(name)) {
            throw new RecordRefusal.ItemNamedTwice(name);
        }
        return new NewInItem(
                pointer,
                told,
                number,
                standing.meeting.interestsOn(number),
                standing.items.get(number),
                standing.notes.get(number));
    }

    private static int numberOf(RecordDocument.ItemTold told, Standing standing) {
        if (told.item() == null) {
            if (told.title() == null || told.title().isBlank()) {
                throw new RecordRefusal.ItemUnnamed();
            }
            return standing.numberOf(told.title());
        }
        var title = standing.meeting.titleOf(told.item());
        if (told.title() != null && !told.title().equals(title)) {
            throw new RecordRefusal.AnotherTitle(
                    standing.meeting.referenceOf(told.item()), title, told.title());
        }
        return told.item();
    }

    /// A seat at a sitting.
    private record Place(int sitting, String seat) {}

    /// Of every seat whose attendance at a sitting is told otherwise than it is on record, all that
    /// is told.
    private static List<Part<Attendance>> attendance(
            List<RecordDocument.SeatTaken> seats, Meeting meeting) {
        var told = new LinkedHashMap<Place, List<Part<Attendance>>>();
        var onRecord = onRecord(meeting);
        for (int i = 0; i < seats.size(); i++) {
            var stretch = stretch(seats.get(i), meeting);
            told.computeIfAbsent(
                            new Place(stretch.sitting(), stretch.seat()), _ -> new ArrayList<>())
                    .add(new Part<>("/attendance/" + i, stretch));
        }
        return told.entrySet().stream()
                .filter(
                        seat ->
                                !sat(seat.getValue().stream().map(part -> presence(part.value())))
                                        .equals(onRecord.getOrDefault(seat.getKey(), Set.of())))
                .flatMap(seat -> seat.getValue().stream())
                .toList();
    }

    private static Map<Place, Set<Presence>> onRecord(Meeting meeting) {
        var sat = new HashMap<Place, Set<Presence>>();
        for (int sitting = 1; sitting <= meeting.sittings().size(); sitting++) {
            for (var presence : meeting.presencesAt(sitting)) {
                if (presence.tookTheSeat()) {
                    sat.computeIfAbsent(new Place(sitting, presence.seat()), _ -> new HashSet<>())
                            .add(presence);
                }
            }
        }
        return sat;
    }

    /// A stretch that ends when it begins says nobody sat there. A sitting that there was not is
    /// refused where it is written down.
    private static Attendance stretch(RecordDocument.SeatTaken seat, Meeting meeting) {
        var sittings = meeting.sittings();
        int sitting = seat.sitting() == null ? Math.max(1, sittings.size()) : seat.sitting();
        var start =
                (sitting <= sittings.size()
                                ? sittings.get(sitting - 1).startsAt()
                                : meeting.startsAt())
                        .toLocalTime();
        return seat.isTaken()
                ? new Attendance(
                        sitting,
                        seat.name(),
                        seat.substitute(),
                        seat.arrivedAt() == null ? start : seat.arrivedAt(),
                        seat.leftAt())
                : new Attendance(sitting, seat.name(), null, start, start);
    }

    private static Presence presence(Attendance stretch) {
        return new Presence(
                stretch.seat(), stretch.substitute(), stretch.arrivedAt(), stretch.leftAt());
    }

    private static Set<Presence> sat(Stream<Presence> stretches) {
        return stretches.filter(Presence::tookTheSeat).collect(toSet());
    }
}
