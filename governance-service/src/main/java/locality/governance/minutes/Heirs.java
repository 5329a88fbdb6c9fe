package locality.governance.minutes;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// Which bodies took over from which.
@ApplicationScoped
class Heirs {

    private final AgroalDataSource database;

    Heirs(AgroalDataSource database) {
        this.database = database;
    }

    /// Whether a body is another, or had taken over from it by a day, directly or through others.
    boolean isOf(UUID body, UUID predecessor, LocalDate on) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                with recursive heir (id) as (
                                  select cast(? as uuid)
                                  union
                                  select s.body_id from body_succession s
                                  join heir on heir.id = s.predecessor
                                  where s.effective_on <= ?)
                                select exists (select from heir where id = ?)
                                """)) {
            query.setObject(1, predecessor);
            query.setDate(2, Date.valueOf(on));
            query.setObject(3, body);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The successions cannot be read", failure);
        }
    }
}
