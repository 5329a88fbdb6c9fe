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

/// The votes given on decisions, one for each seat each time they are tabled; a seat may change its
/// vote until the outcome is recorded, and none is ever taken away: a matter that is tabled again
/// is voted on afresh. Kept beside the decision, so that members who vote at the same moment do not
/// wait for each other.
@ApplicationScoped
class Ballots {

    private final AgroalDataSource database;

    Ballots(AgroalDataSource database) {
        this.database = database;
    }

    /// @param votes by seat, so that two who vote for the same seats never wait for each other
    void cast(Decision decision, SortedMap<String, Choice> votes) {
        try (var connection = database.getConnection();
                var upsert =
                        connection.prepareStatement(
                                """
                                insert into decision_vote (decision_id, tabling, seat, choice)
                                values (?, ?, ?, ?)
                                on conflict (decision_id, tabling, seat)
                                do update set choice = excluded.choice, recorded_at = now()
                                """)) {
            for (var vote : votes.entrySet()) {
                upsert.setObject(1, decision.id);
                upsert.setInt(2, decision.tabling);
                upsert.setString(3, vote.getKey());
                upsert.setString(4, vote.getValue().name());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("The votes cannot be stored", failure);
        }
    }

    /// Those given on it as it is tabled now.
    List<Vote> on(Decision decision) {
        return on(List.of(decision)).getOrDefault(decision.id, List.of());
    }

    /// By decision, each in the order of the seats.
    Map<UUID, List<Vote>> on(Collection<Decision> decisions) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select v.decision_id, v.seat, v.choice
                                from unnest(?, ?) as tabled (decision_id, tabling)
                                join decision_vote v using (decision_id, tabling)
                                order by v.seat
                                """)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", decisions.stream().map(decision -> decision.id).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            decisions.stream().map(decision -> decision.tabling).toArray()));
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
}
