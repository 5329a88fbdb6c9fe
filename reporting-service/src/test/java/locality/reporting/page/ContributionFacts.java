package locality.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.platform.event.BudgetEvent.ContributionReceived;
import locality.platform.event.BudgetEvent.ContributionScheduled;
import locality.platform.event.BudgetEvent.ContributionScheduled.Instalment;
import locality.platform.event.PublishedEvent;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// What the commissioning group puts into a pool, and that one month of it was paid.
record ContributionFacts(Locality place, UUID fund) {

    private static final UUID SCHEDULE = Ids.next();

    List<PublishedEvent> told() {
        return List.of(contribution(), received(1, "2014-06-03"));
    }

    /// Of a year in which nothing is pooled, and yet paid in part.
    static List<PublishedEvent> paidForNothing(Locality place, UUID later) {
        var schedule = Ids.next();
        var due = List.of(new Instalment(day("2015-04-30"), Pence.of(120_000)));
        return List.of(
                new ContributionScheduled(
                        schedule,
                        later,
                        "00W",
                        Pence.of(120_000),
                        due,
                        place,
                        day("2015-04-01"),
                        PoolFacts.MADE_UP,
                        "NHS minimum contribution",
                        null,
                        null,
                        null),
                new ContributionReceived(
                        schedule,
                        later,
                        "00W",
                        Pence.of(50_000),
                        Pence.of(50_000),
                        Ids.next(),
                        place,
                        day("2015-05-10")));
    }

    /// The table's 32,671,000 in twelve months: four of 2,722,583.34 and eight of 2,722,583.33.
    private ContributionScheduled contribution() {
        var months =
                IntStream.range(0, 12)
                        .mapToObj(
                                month ->
                                        new Instalment(
                                                day("2014-04-01").plusMonths(month),
                                                Pence.of(272_258_333 + (month < 4 ? 1 : 0))))
                        .toList();
        return new ContributionScheduled(
                SCHEDULE,
                fund,
                "00W",
                Pence.of(3_267_100_000L),
                months,
                place,
                day("2014-04-01"),
                PoolFacts.MADE_UP,
                "NHS minimum contribution",
                Pence.of(3_300_000_000L),
                Pence.of(32_900_000),
                null);
    }

    private ContributionReceived received(int instalments, String on) {
        var amount = Pence.of(272_258_334L * instalments);
        return new ContributionReceived(
                SCHEDULE, fund, "00W", amount, amount, Ids.next(), place, day(on));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
