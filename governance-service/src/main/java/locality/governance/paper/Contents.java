package locality.governance.paper;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The versions of what papers say, each written once. Beside the papers, so that a list of papers
/// reads no bytes.
@ApplicationScoped
class Contents {

    private final AgroalDataSource database;

    Contents(AgroalDataSource database) {
        this.database = database;
    }

    /// @param bytes null behind a link
    void keep(UUID paper, Content content, byte @Nullable [] bytes) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into paper_content
                                  (paper_id, number, media_type, sha256, link, bytes)
                                values (?, ?, ?, ?, ?, ?)
                                """)) {
            insert.setObject(1, paper);
            insert.setInt(2, content.number());
            insert.setString(3, content.mediaType());
            insert.setString(4, content.sha256());
            insert.setString(5, content.link());
            insert.setBytes(6, bytes);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The content cannot be kept", failure);
        }
    }

    /// The first to the last.
    List<Content> of(UUID paper) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select number, media_type, sha256, length(bytes) as size, link,
                                       recorded_at
                                from paper_content where paper_id = ? order by number
                                """)) {
            query.setObject(1, paper);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Content>();
                while (rows.next()) {
                    found.add(content(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The contents cannot be read", failure);
        }
    }

    /// Empty when there is no such version, or it is kept elsewhere.
    Optional<byte[]> bytes(UUID paper, int number) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select bytes from paper_content where paper_id = ? and number ="
                                        + " ?")) {
            query.setObject(1, paper);
            query.setInt(2, number);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The content cannot be read", failure);
        }
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(
                row.getInt("number"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getObject("size", Integer.class),
                row.getString("link"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
