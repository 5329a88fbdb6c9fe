package locality.governance.story;

import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// What the event log holds of a subject.
///
/// @param type as in `governance.delegation-ended.v1`
public record Told(String type, JsonPath data) {

    /// @param subject its id
    public static List<Told> of(DataSource database, String subject) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select type, data from event_log where subject_id = ?
                                order by subject_version
                                """)) {
            query.setString(1, subject);
            var told = new ArrayList<Told>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    told.add(
                            new Told(rows.getString("type"), new JsonPath(rows.getString("data"))));
                }
            }
            return told;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
