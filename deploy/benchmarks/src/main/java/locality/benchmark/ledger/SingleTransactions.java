package locality.benchmark.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import locality.benchmark.RunningService;

/// The work of an entry as one writes it straight on the database, as pgbench would run it: eight
/// clients, a transaction for each entry, with its two postings, its line and its event. It checks
/// no rule.
final class SingleTransactions implements AutoCloseable {

    private static final int CLIENTS = 8;

    private static final List<String> STATEMENTS =
            List.of(
                    """
                    update budget_line set spent_pence = spent_pence + 1, version = version + 1
                    where id = '%s' and ?::uuid is not null
                    """
                            .formatted(Fund.LINE_ID),
                    """
                    insert into journal_entry (id, fund_id, locality, effective_on, period,
                      recorded_at, description, authority_kind, authority_id, actor, provenance,
                      posting_count, digest)
                    values (?::uuid, '%s', '%s', '2014-06-30', 3, clock_timestamp(), 'Fee', 'PLAN',
                      '%s', 'BENC/1', '{"kind": "ILLUSTRATIVE"}', 2, repeat('0', 64))
                    """
                            .formatted(Fund.ID, Fund.PLACE, Fund.DECISION_ID),
                    """
                    insert into posting (entry_id, ordinal, account, line_id, amount_pence)
                    select entry, place, account, line, pence
                    from (select ?::uuid as entry) e, (values
                      (1, 'SPEND', '%s'::uuid, 1), (2, 'HOST_CASH', null, -1))
                      as p(place, account, line, pence)
                    """
                            .formatted(Fund.LINE_ID),
                    """
                    with logged as (
                      insert into event_log (event_id, type, published, subject_type, subject_id,
                        subject_version, locality, occurred_at, effective_on, actor, correlation_id,
                        dataschema, data)
                      select entry, 'budget.journal-entry-posted.v1', true, 'journal-entry',
                        entry::text, 1, '%s', now(), '2014-06-30', 'BENC/1', entry::text,
                        'urn:locality:schema:budget.journal-entry-posted.v1',
                        json_build_object('entryId', entry, 'reference', 'JE', 'fundId', '%s',
                          'description', 'Fee', 'authorityKind', 'PLAN', 'authorityId', '%s',
                          'postings', '[]'::json, 'digest', repeat('0', 64))
                      from (select ?::uuid as entry) e returning id)
                    insert into event_pending (event_log_id) select id from logged
                    """
                            .formatted(Fund.PLACE, Fund.ID, Fund.DECISION_ID));

    private record Client(Connection connection, List<PreparedStatement> statements) {}

    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    SingleTransactions(RunningService service) throws SQLException {
        for (int i = 0; i < CLIENTS; i++) {
            var connection = service.database();
            connection.setAutoCommit(false);
            var statements = new ArrayList<PreparedStatement>();
            for (var sql : STATEMENTS) {
                statements.add(connection.prepareStatement(sql));
            }
            clients.add(new Client(connection, statements));
        }
    }

    /// Posts so many entries.
    int post(int entries) throws Exception {
        var work =
                clients.stream()
                        .<Callable<Integer>>map(client -> () -> post(client, entries / CLIENTS))
                        .toList();
        int posted = 0;
        for (var done : threads.invokeAll(work)) {
            posted += done.get();
        }
        return posted;
    }

    private static int post(Client client, int entries) throws SQLException {
        for (int i = 0; i < entries; i++) {
            var entry = UUID.randomUUID();
            for (var statement : client.statements()) {
                statement.setObject(1, entry);
                statement.executeUpdate();
            }
            client.connection().commit();
        }
        return entries;
    }

    @Override
    public void close() throws SQLException {
        threads.close();
        for (var client : clients) {
            client.connection().close();
        }
    }
}
