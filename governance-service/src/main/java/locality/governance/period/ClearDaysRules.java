package locality.governance.period;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How clear days are counted for what, as reference data with dates: a change of it adds a row.
@ApplicationScoped
public class ClearDaysRules {

    private final AgroalDataSource database;

    ClearDaysRules(AgroalDataSource database) {
        this.database = database;
    }

    /// What clear days are asked for.
    @Schema(name = "NoticeOf")
    public enum NoticeOf {
        /// A meeting. How many is in the body's terms of reference (five for meetings of councils
        /// and of their committees: Local Government Act 1972, section 100A).
        MEETING,
        /// A key decision of an executive: 28 (SI 2012/2089, regulation 9), or 5 under the general
        /// exception (regulation 10).
        KEY_DECISION,
        /// A decision that scrutiny may call in. How many is in the body's terms of reference
        /// (Local Government Act 2000, section 9F leaves it to the council).
        CALL_IN
    }

    /// @param source the law, or whose choice it is
    @Schema(name = "ClearDaysRule")
    public record Rule(
            NoticeOf noticeOf,
            LocalDate effectiveOn,
            boolean weekendsCount,
            boolean bankHolidaysCount,
            String source) {}

    /// How they are counted for what happens on a day.
    public ClearDays of(NoticeOf what, LocalDate on) {
        return of(what).apply(on);
    }

    /// How they are counted on any day, read once for many.
    public Function<LocalDate, ClearDays> of(NoticeOf what) {
        var rules = all().reversed();
        return day ->
                rules.stream()
                        .filter(rule -> rule.noticeOf == what && !rule.effectiveOn.isAfter(day))
                        .findFirst()
                        .map(rule -> new ClearDays(rule.weekendsCount, rule.bankHolidaysCount))
                        .orElse(ClearDays.CALENDAR);
    }

    /// In the order of what they are for and from when they hold.
    public List<Rule> all() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select notice_of, effective_on, weekends_count, bank_holidays_count,
                                       source
                                from clear_days_rule order by notice_of, effective_on
                                """);
                var rows = query.executeQuery()) {
            var rules = new ArrayList<Rule>();
            while (rows.next()) {
                rules.add(
                        new Rule(
                                NoticeOf.valueOf(rows.getString(1)),
                                rows.getDate(2).toLocalDate(),
                                rows.getBoolean(3),
                                rows.getBoolean(4),
                                rows.getString(5)));
            }
            return rules;
        } catch (SQLException failure) {
            throw new IllegalStateException("The rules of clear days cannot be read", failure);
        }
    }
}
