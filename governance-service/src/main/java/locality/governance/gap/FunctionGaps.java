package locality.governance.gap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a place has not said of its functions on a day: who does the work (due by the end of June
/// 2021), then how many people, where the function is to go, and at which level it is decided
/// (*Transition to ICS Update for Governing Body*, functions location and spatial levels).
@ApplicationScoped
class FunctionGaps {

    private static final String V1 = "/api/governance/v1";

    private final AgroalDataSource database;

    FunctionGaps(AgroalDataSource database) {
        this.database = database;
    }

    /// What is not said, and the column of an allocation that says it.
    @Schema(name = "FunctionLacks")
    enum Lacks {
        ARRANGEMENT("arrangement"),
        LEVEL("spatial_level"),
        WHOLE_TIME_EQUIVALENTS("whole_time_equivalents"),
        DIRECTION("direction");

        private final String column;

        Lacks(String column) {
            this.column = column;
        }
    }

    /// @param allocation the one in force, null when there is none
    /// @param prepared a draft or an agreed one that could come into force
    /// @param inWords who says it already, if somebody does, and what is to be done
    /// @param call what fills the gap
    @Schema(name = "FunctionGap")
    record Gap(
            String function,
            String name,
            Lacks lacks,
            @Nullable String allocation,
            @Nullable String prepared,
            String inWords,
            String call) {}

    /// By function. One that has parts and is itself not allocated is allocated through its parts.
    List<Gap> of(Locality place, LocalDate on, @Nullable Lacks wanted) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ALLOCATED)) {
            query.setString(1, place.code());
            query.setDate(2, Date.valueOf(on));
            query.setDate(3, Date.valueOf(on));
            query.setString(4, place.code());
            try (var rows = query.executeQuery()) {
                var gaps = new ArrayList<Gap>();
                while (rows.next()) {
                    for (var lacks : Lacks.values()) {
                        if ((wanted == null || wanted == lacks)
                                && rows.getString(lacks.column) == null) {
                            gaps.add(gap(rows, lacks, place));
                        }
                    }
                }
                return gaps;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The allocations cannot be read", failure);
        }
    }

    private static Gap gap(ResultSet row, Lacks lacks, Locality place) throws SQLException {
        return new Gap(
                row.getString("code"),
                row.getString("name"),
                lacks,
                row.getString("in_force"),
                row.getString("prepared"),
                inWords(row, lacks),
                call(row, lacks, place));
    }

    private static String inWords(ResultSet row, Lacks lacks) throws SQLException {
        var prepared = row.getString("prepared");
        var said = prepared(row, lacks);
        var next = row.getBoolean("agreed") ? "start it" : "agree it";
        if (said != null) {
            return "%s %s says %s and is not in force: %s"
                    .formatted(
                            row.getBoolean("agreed") ? "Agreed allocation" : "Draft",
                            prepared,
                            said,
                            next);
        }
        var inForce = row.getString("in_force");
        if (inForce != null) {
            return "%s is in force and does not say it: describe it".formatted(inForce);
        }
        return prepared == null
                ? "Nobody has said it: allocate the function"
                : "%s does not say it and is not in force: %s and describe it"
                        .formatted(prepared, next);
    }

    /// What the draft or the agreed allocation says of it, null for nothing.
    private static @Nullable String prepared(ResultSet row, Lacks lacks) throws SQLException {
        return row.getString("prepared_" + lacks.column);
    }

    private static String call(ResultSet row, Lacks lacks, Locality place) throws SQLException {
        var inForce = row.getString("in_force");
        if (inForce != null && prepared(row, lacks) == null) {
            return "POST %s/function-allocations/%s/describe".formatted(V1, inForce);
        }
        var places = "POST %s/functions/%s/places".formatted(V1, row.getString("code"));
        if (row.getString("prepared") == null) {
            return places;
        }
        return "%s/%s/%s"
                .formatted(places, place.code(), row.getBoolean("agreed") ? "start" : "agree");
    }

    private static final String ALLOCATED =
            """
            select f.code, f.name, a.reference as in_force, a.arrangement, a.spatial_level,
                   a.whole_time_equivalents, a.direction,
                   p.reference as prepared, p.agreed_on is not null as agreed,
                   p.arrangement as prepared_arrangement,
                   p.spatial_level as prepared_spatial_level,
                   p.whole_time_equivalents as prepared_whole_time_equivalents,
                   p.direction as prepared_direction
            from business_function f
            left join function_in_place a
              on a.function_code = f.code and a.place = ?
             and a.effective_on <= ? and coalesce(a.ends_on, 'infinity') >= ?
            left join function_in_place p
              on p.function_code = f.code and p.place = ? and p.effective_on is null
            where a.id is not null or p.id is not null
               or not exists (select from business_function part where part.parent_code = f.code)
            order by f.code
            """;
}
