package locality.governance.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.authority.Standing;
import locality.governance.body.BodyOnDate;
import locality.governance.voting.Seat;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final LocalDate DAY = LocalDate.of(2018, 5, 1);

    private final OnTheDay boards = new OnTheDay();

    @Test
    @Tag("G7")
    void twoBoardsOweEachOtherSeats() {
        var lco = boards.add("LCO Board", persons("lco", 1, 9), persons("fsmp", 1, 4));
        var fsmp = boards.add("FSMP", persons("fsmp", 1, 8), persons("lco", 1, 2));
        var threeOfTheirs = new Rule.Reciprocal(lco.id(), 3, List.of("S9", "S10", "S11"));
        var fourOfTheirs = new Rule.Reciprocal(fsmp.id(), 4, List.of());

        assertThat(fourOfTheirs.shortfall(lco, boards)).isEmpty();
        assertThat(threeOfTheirs.shortfall(fsmp, boards))
                .contains(
                        new Shortfall(
                                3,
                                2,
                                List.of("S9", "S10", "S11"),
                                "FSMP is to have at least 3 of the members of LCO Board and has"
                                        + " 2"));
    }

    @Test
    @Tag("G7")
    void aPersonInTwoSeatsCountsOnceAndAVacantSeatNotAtAll() {
        var other = boards.add("Other", Stream.of("a", "b"));
        var body = boards.add("Body", Stream.of("a", "a", null));

        assertThat(new Rule.Reciprocal(other.id(), 2, List.of()).shortfall(body, boards))
                .map(Shortfall::has)
                .contains(1);
    }

    @Test
    @Tag("G7")
    void nobodySitsInABodyThatIsNoMore() {
        var gone = boards.add("Gone", Standing.DISSOLVED, Stream.of("a"));
        var body = boards.add("Body", Stream.of("a"));

        assertThat(new Rule.Reciprocal(gone.id(), 1, List.of()).shortfall(body, boards))
                .map(Shortfall::has)
                .contains(0);
    }

    @Test
    @Tag("G4")
    void theLeadsOfWorkGroupsSitInTheManagementTeam() {
        var team = boards.add("Programme Management Team", Stream.of("lead-1", "lead-3"));
        var vacant = boards.add("Group 4", Stream.of((String) null));
        boards.workGroups.put(
                team.id(),
                List.of(
                        boards.add("Group 1", Stream.of("lead-1", "other")),
                        boards.add("Group 2", Stream.of("lead-2", "lead-1")),
                        boards.add("Group 3", Stream.of("lead-3")),
                        vacant));
        var rule = new Rule.MembersOf(team.id(), List.of("S1"), true);

        assertThat(rule.shortfall(team, boards))
                .contains(
                        new Shortfall(
                                3,
                                2,
                                List.of("Group 2/S1"),
                                "Whoever sits in Group 2/S1 is to be a member of Programme"
                                        + " Management Team and is not"));
    }

    @Test
    @Tag("G4")
    void whereNoSeatIsNamedTheChairOfAWorkGroupIsItsLead() {
        var team = boards.add("Team", Stream.of("member"));
        var group = boards.add("Group", Stream.of("member", "chair"));
        boards.workGroups.put(team.id(), List.of(group));
        boards.chairs.put(group.id(), "S2");

        assertThat(new Rule.MembersOf(team.id(), List.of(), true).shortfall(team, boards))
                .map(Shortfall::seats)
                .contains(List.of("Group/S2"));
    }

    @Test
    @Tag("G4")
    void aBodysOwnSeatsMayBeForMembersOfAnother() {
        var board = boards.add("Board", Stream.of("a"));
        var group = boards.add("Group", Stream.of("a", "b"));

        assertThat(new Rule.MembersOf(board.id(), List.of("S1"), false).shortfall(group, boards))
                .isEmpty();
        assertThat(
                        new Rule.MembersOf(board.id(), List.of("S1", "S2"), false)
                                .shortfall(group, boards))
                .map(Shortfall::seats)
                .contains(List.of("Group/S2"));
    }

    @Test
    @Tag("G9")
    void theExecutiveSponsorSitsInBothBoardsAndChairsTheLeadershipGroup() {
        var hwb = boards.add("HWB", Stream.of("sponsor"));
        var ehwg = boards.add("EHWG", Stream.of("other"));
        var cwlg = boards.add("CWLG", Stream.of("sponsor", "other"));
        var rule = new Rule.Sponsor("S1", List.of(hwb.id(), ehwg.id()), cwlg.id());
        boards.chairs.put(cwlg.id(), "S2");

        assertThat(rule.shortfall(cwlg, boards))
                .contains(
                        new Shortfall(
                                3,
                                1,
                                List.of("S1"),
                                "Member (CWLG/S1) is to sit in EHWG and does not and is to chair"
                                        + " CWLG and does not"));

        boards.add(ehwg.id(), "EHWG", Standing.ESTABLISHED, Stream.of("other", "sponsor"));
        boards.chairs.put(cwlg.id(), "S1");
        assertThat(rule.shortfall(cwlg, boards)).isEmpty();
    }

    @Test
    @Tag("G9")
    void whileNobodyIsSponsorAllOfTheRuleIsBroken() {
        var hwb = boards.add("HWB", Stream.of("a"));
        var cwlg = boards.add("CWLG", Stream.of((String) null));
        var rule = new Rule.Sponsor("S1", List.of(hwb.id()), cwlg.id());

        assertThat(rule.shortfall(cwlg, boards))
                .contains(new Shortfall(2, 0, List.of("S1"), "Nobody is Member (CWLG/S1)"));
        assertThat(new Rule.Sponsor("S7", List.of(hwb.id()), null).shortfall(cwlg, boards))
                .map(Shortfall::words)
                .contains("Nobody is CWLG/S7");
    }

    private static Stream<String> persons(String of, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> of + "-" + number);
    }

    /// Bodies whose seats are S1, S2 and on.
    private static final class OnTheDay implements Boards {
        private final Map<UUID, BodyOnDate> bodies = new HashMap<>();
        private final Map<UUID, String> chairs = new HashMap<>();
        private final Map<UUID, List<BodyOnDate>> workGroups = new HashMap<>();

        @SafeVarargs
        final BodyOnDate add(String name, Stream<@Nullable String>... persons) {
            return add(
                    UUID.randomUUID(),
                    name,
                    Standing.ESTABLISHED,
                    Stream.of(persons).flatMap(some -> some));
        }

        BodyOnDate add(String name, Standing standing, Stream<@Nullable String> persons) {
            return add(UUID.randomUUID(), name, standing, persons);
        }

        BodyOnDate add(UUID id, String name, Standing standing, Stream<@Nullable String> persons) {
            var seats = new ArrayList<Seat>();
            persons.forEach(
                    person ->
                            seats.add(
                                    new Seat(
                                            "S" + (seats.size() + 1),
                                            "Member",
                                            person,
                                            null,
                                            true)));
            var body =
                    new BodyOnDate(
                            id,
                            name,
                            name,
                            null,
                            Locality.ROCHDALE,
                            DAY,
                            standing,
                            null,
                            null,
                            seats);
            bodies.put(id, body);
            return body;
        }

        @Override
        public BodyOnDate body(UUID id) {
            return Objects.requireNonNull(bodies.get(id));
        }

        @Override
        public Optional<Seat> chair(UUID body) {
            return Optional.ofNullable(chairs.get(body)).flatMap(body(body)::seat);
        }

        @Override
        public List<BodyOnDate> workGroupsOf(UUID body) {
            return workGroups.getOrDefault(body, List.of());
        }
    }
}
