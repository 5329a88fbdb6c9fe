package locality.governance.duty;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Shows duties with the references of what they name. It only reads.
@ApplicationScoped
class DutyViews {

    private final AgroalDataSource database;

    DutyViews(AgroalDataSource database) {
        this.database = database;
    }

    private record Named(
            @Nullable String body,
            @Nullable String post,
            @Nullable String follows,
            @Nullable String followedBy) {}

    List<DutyView> of(List<Duty> duties) {
        var named = new HashMap<UUID, Named>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NAMED)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", duties.stream().map(duty -> duty.id).toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    named.put(
                            rows.getObject("id", UUID.class),
                            new Named(
                                    rows.getString("body"),
                                    rows.getString("post"),
                                    rows.getString("follows"),
                                    rows.getString("followed_by")));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("What duties name cannot be read", failure);
        }
        return duties.stream()
                .map(duty -> view(duty, named.getOrDefault(duty.id, NOTHING)))
                .toList();
    }

    private static DutyView view(Duty duty, Named named) {
        return new DutyView(
                duty.id,
                duty.reference,
                duty.text,
                named.body,
                named.post,
                duty.organisation,
                duty.locality,
                duty.effectiveOn,
                duty.endsOn,
                duty.endProvenance,
                named.follows,
                named.followedBy,
                duty.provenance,
                duty.version);
    }

    private static final Named NOTHING = new Named(null, null, null, null);
    private static final String NAMED =
            """
            select d.id, b.reference as body, p.reference as post, former.reference as follows,
                   later.reference as followed_by
            from duty d
            left join body b on b.id = d.body_id
            left join post p on p.id = d.post_id
            left join duty former on former.id = d.follows
            left join duty later on later.follows = d.id
            where d.id = any(?)
            """;
}
