package locality.governance.delegation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import org.jspecify.annotations.Nullable;

/// Delegations in force that expire within a quarter, unless another from and to the same of the
/// same functions goes on without a gap.
@ApplicationScoped
class DelegationsExpiring implements WorklistSource {

    private final AgroalDataSource database;

    DelegationsExpiring(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(EXPIRING)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", places.stream().map(Locality::code).toArray()));
            query.setDate(2, Date.valueOf(on));
            query.setDate(3, Date.valueOf(on));
            query.setDate(4, Date.valueOf(on.plusDays(DAYS_AHEAD)));
            try (var rows = query.executeQuery()) {
                var expiring = new ArrayList<WorklistRow>();
                while (rows.next()) {
                    expiring.add(row(rows, on));
                }
                return expiring;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The delegations cannot be read", failure);
        }
    }

    private static WorklistRow row(ResultSet row, LocalDate on) throws SQLException {
        var lastDay = row.getObject("expires_on", LocalDate.class);
        var place = Locality.of(row.getString("locality"));
        var reference = row.getString("reference");
        var to = holder(row);
        return WorklistRow.due(
                WorklistKind.DELEGATION_EXPIRING,
                reference,
                "%s to %s".formatted(row.getString("from_reference"), to),
                lastDay,
                on,
                new WorklistRow.Place(place, row.getString("from_reference"), Roles.GOVERNANCE),
                "Its last day is %s: grant it anew from the day after, or let it end"
                        .formatted(lastDay),
                ClearingCall.post(
                        "/delegations",
                        "from",
                        row.getString("from_reference"),
                        "to",
                        row.getString("to_reference"),
                        "toOrganisation",
                        row.getString("to_organisation"),
                        "functions",
                        (String[]) row.getArray("functions").getArray(),
                        "place",
                        place.code(),
                        "limitPence",
                        row.getObject("limit_pence", Long.class),
                        "limitKind",
                        row.getString("limit_kind"),
                        "maySubDelegate",
                        row.getBoolean("may_sub_delegate"),
                        "effectiveOn",
                        lastDay.plusDays(1)));
    }

    private static @Nullable String holder(ResultSet row) throws SQLException {
        var body = row.getString("to_reference");
        return body == null ? "officers of " + row.getString("to_organisation") : body;
    }

    private static final String EXPIRING =
            """
            select d.*, f.reference as from_reference, t.reference as to_reference
            from delegation d
            join body f on f.id = d.from_body
            left join body t on t.id = d.to_body
            where d.locality = any(?) and d.ended_on is null
              and d.effective_on <= ? and d.expires_on between ? and ?
              and not exists (
                select from delegation n
                where n.from_body = d.from_body and n.to_body is not distinct from d.to_body
                  and n.to_organisation is not distinct from d.to_organisation
                  and n.locality = d.locality and n.functions @> d.functions and n.id <> d.id
                  and n.ended_on is null and n.effective_on <= d.expires_on + 1
                  and (n.expires_on is null or n.expires_on > d.expires_on))
            """;
}
