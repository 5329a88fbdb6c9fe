package locality.governance.post;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What lies around posts: those they report to, and what else their holders hold. It only reads.
@ApplicationScoped
class PostNeighbours {

    @Schema(name = "PostNeighbourKind")
    enum Kind {
        POST,
        SEAT,
        BODY
    }

    /// @param reference the post's, the body's, or the seat's as in `MCR-HWBB/CHAIR`
    /// @param title what the post, the body or the seat's post is called
    @Schema(name = "PostNeighbour")
    record Neighbour(Kind kind, String reference, String title) {}

    private final AgroalDataSource database;

    PostNeighbours(AgroalDataSource database) {
        this.database = database;
    }

    /// The posts and bodies by these ids, posts as they were known to be called at a moment.
    Map<UUID, Neighbour> named(Collection<Line> lines, Instant knownAt) {
        var ids =
                lines.stream()
                        .flatMap(line -> Stream.of(line.end().post(), line.end().body()))
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toArray();
        var found = new HashMap<UUID, Neighbour>();
        if (ids.length > 0) {
            read(
                    NAMED,
                    (connection, select) -> {
                        select.setObject(1, moment(knownAt));
                        select.setArray(2, connection.createArrayOf("uuid", ids));
                        select.setArray(3, connection.createArrayOf("uuid", ids));
                    },
                    (id, neighbour) -> found.put(id, neighbour));
        }
        return found;
    }

    /// The other posts and the seats that a person has on a day, in places that are shown. Posts
    /// are told as far as was known at a moment, seats as far as is known now.
    List<Neighbour> alsoHeldBy(
            String person, UUID butFor, LocalDate day, Instant knownAt, Set<Locality> places) {
        var found = new ArrayList<Neighbour>();
        read(
                ALSO_HELD,
                (connection, select) -> {
                    var shown =
                            connection.createArrayOf(
                                    "text", places.stream().map(Locality::code).toArray());
                    var moment = moment(knownAt);
                    select.setObject(1, moment);
                    select.setString(2, person);
                    select.setObject(3, butFor);
                    select.setObject(4, day);
                    select.setObject(5, day);
                    select.setObject(6, moment);
                    select.setObject(7, moment);
                    select.setArray(8, shown);
                    select.setString(9, person);
                    select.setObject(10, day);
                    select.setObject(11, day);
                    select.setArray(12, shown);
                },
                (_, neighbour) -> found.add(neighbour));
        return found;
    }

    private static OffsetDateTime moment(Instant knownAt) {
        return (knownAt.equals(Instant.MAX) ? FAR_AHEAD : knownAt).atOffset(ZoneOffset.UTC);
    }

    private interface Filled {
        void in(Connection connection, PreparedStatement select) throws SQLException;
    }

    private interface Found {
        void row(@Nullable UUID id, Neighbour neighbour);
    }

    private void read(String sql, Filled filled, Found found) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            filled.in(connection, select);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.row(
                            rows.getObject("id", UUID.class),
                            new Neighbour(
                                    Kind.valueOf(rows.getString("kind")),
                                    rows.getString("reference"),
                                    rows.getString("title")));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("What lies around a post cannot be read", failure);
        }
    }

    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    /// What a post `p` was known to be called at a moment.
    private static final String TITLE =
            """
            coalesce((select w.title from post_wording w
                      where w.post_id = p.id and w.superseded_at > ?
                      order by w.ordinal limit 1), p.title)\
            """;

    private static final String NAMED =
            """
            select p.id, 'POST' as kind, p.reference, %s as title
            from post p where p.id = any(?)
            union all
            select id, 'BODY', reference, name from body where id = any(?)
            """
                    .formatted(TITLE);
    private static final String ALSO_HELD =
            """
            select p.id, 'POST' as kind, p.reference, %s as title
            from post_holder h join post p on p.id = h.post_id
            where h.person_reference = ? and p.id <> ?
              and h.from_day <= ? and (h.until_day is null or h.until_day >= ?)
              and h.recorded_at <= ? and (h.superseded_at is null or h.superseded_at > ?)
              and p.locality = any(?)
            union all
            select b.id, 'SEAT', b.reference || '/' || m.seat, m.post
            from membership m join body b on b.id = m.body_id
            where m.person_reference = ?
              and m.from_day <= ? and (m.until_day is null or m.until_day >= ?)
              and b.locality = any(?)
            order by kind, reference
            """
                    .formatted(TITLE);
}
