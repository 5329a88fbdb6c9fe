package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import locality.platform.refusal.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/// Laws of seats, whatever is done to them and in whatever order.
@Tag("G7")
class SeatLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 40;
    private static final Provenance SOURCE = Provenance.illustrative();

    private enum What {
        TAKE,
        LEAVE,
        ABOLISH
    }

    /// @param until in days from the first, below `from` for no end
    private record Change(What what, String seat, @Nullable String person, int from, int until) {}

    @Property(tries = 500)
    void aSeatHasOneHolderOnEveryDay(@ForAll("changes") List<Change> changes) {
        var body = body();

        changes.forEach(change -> attempt(body, change));

        days().forEach(
                        day -> {
                            assertThat(
                                            body.memberships.stream()
                                                    .filter(one -> one.period().holdsOn(day))
                                                    .map(Membership::seat))
                                    .as("who holds a seat on %s after %s", day, changes)
                                    .doesNotHaveDuplicates();
                            assertThat(body.membershipsOn(day))
                                    .extracting(Membership::seat)
                                    .doesNotHaveDuplicates();
                        });
    }

    @Property(tries = 500)
    void aChangeAltersNoDayBeforeItsOwn(@ForAll("changes") List<Change> changes) {
        var body = body();
        for (var change : changes) {
            var before = days().limit(change.from).map(body::seatsOn).toList();

            attempt(body, change);

            assertThat(days().limit(change.from).map(body::seatsOn).toList())
                    .as("the days before %s", change)
                    .isEqualTo(before);
        }
    }

    @Property(tries = 500)
    void aVacancyIsSinceADayWithNobodyBetween(@ForAll("changes") List<Change> changes) {
        var body = body();
        changes.forEach(change -> attempt(body, change));

        days().forEach(
                        day ->
                                body.membershipsOn(day).stream()
                                        .filter(Membership::isVacant)
                                        .forEach(
                                                vacancy -> {
                                                    var since = body.vacantSince(vacancy);
                                                    assertThat(since).isBeforeOrEqualTo(day);
                                                    assertThat(since.datesUntil(day.plusDays(1)))
                                                            .allMatch(
                                                                    one ->
                                                                            isVacant(
                                                                                    body,
                                                                                    vacancy.seat(),
                                                                                    one));
                                                    assertThat(
                                                                    isVacant(
                                                                            body,
                                                                            vacancy.seat(),
                                                                            since.minusDays(1)))
                                                            .isFalse();
                                                }));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.of("CHAIR", "DEPUTY"),
                        Arbitraries.of("post:a", "post:b").injectNull(0.3),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(-DAYS, DAYS))
                .as(Change::new)
                .list()
                .ofMaxSize(12);
    }

    private static boolean isVacant(Body body, String seat, LocalDate day) {
        return body.membershipsOn(day).stream()
                .anyMatch(one -> one.seat().equals(seat) && one.isVacant());
    }

    private static void attempt(Body body, Change change) {
        var from = FIRST.plusDays(change.from);
        try {
            switch (change.what) {
                case TAKE ->
                        body.seat(
                                Membership.taken(
                                        change.seat,
                                        "Member",
                                        change.person,
                                        true,
                                        null,
                                        new Period(
                                                from,
                                                change.until < change.from
                                                        ? null
                                                        : FIRST.plusDays(change.until)),
                                        SOURCE));
                case LEAVE -> body.unseat(change.seat, from, SOURCE);
                case ABOLISH -> body.abolish(change.seat, from, SOURCE);
            }
        } catch (Refusal _) {
            // Only lawful changes are made.
        }
    }

    private static Stream<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(FIRST::plusDays);
    }

    private static Body body() {
        var body = new Body(UUID.randomUUID(), "HMR-LCO", "LCO", Locality.ROCHDALE, SOURCE);
        body.classification = Classification.PARTNERSHIP_BOARD;
        body.spatialLevel = SpatialLevel.LOCALITY;
        body.become(BodyState.ESTABLISHED, FIRST, SOURCE);
        return body;
    }
}
