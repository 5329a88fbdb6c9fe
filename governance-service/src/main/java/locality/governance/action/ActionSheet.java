package locality.governance.action;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Actions as a spreadsheet: what is exported is edited and sent back. A row with a reference is
/// the action of that name, a row without one is new.
final class ActionSheet {

    private static final List<String> REQUIRED = List.of("title");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "title",
                    "post",
                    "organisation",
                    "body",
                    "item",
                    "decision",
                    "area",
                    "workArea",
                    "givenOn",
                    "dueOn",
                    "precision",
                    "reviewOn",
                    "state",
                    "note",
                    "evidence",
                    "overdue");

    private static final List<String> SET_ONCE = List.of("body", "item", "decision", "givenOn");

    private ActionSheet() {}

    /// @param key without a reference it is of a new action; without a version, of a sheet of a
    ///   past day
    /// @param note how it was completed, or why its last day was moved
    /// @param cells by column, of the columns that the sheet has
    record Row(
            SheetOfRecord.Key key,
            String title,
            @Nullable String post,
            @Nullable String organisation,
            GiveAction.From from,
            @Nullable String area,
            @Nullable String workArea,
            @Nullable LocalDate givenOn,
            @Nullable String dueOn,
            @Nullable DuePrecision precision,
            @Nullable LocalDate reviewOn,
            @Nullable ActionState state,
            @Nullable String note,
            @Nullable String evidence,
            Map<String, String> cells) {

        Set<String> columns() {
            return cells.keySet();
        }

        /// @throws ActionRefusal if it says that the action comes from elsewhere, or was given
        ///   another day
        void requireOriginOf(Action action) {
            var written =
                    ActionSheet.cells(ActionView.of(action, action.last(), LocalDate.MIN), true);
            for (var column : SET_ONCE) {
                var told = cells.get(column);
                if (told != null
                        && !told.equals(
                                Objects.toString(written.get(COLUMNS.indexOf(column)), ""))) {
                    throw new ActionRefusal.OriginDiffers(action.reference, told);
                }
            }
        }

        /// @throws ActionRefusal if the dates do not fit, or nobody is named
        Task task() {
            return new Task(
                    title,
                    post,
                    organisation,
                    Due.of(dueOn, precision, reviewOn),
                    givenOn,
                    null,
                    WorkArea.of(area, workArea));
        }

        /// What the action is to be: a column that the sheet lacks leaves what is on record.
        ///
        /// @throws ActionRefusal if the dates do not fit, or nobody is named
        Task taskOf(Action action) {
            return new Task(
                    title,
                    cells.containsKey("post") ? post : action.post,
                    cells.containsKey("organisation") ? organisation : action.organisation,
                    dueOf(action.last().due()),
                    givenOn,
                    null,
                    WorkArea.of(
                            cells.containsKey("area") ? area : action.area,
                            cells.containsKey("workArea") ? workArea : action.workArea));
        }

        private Due dueOf(Due onRecord) {
            var day = cells.containsKey("dueOn") ? dueOn : written(onRecord);
            var review = cells.containsKey("reviewOn") ? reviewOn : onRecord.reviewOn();
            boolean sameDays =
                    Objects.equals(day, written(onRecord))
                            && Objects.equals(review, onRecord.reviewOn());
            return !cells.containsKey("precision") && sameDays
                    ? onRecord
                    : Due.of(day, precision, review);
        }
    }

    /// @throws locality.platform.refusal.Malformed naming every faulty cell
    static List<Row> read(String csv) {
        var optional = COLUMNS.stream().filter(column -> !REQUIRED.contains(column)).toList();
        return Csv.read(csv, REQUIRED, optional).map(ActionSheet::row);
    }

    /// @param current whether they are as they now are; those of another day get no version, for
    ///   sent back they would undo what was done since
    static String write(List<ActionView> actions, boolean current) {
        return Csv.write(COLUMNS, actions.stream().map(one -> cells(one, current)).toList());
    }

    private static @Nullable String written(Due due) {
        return written(due.precision(), due.lastDay());
    }

    private static @Nullable String written(DuePrecision precision, @Nullable LocalDate lastDay) {
        if (lastDay == null) {
            return null;
        }
        return precision == DuePrecision.MONTH
                ? YearMonth.from(lastDay).toString()
                : lastDay.toString();
    }

    private static Row row(Csv.Row cells) {
        return new Row(
                SheetOfRecord.Key.of(cells, named -> named),
                cells.required("title"),
                cells.optional("post"),
                cells.optional("organisation"),
                from(cells),
                cells.optional("area"),
                cells.optional("workArea"),
                cells.optional("givenOn", LocalDate::parse),
                cells.optional("dueOn"),
                cells.optional("precision", DuePrecision.class),
                cells.optional("reviewOn", LocalDate::parse),
                cells.optional("state", ActionState.class),
                cells.optional("note"),
                cells.optional("evidence"),
                COLUMNS.stream()
                        .filter(cells::has)
                        .collect(Collectors.toMap(column -> column, cells::text)));
    }

    /// Of a row that names several, the nearest: a decision and an item name their body too.
    private static GiveAction.From from(Csv.Row cells) {
        var item = cells.optional("item");
        var decision = cells.optional("decision");
        if (item != null) {
            return new GiveAction.From(null, item, null);
        }
        return decision == null
                ? new GiveAction.From(null, null, cells.optional("body"))
                : new GiveAction.From(decision, null, null);
    }

    private static List<@Nullable Object> cells(ActionView action, boolean current) {
        return Arrays.asList(
                action.reference(),
                current ? action.version() : null,
                action.title(),
                action.post(),
                action.organisation(),
                action.body(),
                action.item(),
                action.decision(),
                action.area(),
                action.workArea(),
                action.givenOn(),
                written(action.precision(), action.dueOn()),
                action.precision(),
                action.reviewOn(),
                action.state(),
                action.note(),
                action.evidence(),
                action.overdue());
    }
}
