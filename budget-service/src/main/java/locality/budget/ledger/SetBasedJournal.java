package locality.budget.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes any number of entries and postings by one statement.
@ApplicationScoped
class SetBasedJournal implements Journal {

    private static final String APPEND =
            """
            with entries as (
              insert into journal_entry (id, fund_id, locality, effective_on, period, recorded_at,
                description, authority_kind, authority_id, commitment_id, reverses, actor,
                provenance, posting_count, digest, key, source_document, metadata, retrospective)
              select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::smallint[],
                ?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[],
                ?::jsonb[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::jsonb[],
                ?::boolean[])
              returning id, number
            ), postings as (
              insert into posting (entry_id, ordinal, account, line_id, partner, source,
                amount_pence)
              select * from unnest(?::uuid[], ?::smallint[], ?::text[], ?::uuid[], ?::text[],
                ?::text[], ?::bigint[])
            )
            select id, number from entries
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    SetBasedJournal(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public List<Long> append(List<Entry> entries) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(APPEND)) {
            var bind = new Binding(connection, insert);
            bindEntries(bind, entries);
            bindPostings(bind, entries);
            var numbers = numbers(insert);
            return entries.stream().map(entry -> numbers.getOrDefault(entry.id(), 0L)).toList();
        } catch (SQLException failure) {
            throw new IllegalStateException("The journal cannot be written", failure);
        }
    }

    private void bindEntries(Binding bind, List<Entry> entries) throws SQLException {
        bind.column("uuid", entries, Entry::id);
        bind.column("uuid", entries, Entry::fundId);
        bind.column("text", entries, entry -> entry.locality().code());
        bind.column("date", entries, Entry::effectiveOn);
        bind.column("int2", entries, entry -> (short) entry.period());
        bind.column("timestamptz", entries, entry -> entry.recordedAt().toString());
        bind.column("text", entries, Entry::description);
        bind.column("text", entries, entry -> entry.authority().kind().name());
        bind.column("uuid", entries, entry -> entry.authority().id());
        bind.column("uuid", entries, Entry::commitmentId);
        bind.column("uuid", entries, Entry::reverses);
        bind.column("text", entries, Entry::actor);
        bind.column("jsonb", entries, entry -> write(entry.provenance()));
        bind.column("int2", entries, entry -> (short) entry.postings().size());
        bind.column("text", entries, Entry::digest);
        bind.column("text", entries, entry -> entry.particulars().key());
        bind.column("text", entries, entry -> entry.particulars().sourceDocument());
        bind.column("jsonb", entries, entry -> write(entry.particulars().metadata()));
        bind.column("bool", entries, entry -> entry.particulars().retrospective());
    }

    private static void bindPostings(Binding bind, List<Entry> entries) throws SQLException {
        record Side(UUID entry, int ordinal, Posting posting) {}
        var sides =
                entries.stream()
                        .flatMap(
                                entry ->
                                        IntStream.range(0, entry.postings().size())
                                                .mapToObj(
                                                        i ->
                                                                new Side(
                                                                        entry.id(),
                                                                        i + 1,
                                                                        entry.postings().get(i))))
                        .toList();
        bind.column("uuid", sides, Side::entry);
        bind.column("int2", sides, side -> (short) side.ordinal());
        bind.column("text", sides, side -> side.posting().account().name());
        bind.column("uuid", sides, side -> side.posting().lineId());
        bind.column("text", sides, side -> side.posting().partner());
        bind.column("text", sides, side -> side.posting().source());
        bind.column("int8", sides, side -> side.posting().amount().value());
    }

    private static Map<UUID, Long> numbers(PreparedStatement insert) throws SQLException {
        var numbers = new HashMap<UUID, Long>();
        try (var rows = insert.executeQuery()) {
            while (rows.next()) {
                numbers.put(rows.getObject("id", UUID.class), rows.getLong("number"));
            }
        }
        return numbers;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Provenance and metadata are always JSON", impossible);
        }
    }

    /// Binds one array per column, in the order of the statement.
    private static final class Binding {
        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        Binding(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        <T> void column(String type, List<T> rows, Function<T, @Nullable Object> value)
                throws SQLException {
            statement.setArray(
                    next++, connection.createArrayOf(type, rows.stream().map(value).toArray()));
        }
    }
}
