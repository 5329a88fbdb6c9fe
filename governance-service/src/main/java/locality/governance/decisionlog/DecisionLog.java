package locality.governance.decisionlog;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.governance.decisionlog.Follower.Follow;
import locality.governance.validity.DecisionType;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Malformed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The decisions that were taken, each with what it rested on and what followed.
@ApplicationScoped
class DecisionLog {

    private final AgroalDataSource database;
    private final List<Follower> followers;

    DecisionLog(AgroalDataSource database, @All List<Follower> followers) {
        this.database = database;
        this.followers = followers;
    }

    /// What is asked for; null restricts nothing.
    ///
    /// @param readable the places the caller reads: what followed elsewhere is not told
    /// @param from the first day decided on
    /// @param to the last
    /// @param after the last of the page before
    record Asked(
            Set<Locality> places,
            Set<Locality> readable,
            @Nullable UUID body,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable After after,
            int limit) {}

    /// Where a page begins: after a decision of a day.
    record After(LocalDate day, UUID id) {

        /// @param cursor as [Line#cursor] gave it, empty for the beginning
        /// @throws Malformed if no page gave it
        static @Nullable After of(String cursor) {
            if (cursor.isEmpty()) {
                return null;
            }
            var day = cursor.split("/", 2)[0];
            try {
                return new After(
                        LocalDate.parse(day), UUID.fromString(cursor.substring(day.length() + 1)));
            } catch (DateTimeParseException
                    | IllegalArgumentException
                    | IndexOutOfBoundsException unread) {
                throw new Malformed("after: give what a page gave as next");
            }
        }
    }

    /// A decision that was taken.
    ///
    /// @param decidedOn the day of the meeting, or the day officers decided
    /// @param takenAs what it counts as
    /// @param validityCodes why it does not bind; empty when it does
    /// @param papers what it rested on
    /// @param followed what came of it
    @Schema(name = "DecisionLogEntry")
    record Line(
            UUID decisionId,
            String reference,
            String title,
            LocalDate decidedOn,
            UUID bodyId,
            String body,
            Locality locality,
            String mode,
            DecisionType takenAs,
            String outcome,
            String state,
            List<String> validityCodes,
            @Nullable String function,
            @Nullable Pence valuePence,
            List<Follow> papers,
            List<Follow> followed) {

        /// Where the page after this line begins.
        String cursor() {
            return decidedOn + "/" + decisionId;
        }
    }

    /// In the order of the days decided on, and on a day of their being tabled; one more than the
    /// limit, if there is.
    List<Line> lines(Asked asked) {
        var taken = read(asked);
        var belongs = new HashMap<UUID, List<Follow>>();
        var ids = taken.stream().map(Line::decisionId).toList();
        for (var follower : followers) {
            follower.of(asked.readable, ids)
                    .forEach(
                            (decision, follows) ->
                                    belongs.computeIfAbsent(decision, _ -> new ArrayList<>())
                                            .addAll(follows));
        }
        return taken.stream().map(line -> with(line, belongs)).toList();
    }

    private static Line with(Line line, Map<UUID, List<Follow>> belongs) {
        var all = belongs.getOrDefault(line.decisionId, List.of());
        return new Line(
                line.decisionId,
                line.reference,
                line.title,
                line.decidedOn,
                line.bodyId,
                line.body,
                line.locality,
                line.mode,
                line.takenAs,
                line.outcome,
                line.state,
                line.validityCodes,
                line.function,
                line.valuePence,
                all.stream().filter(follow -> follow.kind() == Follower.Kind.PAPER).toList(),
                all.stream().filter(follow -> follow.kind() != Follower.Kind.PAPER).toList());
    }

    private List<Line> read(Asked asked) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(TAKEN)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", asked.places.stream().map(Locality::code).toArray()));
            query.setObject(2, asked.body);
            query.setObject(3, asked.body);
            query.setDate(4, asked.from == null ? null : Date.valueOf(asked.from));
            query.setDate(5, asked.to == null ? null : Date.valueOf(asked.to));
            query.setDate(6, asked.after == null ? null : Date.valueOf(asked.after.day));
            query.setObject(7, asked.after == null ? null : asked.after.id);
            query.setInt(8, asked.limit + 1);
            try (var rows = query.executeQuery()) {
                var lines = new ArrayList<Line>();
                while (rows.next()) {
                    lines.add(line(rows));
                }
                return lines;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The decision log cannot be read", failure);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        long value = row.getLong("value_pence");
        var worth = row.wasNull() ? null : Pence.of(value);
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("title"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("body_id", UUID.class),
                row.getString("body_name"),
                Locality.of(row.getString("locality")),
                row.getString("mode"),
                DecisionType.valueOf(row.getString("taken_as")),
                row.getString("outcome"),
                row.getString("state"),
                List.of((String[]) row.getArray("validity_codes").getArray()),
                row.getString("function_code"),
                worth,
                List.of(),
                List.of());
    }

    /// A decision counts from the day its evidence was frozen for: what became of it later moves
    /// `effective_on`, never this.
    private static final String TAKEN =
            """
            select d.* from decision d
            where d.outcome is not null and d.locality = any(?)
              and (cast(? as uuid) is null or d.body_id = ?)
              and d.decided_on >= coalesce(?, date '-infinity')
              and d.decided_on <= coalesce(?, date 'infinity')
              and (d.decided_on, d.id)
                  > (coalesce(?, date '-infinity'),
                     coalesce(?, uuid '00000000-0000-0000-0000-000000000000'))
            order by d.decided_on, d.id limit ?
            """;
}
