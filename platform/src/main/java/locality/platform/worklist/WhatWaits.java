package locality.platform.worklist;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import locality.platform.place.Locality;

/// Reads what waits from the tables of whichever feature asks.
@ApplicationScoped
public class WhatWaits {

    private static final String ASKED =
            "with asked (places, day) as (values (cast(? as text[]), cast(? as date))) ";

    private final AgroalDataSource database;

    WhatWaits(AgroalDataSource database) {
        this.database = database;
    }

    /// Makes something of a row of the feature's own query.
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// @param sql begins with `select`; `asked.places` are the codes of the places, `asked.day` is
    ///   the day that says what is late
    public <T> List<T> read(String sql, Set<Locality> places, LocalDate on, Reading<T> reading) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ASKED + sql)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", places.stream().map(Locality::code).toArray()));
            query.setDate(2, Date.valueOf(on));
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("What waits cannot be read", failure);
        }
    }
}
