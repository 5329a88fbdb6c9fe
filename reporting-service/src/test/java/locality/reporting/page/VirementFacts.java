package locality.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BudgetEvent.LineBasisChanged;
import locality.platform.event.PublishedEvent;
import locality.platform.event.VirementEvent.Move;
import locality.platform.event.VirementEvent.ProtectedAmountSet;
import locality.platform.event.VirementEvent.VirementMade;
import locality.platform.event.VirementEvent.VirementRequested;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// What moves between two lines of a pool, what is protected from it, and on which basis a line
/// stands from then on.
record VirementFacts(Locality place, UUID fund, UUID carers, UUID development, UUID moving) {

    private static final UUID VIREMENT = Ids.next();

    List<PublishedEvent> told() {
        return List.of(protectedAmount(), virementRequested(), virementMade(), basisChanged());
    }

    private ProtectedAmountSet protectedAmount() {
        return new ProtectedAmountSet(
                Ids.next(),
                "TST-SOCIAL-CARE",
                fund,
                "Protection of social care",
                Pence.of(1_499_800_000),
                "WARN",
                List.of(PoolFacts.FUND + "-L01", PoolFacts.FUND + "-L02"),
                day("2015-03-31"),
                place,
                day("2014-04-01"),
                PoolFacts.MADE_UP);
    }

    private List<Move> moves() {
        return List.of(
                new Move(carers, PoolFacts.FUND + "-L01", Pence.of(-25_000_000)),
                new Move(development, PoolFacts.FUND + "-L06", Pence.of(25_000_000)));
    }

    private VirementRequested virementRequested() {
        return new VirementRequested(
                VIREMENT,
                PoolFacts.FUND + "-V1",
                Ids.next(),
                "01".repeat(32),
                fund,
                moves(),
                Pence.of(25_000_000),
                "pooled-budget",
                "POOLED",
                List.of(),
                "Reablement begins later than planned",
                "E08000003",
                day("2014-10-08"),
                place,
                day("2014-09-10"));
    }

    private VirementMade virementMade() {
        return new VirementMade(
                VIREMENT,
                PoolFacts.FUND + "-V1",
                fund,
                moves(),
                Pence.of(25_000_000),
                "Reablement begins later than planned",
                Ids.next(),
                moving,
                null,
                List.of("TST-SOCIAL-CARE"),
                place,
                day("2014-10-01"));
    }

    private LineBasisChanged basisChanged() {
        return new LineBasisChanged(
                carers,
                PoolFacts.FUND + "-L01",
                fund,
                "POOLED",
                1,
                place,
                day("2014-10-01"),
                PoolFacts.MADE_UP);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
