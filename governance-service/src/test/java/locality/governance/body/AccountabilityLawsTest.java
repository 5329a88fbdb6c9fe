package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Tag;

/// Laws of how bodies stand to each other, whatever is recorded of them and in whatever order.
@Tag("G1")
class AccountabilityLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 20;
    private static final int BODIES = 5;
    private static final Provenance SOURCE = Provenance.illustrative();

    /// @param until in days from the first, below `from` for no end
    /// @param ends whether it is the end of a relation that is recorded
    private record Change(boolean ends, int child, int parent, int from, int until) {}

    @Property(tries = 500)
    void nobodyIsAccountableToItselfOnAnyDay(@ForAll("changes") List<Change> changes) {
        var bodies = bodies();

        changes.forEach(change -> attempt(bodies, change));

        days().forEach(
                        day ->
                                bodies.forEach(
                                        body ->
                                                assertThat(above(body, bodies, day))
                                                        .as("above %s on %s", body.reference, day)
                                                        .doesNotContain(body.id)));
    }

    @Property(tries = 500)
    void aBodyStandsToAnotherOnceOnEveryDay(@ForAll("changes") List<Change> changes) {
        var bodies = bodies();

        changes.forEach(change -> attempt(bodies, change));

        days().forEach(
                        day ->
                                bodies.forEach(
                                        body ->
                                                assertThat(parents(body, day))
                                                        .doesNotHaveDuplicates()));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(false)),
                                Tuple.of(1, Arbitraries.just(true))),
                        Arbitraries.integers().between(0, BODIES - 1),
                        Arbitraries.integers().between(0, BODIES - 1),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(-DAYS, DAYS))
                .as(Change::new)
                .filter(change -> change.child != change.parent)
                .list()
                .ofMaxSize(20);
    }

    private static void attempt(List<Body> bodies, Change change) {
        var byId = bodies.stream().collect(Collectors.toMap(body -> body.id, body -> body));
        var child = bodies.get(change.child);
        var parent = bodies.get(change.parent);
        var from = FIRST.plusDays(change.from);
        try {
            if (change.ends) {
                child.unrelate(
                        RelationKind.ACCOUNTABLE_TO, parent.id, parent.reference, from, SOURCE);
            } else {
                relate(byId, child, parent, period(change, from));
            }
        } catch (Refusal _) {
            // Only lawful changes are made.
        }
    }

    private static void relate(Map<UUID, Body> byId, Body child, Body parent, Period during) {
        var relation = new Relation(RelationKind.ACCOUNTABLE_TO, parent.id, during, SOURCE);
        new Accountability(byId::get).requireNoCircle(child, relation);
        child.relate(relation, parent.reference);
    }

    private static Period period(Change change, LocalDate from) {
        return new Period(from, change.until < change.from ? null : FIRST.plusDays(change.until));
    }

    private static Set<UUID> above(Body body, List<Body> bodies, LocalDate day) {
        var above = new HashSet<>(parents(body, day));
        int size;
        do {
            size = above.size();
            bodies.stream()
                    .filter(one -> above.contains(one.id))
                    .toList()
                    .forEach(one -> above.addAll(parents(one, day)));
        } while (above.size() > size);
        return above;
    }

    private static List<UUID> parents(Body body, LocalDate day) {
        return body.relations.stream()
                .filter(Relation::isAccountability)
                .filter(one -> one.period().holdsOn(day))
                .map(Relation::toBody)
                .toList();
    }

    private static Stream<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(FIRST::plusDays);
    }

    private static List<Body> bodies() {
        return IntStream.range(0, BODIES)
                .mapToObj(
                        number ->
                                new Body(
                                        UUID.randomUUID(),
                                        "B" + number,
                                        "Body",
                                        Locality.ROCHDALE,
                                        SOURCE))
                .toList();
    }
}
