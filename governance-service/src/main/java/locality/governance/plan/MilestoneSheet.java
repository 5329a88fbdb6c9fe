package locality.governance.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.plan.ReadPlan.PlanOnDate;
import locality.governance.schedule.ToSchedule.Predecessor;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// The milestones of a plan as a spreadsheet: what is exported is edited and sent back. A row with
/// a reference is the milestone of that name, a row without one is new.
final class MilestoneSheet {

    private static final List<String> REQUIRED = List.of("title");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "title",
                    "area",
                    "post",
                    "organisation",
                    "forecast",
                    "precision",
                    "reviewOn",
                    "deadline",
                    "predecessors",
                    "objectives",
                    "plannedOn",
                    "state",
                    "achievedOn",
                    "note",
                    "evidence",
                    "overdue",
                    "earlyOn",
                    "baselineOn",
                    "slippageDays");

    /// `OLD-ICS-M3 28`, or `#2 28` for the milestone in line 2 of the spreadsheet itself.
    private static final Pattern PREDECESSOR = Pattern.compile("(\\S+)(?:\\s+([+-]?\\d{1,9}))?");

    private MilestoneSheet() {}

    /// @param reference null for a new milestone
    /// @param version of the milestone when the sheet was read; null in a sheet of a past day
    /// @param area its title or its number
    /// @param predecessors each by reference, id, or `#` and a line
    /// @param note why its forecast moved, or it was cancelled; how it was achieved
    /// @param columns that the sheet has
    record Row(
            int line,
            @Nullable String reference,
            @Nullable Long version,
            String title,
            @Nullable String area,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable String forecast,
            @Nullable Precision precision,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate deadline,
            List<Predecessor> predecessors,
            List<Integer> objectives,
            @Nullable LocalDate plannedOn,
            @Nullable MilestoneState state,
            @Nullable LocalDate achievedOn,
            @Nullable String note,
            @Nullable String evidence,
            Set<String> columns) {

        PlanMilestone.ToPlan toPlan(Provenance source) {
            return new PlanMilestone.ToPlan(
                    title,
                    area,
                    post,
                    organisation,
                    Forecast.of(forecast, precision, reviewOn),
                    deadline,
                    objectives,
                    plannedOn,
                    source);
        }

        /// What a milestone is to be: a column that the sheet lacks leaves what is on record.
        PlanMilestone.ToPlan toPlan(Milestone on, Plan plan, Provenance source) {
            return new PlanMilestone.ToPlan(
                    title,
                    columns.contains("area") ? area : plan.nameOf(on.area),
                    columns.contains("post") ? post : on.post,
                    columns.contains("organisation") ? organisation : on.organisation,
                    forecastOf(on.last().forecast()),
                    columns.contains("deadline") ? deadline : on.deadline,
                    columns.contains("objectives") ? objectives : List.copyOf(on.objectives),
                    null,
                    source);
        }

        private Forecast forecastOf(Forecast onRecord) {
            var day = columns.contains("forecast") ? forecast : onRecord.written();
            var review = columns.contains("reviewOn") ? reviewOn : onRecord.reviewOn();
            boolean sameDays =
                    Objects.equals(day, onRecord.written())
                            && Objects.equals(review, onRecord.reviewOn());
            return !columns.contains("precision") && sameDays
                    ? onRecord
                    : Forecast.of(day, precision, review);
        }
    }

    /// @throws locality.platform.refusal.Malformed naming every faulty cell
    static List<Row> read(String csv) {
        var optional = COLUMNS.stream().filter(column -> !REQUIRED.contains(column)).toList();
        return Csv.read(csv, REQUIRED, optional).map(MilestoneSheet::row);
    }

    /// @param current whether they are as they now are; those of another day get no version, for
    ///   sent back they would undo what was done since
    static String write(PlanOnDate shown, List<MilestoneView> milestones, boolean current) {
        var areas =
                shown.own().stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.reference,
                                        one ->
                                                Objects.requireNonNullElse(
                                                        shown.plan().nameOf(shown.areaOf(one)),
                                                        "")));
        return Csv.write(
                COLUMNS,
                milestones.stream()
                        .map(one -> cells(one, areas.get(one.reference()), current))
                        .toList());
    }

    private static Row row(Csv.Row cells) {
        return new Row(
                cells.line(),
                text(cells, "reference"),
                cells.optional("version", Long::parseLong),
                cells.required("title"),
                text(cells, "area"),
                text(cells, "post"),
                text(cells, "organisation"),
                text(cells, "forecast"),
                cells.text("precision").isEmpty()
                        ? null
                        : cells.oneOf("precision", Precision.class),
                cells.optional("reviewOn", LocalDate::parse),
                cells.optional("deadline", LocalDate::parse),
                list(cells, "predecessors", MilestoneSheet::predecessor),
                list(cells, "objectives", Integer::valueOf),
                cells.optional("plannedOn", LocalDate::parse),
                cells.text("state").isEmpty() ? null : cells.oneOf("state", MilestoneState.class),
                cells.optional("achievedOn", LocalDate::parse),
                text(cells, "note"),
                text(cells, "evidence"),
                COLUMNS.stream().filter(cells::has).collect(Collectors.toSet()));
    }

    private static <T> List<T> list(Csv.Row cells, String column, Function<String, T> read) {
        var found =
                cells.optional(
                        column,
                        text -> Stream.of(text.split(";")).map(String::strip).map(read).toList());
        return found == null ? List.of() : found;
    }

    private static Predecessor predecessor(String cell) {
        var matcher = PREDECESSOR.matcher(cell);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a predecessor is written as OLD-ICS-M3 28, or #2 28 for the one in line 2");
        }
        return new Predecessor(
                matcher.group(1),
                matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }

    private static @Nullable String text(Csv.Row cells, String column) {
        return cells.optional(column, text -> text);
    }

    private static List<@Nullable Object> cells(
            MilestoneView milestone, @Nullable String area, boolean current) {
        return Arrays.asList(
                milestone.reference(),
                current ? milestone.version() : null,
                milestone.title(),
                area,
                milestone.post(),
                milestone.organisation(),
                milestone.forecast(),
                milestone.precision(),
                milestone.reviewOn(),
                milestone.deadline(),
                milestone.predecessors().stream()
                        .map(one -> one.milestone() + " " + one.lagDays())
                        .collect(Collectors.joining("; ")),
                milestone.objectives().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(";")),
                milestone.plannedOn(),
                milestone.state(),
                milestone.achievedOn(),
                milestone.history().getLast().note(),
                milestone.history().getLast().evidence(),
                milestone.overdue(),
                milestone.earlyOn(),
                milestone.baselineOn(),
                milestone.slippageDays());
    }
}
