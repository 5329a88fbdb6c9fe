package locality.governance.story;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;

/// How many statements a read asks of the database.
public final class Statements {

    private Statements() {}

    public static long toGet(String path, Caller caller, EntityManagerFactory entities) {
        var statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        caller.get(path).statusCode(200);
        statistics.setStatisticsEnabled(false);
        return statistics.getPrepareStatementCount();
    }
}
