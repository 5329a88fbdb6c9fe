package locality.benchmark.authority;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// The baseline: who holds enough for both owners' pooled money, by the walk one writes first, a
/// query for every body that is come to. It gives neither chains, reasons nor words.
final class NaiveWalk {

    private final Connection database;

    NaiveWalk(Connection database) {
        this.database = database;
    }

    /// The references of the bodies that both owners' power reaches with a sufficient cap.
    Set<String> holders(String function, long pence) throws SQLException {
        var both = holdersFor(LargeScheme.COUNCIL, function, pence);
        both.retainAll(holdersFor(LargeScheme.CCG, function, pence));
        return both;
    }

    private Set<String> holdersFor(String owner, String function, long pence) throws SQLException {
        var best = new HashMap<UUID, Long>();
        var passedOn = new HashMap<UUID, Long>();
        var frontier = new ArrayDeque<UUID>();
        try (var top = database.prepareStatement(TOP)) {
            top.setString(1, owner);
            try (var rows = top.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    best.put(id, Long.MAX_VALUE);
                    passedOn.put(id, Long.MAX_VALUE);
                    frontier.add(id);
                }
            }
        }
        while (frontier.poll() instanceof UUID giver) {
            follow(giver, function, best, passedOn, frontier);
        }
        return established(best, pence);
    }

    private void follow(
            UUID giver,
            String function,
            Map<UUID, Long> best,
            Map<UUID, Long> passedOn,
            ArrayDeque<UUID> frontier)
            throws SQLException {
        try (var grants = database.prepareStatement(GRANTS)) {
            grants.setObject(1, giver);
            grants.setString(2, LargeScheme.PLACE);
            grants.setString(3, function);
            grants.setDate(4, Date.valueOf(LargeScheme.ON));
            grants.setDate(5, Date.valueOf(LargeScheme.ON));
            try (var rows = grants.executeQuery()) {
                while (rows.next()) {
                    var to = rows.getObject("to_body", UUID.class);
                    long cap =
                            Math.min(passedOn.getOrDefault(giver, 0L), rows.getLong("limit_pence"));
                    best.merge(to, cap, Math::max);
                    if (rows.getBoolean("may_sub_delegate")
                            && cap > passedOn.getOrDefault(to, -1L)) {
                        passedOn.put(to, cap);
                        frontier.add(to);
                    }
                }
            }
        }
    }

    private Set<String> established(Map<UUID, Long> best, long pence) throws SQLException {
        var found = new TreeSet<String>();
        try (var body = database.prepareStatement(STANDING)) {
            for (var one : best.entrySet()) {
                body.setDate(1, Date.valueOf(LargeScheme.ON));
                body.setObject(2, one.getKey());
                try (var row = body.executeQuery()) {
                    if (one.getValue() >= pence
                            && row.next()
                            && "ESTABLISHED".equals(row.getString("state"))) {
                        found.add(row.getString("reference"));
                    }
                }
            }
        }
        return found;
    }

    private static final String TOP =
            "select id from body where top_of_organisation and organisation = ?";

    private static final String GRANTS =
            """
            select to_body, limit_pence, may_sub_delegate from delegation
            where from_body = ? and locality = ? and ? = any(functions) and effective_on <= ?
              and (ended_on is null or ended_on > ?)
            """;

    private static final String STANDING =
            """
            select b.reference,
                   (select s.state from body_step s where s.body_id = b.id and s.effective_on <= ?
                    order by s.step desc limit 1) as state
            from body b where b.id = ?
            """;
}
