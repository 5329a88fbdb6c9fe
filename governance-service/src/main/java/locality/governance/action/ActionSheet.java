package locality.governance.action;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
                    "givenOn",
                    "dueOn",
                    "precision",
                    "reviewOn",
                    "state",
                    "note",
                    "evidence",
                    "overdue");

    private ActionSheet() {}

    /// @param reference null for a new action
    /// @param version of the action when the sheet was read; null in a sheet of a past day
    /// @param note how it was completed, or why its last day was moved
    /// @param columns that the sheet has
    record Row(
            int line,
            @Nullable String reference,
            @Nullable Long version,
            String title,
            @Nullable String post,
            @Nullable String organisation,
            GiveAction.From from,
            @Nullable LocalDate givenOn,
            @Nullable String dueOn,
            @Nullable DuePrecision precision,
            @Nullable LocalDate reviewOn,
            @Nullable ActionState state,
            @Nullable String note,
            @Nullable String evidence,
            Set<String> columns) {

        /// @throws ActionRefusal if it says that the action comes from elsewhere, or was given
        ///   another day
        void requireOriginOf(Action action) {
            requireSame(action, from.body(), action.bodyReference);
            requireSame(action, from.item(), ActionView.itemOf(action));
            requireSame(
                    action,
                    from.decision(),
                    action.decisionId == null ? null : action.decisionId.toString());
            requireSame(
                    action,
                    givenOn == null ? null : givenOn.toString(),
                    action.given().effectiveOn().toString());
        }

        private static void requireSame(
                Action action, @Nullable String told, @Nullable String onRecord) {
            if (told != null && !told.equals(onRecord)) {
                throw new ActionRefusal.OriginDiffers(action.reference, told);
            }
        }

        /// @throws ActionRefusal if the dates do not fit, or nobody is named
        Task task() {
            return new Task(
                    title, post, organisation, Due.of(dueOn, precision, reviewOn), givenOn, null);
        }

        /// What the action is to be: a column that the sheet lacks leaves what is on record.
        ///
        /// @throws ActionRefusal if the dates do not fit, or nobody is named
        Task taskOf(Action action) {
            return new Task(
                    title,
                    columns.contains("post") ? post : action.post,
                    columns.contains("organisation") ? organisation : action.organisation,
                    dueOf(action.last().due()),
                    givenOn,
                    null);
        }

        private Due dueOf(Due onRecord) {
            var day = columns.contains("dueOn") ? dueOn : written(onRecord);
            var review = columns.contains("reviewOn") ? reviewOn : onRecord.reviewOn();
            boolean sameDays =
                    Objects.equals(day, written(onRecord))
                            && Objects.equals(review, onRecord.reviewOn());
            return !columns.contains("precision") && sameDays
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
        var reference = cells.optional("reference");
        return new Row(
                cells.line(),
                reference,
                cells.optional("version", Long::parseLong),
                cells.required("title"),
                cells.optional("post"),
                cells.optional("organisation"),
                from(cells),
                cells.optional("givenOn", LocalDate::parse),
                cells.optional("dueOn"),
                cells.optional("precision", DuePrecision.class),
                cells.optional("reviewOn", LocalDate::parse),
                cells.optional("state", ActionState.class),
                cells.optional("note"),
                cells.optional("evidence"),
                COLUMNS.stream().filter(cells::has).collect(Collectors.toSet()));
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
