package locality.reporting.readmodel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.function.Function;

/// What the topics have told so far.
@ApplicationScoped
public class ReadModels {

    private final AgroalDataSource database;

    ReadModels(AgroalDataSource database) {
        this.database = database;
    }

    /// Answers a question from one snapshot: all of its queries see the same state, whatever the
    /// projector writes meanwhile.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T ask(Function<Snapshot, T> question) {
        try (var connection = database.getConnection()) {
            try (var isolation = connection.createStatement()) {
                isolation.execute("set transaction isolation level repeatable read, read only");
            }
            return question.apply(new Snapshot(connection));
        } catch (SQLException failure) {
            throw new IllegalStateException("The read models cannot be read", failure);
        }
    }
}
