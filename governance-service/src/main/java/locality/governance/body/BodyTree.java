package locality.governance.body;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.place.Locality;

/// How bodies stand to each other, as far as decisions pass between them.
@ApplicationScoped
public class BodyTree {

    private final AgroalDataSource database;

    BodyTree(AgroalDataSource database) {
        this.database = database;
    }

    /// The bodies it is accountable to on a day, in the order in which that was recorded.
    public List<UUID> parents(UUID body, LocalDate on) {
        return read(
                """
                select to_body as id from body_relation
                where kind = 'ACCOUNTABLE_TO' and body_id = ?
                  and from_day <= ? and coalesce(until_day, 'infinity') >= ?
                order by ordinal
                """,
                body,
                on);
    }

    /// What it is called on a day.
    ///
    /// @throws IllegalStateException if there is no such body
    public String nameOf(UUID body, LocalDate on) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select coalesce((select name from body_name
                                                 where body_id = b.id and from_day <= ?
                                                 order by ordinal desc limit 1), b.name) as name
                                from body b where b.id = ?
                                """)) {
            query.setDate(1, Date.valueOf(on));
            query.setObject(2, body);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("There is no body " + body);
                }
                return row.getString("name");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The body cannot be read", failure);
        }
    }

    /// Whether one body had taken over from another by a day, directly or through others.
    public boolean succeeds(UUID body, UUID former, LocalDate on) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                with recursive former (id) as (
                                  select predecessor from body_succession
                                  where body_id = ? and effective_on <= ?
                                  union
                                  select s.predecessor from body_succession s
                                  join former f on f.id = s.body_id where s.effective_on <= ?
                                )
                                select 1 from former where id = ?
                                """)) {
            query.setObject(1, body);
            query.setDate(2, Date.valueOf(on));
            query.setDate(3, Date.valueOf(on));
            query.setObject(4, former);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The succession of a body cannot be read", failure);
        }
    }

    /// Whether it is one that holds others to account, and so may call their decisions in.
    public boolean isScrutiny(UUID body) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select 1 from body where id = ? and classification = ?")) {
            query.setObject(1, body);
            query.setString(2, Classification.SCRUTINY.name());
            try (var row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The body cannot be read", failure);
        }
    }

    /// Whether it serves a place besides its own on a day.
    public boolean serves(UUID body, Locality place, LocalDate on) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select 1 from body_place
                                where body_id = ? and locality = ?
                                  and ? between from_day and coalesce(until_day, 'infinity')
                                """)) {
            query.setObject(1, body);
            query.setString(2, place.code());
            query.setDate(3, Date.valueOf(on));
            try (var row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The places of a body cannot be read", failure);
        }
    }

    private List<UUID> read(String sql, UUID body, LocalDate on) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, body);
            query.setDate(2, Date.valueOf(on));
            query.setDate(3, Date.valueOf(on));
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<UUID>();
                while (rows.next()) {
                    found.add(rows.getObject("id", UUID.class));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The relations of a body cannot be read", failure);
        }
    }
}
