package locality.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A database for each service, with an owner who changes its shape and a role the service runs
/// under, which may do what the migrations grant it. Done at every start; what is there stays.
final class Databases {
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    /// `cannot_connect_now`, and a connection that could not be made.
    private static final Set<String> RECOVERING = Set.of("57P03", "08001");

    private final Postgres postgres;
    private final Passwords passwords;

    Databases(Postgres postgres, Passwords passwords) {
        this.postgres = postgres;
        this.passwords = passwords;
    }

    static String owner(String database) {
        return database + "_owner";
    }

    static String user(String database) {
        return database + "_app";
    }

    void create(List<String> names) {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            for (var name : names) {
                createRole(statement, owner(name));
                createRole(statement, user(name));
                createDatabase(statement, name);
            }
        } catch (SQLException e) {
            throw new CannotStart("The databases could not be made: " + e.getMessage());
        }
        names.forEach(this::grant);
    }

    private void createRole(Statement statement, String role) throws SQLException {
        try (var found =
                statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
            if (!found.next()) {
                statement.execute("create role " + role);
            }
        }
        statement.execute(
                "alter role %s with login nosuperuser nocreatedb nocreaterole password '%s'"
                        .formatted(role, passwords.of(role)));
    }

    private static void createDatabase(Statement statement, String name) throws SQLException {
        try (var found =
                statement.executeQuery(
                        "select 1 from pg_database where datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("create database " + name + " owner " + owner(name));
            }
        }
        statement.execute("revoke all on database " + name + " from public");
        statement.execute("grant connect on database " + name + " to " + user(name));
    }

    private void grant(String name) {
        try (var connection = connect(name);
                var statement = connection.createStatement()) {
            statement.execute("alter schema public owner to " + owner(name));
            statement.execute("revoke all on schema public from public");
            statement.execute("grant usage on schema public to " + user(name));
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database " + name + " could not be prepared: " + e.getMessage());
        }
    }

    private Connection connect(String database) throws SQLException {
        Waiting.within(RECOVERY, () -> !isRecovering(database));
        return open(database);
    }

    /// A server that accepts connections may still be recovering from a crash, and says so.
    private boolean isRecovering(String database) {
        try (var _ = open(database)) {
            return false;
        } catch (SQLException refused) {
            return RECOVERING.contains(refused.getSQLState());
        }
    }

    private Connection open(String database) throws SQLException {
        return DriverManager.getConnection(
                postgres.url(database), Postgres.SUPERUSER, passwords.of(Postgres.SUPERUSER));
    }
}
