package locality.governance.composition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.body.BodyOnDate;
import locality.governance.voting.Seat;
import org.jspecify.annotations.Nullable;

/// What is asked of those who sit in a body. Persons are told apart by their opaque references
/// alone.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.Reciprocal.class, name = "RECIPROCAL"),
    @JsonSubTypes.Type(value = Rule.MembersOf.class, name = "MEMBERS_OF"),
    @JsonSubTypes.Type(value = Rule.Sponsor.class, name = "SPONSOR")
})
sealed interface Rule {

    /// What is broken of it, if anything.
    Optional<Shortfall> shortfall(BodyOnDate body, Boards boards);

    RuleKind kind();

    /// The seats of the body itself that it names.
    List<String> ownSeats();

    List<UUID> otherBodies();

    /// So many members of another body sit in this one. Two boards that owe each other seats have a
    /// rule each (three Local Care Organisation representatives on the Family Services Model
    /// Partnership, four of its members on the LCO Board: *Twelve Month Review*, 3.1.3).
    ///
    /// @param seats the seats of this body that count; all of them when empty
    record Reciprocal(UUID other, int atLeast, List<String> seats) implements Rule {

        @Override
        public Optional<Shortfall> shortfall(BodyOnDate body, Boards boards) {
            var otherBody = boards.body(other);
            var theirs = persons(otherBody);
            int has =
                    (int)
                            seatsOf(body)
                                    .filter(seat -> seats.isEmpty() || seats.contains(seat.seat()))
                                    .map(Seat::person)
                                    .filter(Objects::nonNull)
                                    .filter(theirs::contains)
                                    .distinct()
                                    .count();
            return has >= atLeast
                    ? Optional.empty()
                    : Optional.of(
                            new Shortfall(
                                    atLeast,
                                    has,
                                    seats,
                                    "%s is to have at least %d of the members of %s and has %d"
                                            .formatted(
                                                    body.name(), atLeast, otherBody.name(), has)));
        }

        @Override
        public RuleKind kind() {
            return RuleKind.RECIPROCAL;
        }

        @Override
        public List<String> ownSeats() {
            return seats;
        }

        @Override
        public List<UUID> otherBodies() {
            return List.of(other);
        }
    }

    /// Whoever sits in certain seats is a member of another body: the leads of work groups sit in
    /// the programme management team (Bury's *Programme Initiation Document*, 4). A vacant seat
    /// breaks nothing: it is listed as a vacancy.
    ///
    /// @param seats the seats it is about; none stands for the chair of each work group
    /// @param ofWorkGroups whether they are seats of the work groups accountable to the body, and
    ///   not its own
    record MembersOf(UUID of, List<String> seats, boolean ofWorkGroups) implements Rule {

        private record SeatIn(BodyOnDate body, Seat seat) {
            String reference() {
                return body.reference() + "/" + seat.seat();
            }
        }

        @Override
        public Optional<Shortfall> shortfall(BodyOnDate body, Boards boards) {
            var other = boards.body(of);
            var members = persons(other);
            var asked = asked(body, boards).filter(one -> one.seat.person() != null).toList();
            var lacking =
                    asked.stream().filter(one -> !members.contains(one.seat.person())).toList();
            var references = lacking.stream().map(SeatIn::reference).toList();
            return lacking.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Shortfall(
                                    asked.size(),
                                    asked.size() - lacking.size(),
                                    references,
                                    "Whoever sits in %s is to be a member of %s and is not"
                                            .formatted(
                                                    String.join(" and in ", references),
                                                    other.name())));
        }

        private Stream<SeatIn> asked(BodyOnDate body, Boards boards) {
            return ofWorkGroups
                    ? boards.workGroupsOf(body.id()).stream()
                            .flatMap(
                                    group -> lead(group, boards).map(one -> new SeatIn(group, one)))
                    : named(body).map(seat -> new SeatIn(body, seat));
        }

        private Stream<Seat> lead(BodyOnDate group, Boards boards) {
            return seats.isEmpty() ? boards.chair(group.id()).stream() : named(group);
        }

        private Stream<Seat> named(BodyOnDate where) {
            return seatsOf(where).filter(seat -> seats.contains(seat.seat()));
        }

        @Override
        public RuleKind kind() {
            return RuleKind.MEMBERS_OF;
        }

        @Override
        public List<String> ownSeats() {
            return ofWorkGroups ? List.of() : seats;
        }

        @Override
        public List<UUID> otherBodies() {
            return List.of(of);
        }
    }

    /// The person in a seat sits in other bodies too and chairs one: the Executive Sponsor is a
    /// member of the Health and Wellbeing Board and of its Executive Group, and chairs the Citywide
    /// Leadership Group (*Living Longer, Living Better: Progress Update*, 8.2). While nobody sits
    /// in the seat all of it is broken.
    ///
    /// @param chairs null for none
    record Sponsor(String seat, List<UUID> sitsIn, @Nullable UUID chairs) implements Rule {

        @Override
        public Optional<Shortfall> shortfall(BodyOnDate body, Boards boards) {
            int wanted = otherBodies().size();
            var holder = seatsOf(body).filter(one -> one.seat().equals(seat)).findFirst();
            var person = holder.map(Seat::person).orElse(null);
            var sponsor =
                    holder.map(one -> "%s (%s/%s)".formatted(one.post(), body.reference(), seat))
                            .orElse(body.reference() + "/" + seat);
            if (person == null) {
                return Optional.of(new Shortfall(wanted, 0, List.of(seat), "Nobody is " + sponsor));
            }
            var lacking = lacking(person, boards);
            return lacking.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Shortfall(
                                    wanted,
                                    wanted - lacking.size(),
                                    List.of(seat),
                                    sponsor + " " + String.join(" and ", lacking)));
        }

        private List<String> lacking(String person, Boards boards) {
            var lacking = new ArrayList<String>();
            sitsIn.stream()
                    .map(boards::body)
                    .filter(Predicate.not(board -> persons(board).contains(person)))
                    .map(board -> "is to sit in %s and does not".formatted(board.name()))
                    .forEach(lacking::add);
            if (chairs != null && boards.chair(chairs).filter(holds(person)).isEmpty()) {
                lacking.add("is to chair %s and does not".formatted(boards.body(chairs).name()));
            }
            return lacking;
        }

        private static Predicate<Seat> holds(String person) {
            return seat -> person.equals(seat.person());
        }

        @Override
        public RuleKind kind() {
            return RuleKind.SPONSOR;
        }

        @Override
        public List<String> ownSeats() {
            return List.of(seat);
        }

        @Override
        public List<UUID> otherBodies() {
            return Stream.concat(sitsIn.stream(), Stream.ofNullable(chairs)).toList();
        }
    }

    /// Nobody sits in a body that is no more.
    private static Stream<Seat> seatsOf(BodyOnDate body) {
        return body.isDissolved() ? Stream.empty() : body.seats().stream();
    }

    private static Set<String> persons(BodyOnDate body) {
        return seatsOf(body)
                .map(Seat::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
