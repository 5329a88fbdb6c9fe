package locality.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.event.PublishedEvent;
import locality.platform.event.VirementEvent.Move;
import locality.platform.event.VirementEvent.VirementMade;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// A pool of the year after, whose plan comes again with what was moved by then.
record LaterPoolFacts(Locality place, UUID later, UUID moving) {

    static final String FUND = "TST-BCF-2015-16";
    private static final UUID GIVING = Ids.next();
    private static final UUID GETTING = Ids.next();

    List<PublishedEvent> told() {
        return List.of(
                laterPlan(1, "2015-03-01", 100_000, 100_000, 50_000),
                moved(1, "2015-06-10", 20_000),
                laterPlan(2, "2015-07-01", 110_000, 90_000, 70_000),
                moved(2, "2015-08-01", 5_000));
    }

    /// A plan of two lines, with what they have by then: its moves before are in that.
    private FundPlanned laterPlan(int version, String on, long gives, long has, long gotHas) {
        return new FundPlanned(
                later,
                Pence.of(gives + 50_000),
                List.of(
                        laterLine(GIVING, "L1", gives, has),
                        laterLine(GETTING, "L2", 50_000, gotHas)),
                place,
                day(on),
                version,
                "FINAL");
    }

    private static FundPlanned.Line laterLine(UUID id, String number, long planned, long has) {
        return new FundPlanned.Line(
                id,
                FUND + "-" + number,
                "Line " + number,
                "Social care",
                "00W",
                "POOLED",
                Pence.of(planned),
                PoolFacts.MADE_UP,
                Pence.of(has),
                null,
                null,
                null,
                null);
    }

    private VirementMade moved(int number, String on, long pence) {
        return new VirementMade(
                Ids.next(),
                FUND + "-V" + number,
                later,
                List.of(
                        new Move(GIVING, FUND + "-L1", Pence.of(-pence)),
                        new Move(GETTING, FUND + "-L2", Pence.of(pence))),
                Pence.of(pence),
                "It begins later than planned",
                Ids.next(),
                moving,
                null,
                List.of(),
                place,
                day(on));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
