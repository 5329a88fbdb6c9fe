package locality.governance.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PostLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 4, 1);
    private static final Instant START = Instant.parse("2014-01-01T00:00:00Z");
    private static final int DAYS = 40;

    /// Whatever is recorded, at most one holds the post substantively on any day, and what was
    /// known after each change is told the same after all the others.
    @Property(tries = 300)
    void oneHoldsItADayAndWhatWasKnownNeverChanges(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 5 * DAYS - 1) Integer> changes) {
        var post =
                new Post(
                        UUID.randomUUID(),
                        "LAW",
                        "A post",
                        PostKind.OTHER,
                        Locality.BURY,
                        new Period(FIRST, null),
                        List.of("00V"),
                        Provenance.illustrative(),
                        START);
        var told = new HashMap<Instant, List<List<String>>>();
        for (int i = 0; i < changes.size(); i++) {
            var now = START.plusSeconds(i + 1L);
            change(post, changes.get(i), now);
            told.put(now, asKnown(post, now));
        }

        told.forEach((moment, before) -> assertThat(asKnown(post, moment)).isEqualTo(before));
        assertThat(asKnown(post, Instant.MAX)).allMatch(holders -> holders.size() <= 1);
    }

    private static void change(Post post, int change, Instant now) {
        var day = FIRST.plusDays(change % DAYS);
        var source = Provenance.illustrative();
        try {
            switch (change / DAYS) {
                case 0 -> post.appoint("p" + now, false, new Period(day, null), source, now);
                case 1 ->
                        post.appoint(
                                "p" + now,
                                false,
                                new Period(day, day.plusDays(change % 5)),
                                source,
                                now);
                case 2 -> post.release(null, day, source, now);
                case 3 -> post.reword("Called " + now, PostKind.OTHER, day, source, now);
                default -> post.abolish(day, source, now);
            }
        } catch (Refusal refused) {
            assertThat(refused.code()).isNotEmpty();
        }
    }

    private static List<List<String>> asKnown(Post post, Instant moment) {
        var days = new ArrayList<List<String>>();
        days.add(List.of(post.titleAt(moment)));
        for (int i = 0; i < DAYS + 10; i++) {
            days.add(
                    post.holdersOn(FIRST.plusDays(i), moment).stream()
                            .map(Holding::personReference)
                            .toList());
        }
        return days;
    }
}
