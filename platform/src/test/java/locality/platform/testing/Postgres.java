package locality.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A real PostgreSQL with one database, its owner and its run-time role, as in production.
public final class Postgres implements AutoCloseable {

    public static final String OWNER = "suite_owner";
    public static final String APP = "suite_app";
    private static final String PASSWORD = "only-for-tests";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static Postgres start() {
        try {
            var postgres =
                    new Postgres(
                            EmbeddedPostgres.builder()
                                    .setServerConfig("fsync", "on")
                                    .setServerConfig("synchronous_commit", "on")
                                    .setServerConfig("max_connections", "200")
                                    .start());
            postgres.createDatabase("suite");
            return postgres;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A further, empty database with the same two roles.
    public void createDatabase(String name) {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                      if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login password '%3$s';
                        create role %2$s login password '%3$s';
                      end if;
                    end $$
                    """
                            .formatted(OWNER, APP, PASSWORD));
            statement.execute("create database %s owner %s".formatted(name, OWNER));
            statement.execute("revoke all on database %s from public".formatted(name));
            statement.execute("grant connect on database %s to %s".formatted(name, APP));
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot create database " + name, failure);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }

    public static String password() {
        return PASSWORD;
    }

    /// A connection that no grant or ownership holds back, to do what an intruder would.
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "postgres");
    }

    public Connection as(String role, String database) throws SQLException {
        return DriverManager.getConnection(url(database), role, PASSWORD);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
