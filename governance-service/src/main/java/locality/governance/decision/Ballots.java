package locality.governance.decision;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    void cast(UUID decision, List<Vote> votes) {
        try (var connection = database.getConnection();
                var upsert =
                        connection.prepareStatement(
                                """
                                insert into decision_vote (decision_id, seat, choice)
                                values (?, ?, ?)
                                on conflict (decision_id, seat)
                                do update set choice = excluded.choice, recorded_at = now()
                                """)) {
            for (var vote : votes) {
                upsert.setObject(1, decision);
                upsert.setString(2, vote.seat());
                upsert.setString(3, vote.choice().name());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("The votes cannot be stored", failure);
        }
    }

    List<Vote> on(UUID decision) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select seat, choice from decision_vote
                                where decision_id = ? order by seat
                                """)) {
            query.setObject(1, decision);
            try (var rows = query.executeQuery()) {
                var votes = new ArrayList<Vote>();
                while (rows.next()) {
                    votes.add(
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
