package locality.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BoardEvent.ActionChanged;
import locality.platform.event.PlanEvent.Area;
import locality.platform.event.PlanEvent.MilestoneChanged;
import locality.platform.event.PlanEvent.PlanChanged;
import locality.platform.event.PlanEvent.Predecessor;
import locality.platform.event.PublishedEvent;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.reporting.Facts;
import org.jspecify.annotations.Nullable;

/// A plan with its baseline and milestones in 2018.
final class PlanFacts {

    private final Locality place;
    private final UUID board;
    private final UUID plan = Ids.next();
    private final UUID second = Ids.next();
    private final UUID review = Ids.next();

    /// @param board that has the plan
    PlanFacts(Locality place, UUID board) {
        this.place = place;
        this.board = board;
    }

    PublishedEvent[] governance() {
        return new PublishedEvent[] {
            planned(null, "2018-04-01"),
            planned("May 2018", "2018-05-01"),
            action(),
            later(null, "2018-05-10"),
            later("First", "2018-05-01"),
            milestone(review, "BOL-MS-1", "Contract review", "2018-06-30", "MONTH", null, "05-01"),
            milestone(review, "BOL-MS-1", "Contract review", "2018-07-20", "DAY", null, "06-15"),
            milestone(review, "BOL-MS-1", "Contract review", "2018-07-20", "DAY", "07-18", "07-18"),
            milestone(
                    Ids.next(), "BOL-MS-2", "Scheme of Delegation", null, "ONGOING", null, "05-01"),
            milestone(Ids.next(), "BOL-MS-3", "Priority 8", null, "UNDATED", null, "05-01"),
            milestone(
                    Ids.next(),
                    "BOL-MS-4",
                    "Outcomes <framework>",
                    "2018-06-30",
                    "DAY",
                    null,
                    "05-01")
        };
    }

    private PlanChanged planned(@Nullable String baseline, String from) {
        return new PlanChanged(
                plan,
                "BOL-PLAN",
                "Master Plan",
                List.of(
                        new Area("Priorities", null),
                        new Area("Governance", 1),
                        new Area("LCO development", null),
                        new Area("Care at home", null),
                        new Area("Greater Manchester themes", null)),
                baseline,
                null,
                place,
                day(from),
                Facts.STATED,
                board);
    }

    /// It stands in an area of the plan, as minutes wrote it.
    private ActionChanged action() {
        return new ActionChanged(
                Ids.next(),
                "BOL-JLT/1/A1",
                "Agree the offer of care at home",
                "Programme Director",
                null,
                null,
                "OPEN",
                null,
                null,
                place,
                day("2018-05-01"),
                Facts.STATED,
                board,
                "Care at Home",
                "UNDATED");
    }

    /// Its areas came on 10 May; its baseline was told after that, of 1 May.
    private PlanChanged later(@Nullable String baseline, String from) {
        return new PlanChanged(
                second,
                "BOL-PLAN-2",
                "Second Plan",
                List.of(new Area("Governance", null)),
                baseline,
                null,
                place,
                day(from),
                Facts.STATED,
                null);
    }

    private MilestoneChanged milestone(
            UUID id,
            String reference,
            String title,
            @Nullable String forecast,
            String precision,
            @Nullable String achieved,
            String from) {
        return new MilestoneChanged(
                id,
                plan,
                reference,
                title,
                forecast == null ? "Governance" : "LCO development",
                "Programme Director",
                null,
                forecast == null ? null : day(forecast),
                precision,
                precision.equals("ONGOING") ? day("2018-09-30") : null,
                forecast == null ? null : day("2018-06-30"),
                achieved == null ? null : day("2018-" + achieved),
                achieved == null ? "PLANNED" : "ACHIEVED",
                place,
                day("2018-" + from),
                Facts.STATED,
                forecast == null ? null : day(forecast),
                title.equals("Outcomes <framework>"),
                title.equals("Outcomes <framework>")
                        ? List.of(new Predecessor(review, "BOL-MS-1", -20))
                        : List.of());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
