package locality.reporting.partnership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.platform.event.PlanEvent;
import locality.platform.event.PlanEvent.Area;
import locality.platform.place.Locality;
import locality.reporting.partnership.Plans.Milestone;
import locality.reporting.partnership.Plans.Plan;
import locality.reporting.partnership.Plans.Predecessor;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// A locality's plans as of a day. A plan is shown once it is told of, with the milestones told of
/// by then. A baseline holds from the first day it is told of as, whatever was told of the plan
/// since.
final class PlansOf {

    private final Locality locality;
    private final LocalDate on;
    private final Snapshot snapshot;

    PlansOf(Locality locality, LocalDate on, Snapshot snapshot) {
        this.locality = locality;
        this.on = on;
        this.snapshot = snapshot;
    }

    private record OfPlan(UUID plan, Milestone milestone) {}

    List<Plan> plans() {
        var titles = titles();
        var milestones =
                milestones(titles).stream()
                        .collect(
                                Collectors.groupingBy(
                                        OfPlan::plan,
                                        Collectors.mapping(
                                                OfPlan::milestone, Collectors.toList())));
        return snapshot.list(
                """
                select p.plan_id, p.reference, p.title, p.areas, p.provenance, b.baseline,
                       d.reference as decision,
                       array(select distinct a.area from read_model.action a
                             where a.body_id = p.body_id and a.locality = p.locality
                               and a.area is not null) as with_actions
                from (select distinct on (plan_id) * from read_model.plan_day
                      where locality = ? and effective_on <= ?
                      order by plan_id, told desc) p
                left join lateral
                  (select baseline, decision_id from read_model.plan_day
                   where plan_id = p.plan_id and baseline is not null and effective_on <= ?
                   group by baseline, decision_id
                   order by min(effective_on) desc limit 1) b on true
                left join read_model.decision d on d.decision_id = b.decision_id
                order by p.reference
                """,
                row -> plan(row, milestones.getOrDefault(row.uuid("plan_id"), List.of())),
                locality.code(),
                on,
                on);
    }

    private static Plan plan(Row row, List<Milestone> milestones) {
        var areas = row.listOf("areas", Area.class);
        var filled =
                Stream.concat(
                                row.texts("with_actions").stream(),
                                milestones.stream()
                                        .filter(it -> !it.isCancelled())
                                        .map(Milestone::area)
                                        .filter(Objects::nonNull))
                        .map(PlansOf::words)
                        .collect(Collectors.toSet());
        return new Plan(
                row.text("reference"),
                row.text("title"),
                areas.stream().map(Area::title).toList(),
                empty(areas, filled),
                row.optionalText("baseline"),
                row.optionalText("decision"),
                milestones,
                row.provenance("provenance"));
    }

    /// Those in which nothing stands, nor in a part of them: a part stands after what it is of.
    private static List<String> empty(List<Area> areas, Set<String> filled) {
        var there = new boolean[areas.size()];
        for (int i = areas.size() - 1; i >= 0; i--) {
            var area = areas.get(i);
            there[i] |= filled.contains(words(area.title()));
            if (there[i] && area.partOf() != null) {
                there[area.partOf() - 1] = true;
            }
        }
        return IntStream.range(0, areas.size())
                .filter(i -> !there[i])
                .mapToObj(i -> areas.get(i).title())
                .toList();
    }

    /// Capitals, punctuation and spaces aside: an action names an area as its minutes wrote it.
    private static String words(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /// What milestones are called, of Greater Manchester too, which any place may wait for.
    private Map<UUID, String> titles() {
        return snapshot
                .list(
                        """
                        select distinct on (milestone_id) milestone_id, title
                        from read_model.milestone_day
                        where locality in (?, ?) and effective_on <= ?
                        order by milestone_id, told desc
                        """,
                        row -> Map.entry(row.uuid("milestone_id"), row.text("title")),
                        locality.code(),
                        Locality.GREATER_MANCHESTER.code(),
                        on)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<OfPlan> milestones(Map<UUID, String> titles) {
        return snapshot.list(
                """
                select m.*, coalesce(m.critical, false) as is_critical,
                       coalesce(o.name, m.organisation) as organisation_name
                from (select distinct on (milestone_id) * from read_model.milestone_day
                      where locality = ? and effective_on <= ?
                      order by milestone_id, told desc) m
                left join read_model.organisation o on o.code = m.organisation
                order by coalesce(m.achieved_on, m.early_on, m.forecast_on), m.reference
                """,
                row -> new OfPlan(row.uuid("plan_id"), milestone(row, titles)),
                locality.code(),
                on);
    }

    private Milestone milestone(Row row, Map<UUID, String> titles) {
        var state = row.text("state");
        var forecast = row.optionalDate("forecast_on");
        var achieved = row.optionalDate("achieved_on");
        var early = row.optionalDate("early_on");
        return new Milestone(
                row.text("reference"),
                row.text("title"),
                row.optionalText("area"),
                row.optionalText("post"),
                row.optionalText("organisation_name"),
                forecast,
                row.text("precision"),
                row.optionalDate("review_on"),
                row.optionalDate("baseline_on"),
                achieved,
                state,
                forecast != null
                        && forecast.isBefore(on)
                        && (state.equals("PLANNED") || state.equals("IN_PROGRESS")),
                state.equals("CANCELLED")
                        ? null
                        : days(
                                row.optionalDate("baseline_on"),
                                achieved != null ? achieved : early != null ? early : forecast),
                early,
                row.flag("is_critical"),
                row.listOf("predecessors", PlanEvent.Predecessor.class).stream()
                        .map(
                                link ->
                                        new Predecessor(
                                                link.reference(),
                                                titles.get(link.milestoneId()),
                                                link.lagDays()))
                        .toList(),
                row.provenance("provenance"));
    }

    private static @Nullable Long days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : ChronoUnit.DAYS.between(from, to);
    }
}
