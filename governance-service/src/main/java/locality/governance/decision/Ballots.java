package locality.governance.decision;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import locality.governance.voting.Choice;
import locality.governance.voting.Vote;

/// The votes given on decisions, one for each seat; a seat may change its vote until the outcome is
/// recorded. Kept beside the decision, so that members who vote at the same moment do not wait for
/// each other.
@ApplicationScoped
class Ballots {

    private final AgroalDataSource database;

    Ballots(AgroalDataSource database) {
        this.database = database;
    }

    /// @param votes by seat, so that two who vote for the same seats never wait for each other
    void cast(UUID decision, SortedMap<String, Choice> votes) {
        try (var connection = database.getConnection();
                var upsert =
                        connection.prepareStatement(
                                """
                                insert into decision_vote (decision_id, seat, choice)
                                values (?, ?, ?)
                                on conflict (decision_id, seat)
                                do update set choice = excluded.choice, recorded_at = now()
                                """)) {
            for (var vote : votes.entrySet()) {
                upsert.setObject(1, decision);
                upsert.setString(2, vote.getKey());
                upsert.setString(3, vote.getValue().name());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("The votes cannot be stored", failure);
        }
    }

    List<Vote> on(UUID decision) {
        return on(List.of(decision)).getOrDefault(decision, List.of());
    }

    /// By decision, each in the order of the seats.
    Map<UUID, List<Vote>> on(Collection<UUID> decisions) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select decision_id, seat, choice from decision_vote
                                where decision_id = any(?) order by seat
                                """)) {
            query.setArray(1, connection.createArrayOf("uuid", decisions.toArray()));
            try (var rows = query.executeQuery()) {
                var votes = new HashMap<UUID, List<Vote>>();
                while (rows.next()) {
                    votes.computeIfAbsent(
                                    rows.getObject("decision_id", UUID.class),
                                    _ -> new ArrayList<>())
                            .add(
                                    new Vote(
                                            rows.getString("seat"),
                                            Choice.valueOf(rows.getString("choice"))));
                }
                return votes;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The votes cannot be read", failure);
        }
    }

    /// A deferred matter is voted on afresh.
    void clear(UUID decision) {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from decision_vote where decision_id = ?")) {
            delete.setObject(1, decision);
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The votes cannot be cleared", failure);
        }
    }
}
