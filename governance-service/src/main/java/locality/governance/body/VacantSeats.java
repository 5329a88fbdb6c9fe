package locality.governance.body;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistRow.Call;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;

/// Seats that nobody holds, at bodies that meet.
@ApplicationScoped
class VacantSeats implements WorklistSource {

    private final AgroalDataSource database;

    VacantSeats(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(VACANT)) {
            var day = Date.valueOf(on);
            query.setDate(1, day);
            query.setDate(2, day);
            query.setArray(
                    3,
                    connection.createArrayOf(
                            "text", places.stream().map(Locality::code).toArray()));
            query.setDate(4, day);
            query.setDate(5, day);
            try (var rows = query.executeQuery()) {
                var vacant = new ArrayList<WorklistRow>();
                while (rows.next()) {
                    vacant.add(row(rows, on));
                }
                return vacant;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The vacant seats cannot be read", failure);
        }
    }

    private static WorklistRow row(ResultSet row, LocalDate on) throws SQLException {
        var body = row.getString("reference");
        var seat = row.getString("seat");
        var post = row.getString("post");
        var since = row.getObject("since", LocalDate.class);
        return WorklistRow.waiting(
                WorklistKind.SEAT_VACANT,
                body + "/" + seat,
                "%s of %s".formatted(post, row.getString("name")),
                since,
                new WorklistRow.Place(
                        Locality.of(row.getString("locality")), body, Roles.GOVERNANCE),
                "Nobody holds %s since %s: seat a member, or abolish the seat"
                        .formatted(seat, since),
                Call.post(
                        "/bodies/%s/memberships".formatted(body),
                        "seat",
                        seat,
                        "post",
                        post,
                        "personReference",
                        "post:" + (body + "-" + seat).toLowerCase(Locale.ROOT),
                        "votingRight",
                        row.getBoolean("voting_right"),
                        "organisation",
                        row.getString("organisation"),
                        "from",
                        on));
    }

    private static final String VACANT =
            """
            select b.reference, b.name, b.locality, m.seat, m.post, m.voting_right, m.organisation,
                   case when m.person_reference is null then m.from_day
                        else m.until_day + 1 end as since
            from body b
            join lateral (select distinct on (seat) * from membership
                          where body_id = b.id and from_day <= ?
                          order by seat, from_day desc, ordinal desc) m on true
            join lateral (select state from body_step
                          where body_id = b.id and effective_on <= ?
                          order by step desc limit 1) s on true
            where b.locality = any(?) and s.state in ('SHADOW', 'ESTABLISHED')
              and (m.person_reference is null or m.until_day < ?)
              and (m.seat_abolished_on is null or m.seat_abolished_on > ?)
            """;
}
