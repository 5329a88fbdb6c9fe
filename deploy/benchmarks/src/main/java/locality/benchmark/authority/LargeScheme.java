package locality.benchmark.authority;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// A scheme of delegation in one place: a council's and a commissioning group's top bodies, 998
/// bodies below them, and 10,000 delegations, each from a body to one of a higher number. Every
/// delegation covers one function, one in twenty another as well; one in four may not be passed on,
/// one in ten has ended. Always the same rows.
final class LargeScheme {

    static final String PLACE = "E08000005";
    static final String COUNCIL = "BENC";
    static final String CCG = "BENG";

    /// Covered by every delegation.
    static final String COMMON = "commissioning";

    /// Covered by one in twenty, and by the forty from the top.
    static final String RARE = "pooled-budget";

    static final String ON = "2018-05-01";
    static final int BODIES = 1_000;
    static final int DELEGATIONS = 10_000;

    private LargeScheme() {}

    static void fill(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var sql : FILL) {
                statement.execute(sql);
            }
        }
    }

    private static final List<String> FILL =
            List.of(
                    """
                    insert into organisation (code, name, kind, locality, effective_on, provenance, version)
                    values ('BENC', 'Benchmark Council', 'COUNCIL', 'E08000005', '2013-04-01',
                            '{"kind": "ILLUSTRATIVE"}', 0),
                           ('BENG', 'NHS Benchmark CCG', 'CCG', 'E08000005', '2013-04-01',
                            '{"kind": "ILLUSTRATIVE"}', 0)
                    """,
                    """
                    insert into body (id, reference, name, classification, spatial_level, organisation,
                                      top_of_organisation, locality, provenance, version)
                    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                           'BEN-' || lpad(n::text, 4, '0'), 'Body ' || n, 'COMMITTEE', 'LOCALITY',
                           case n % 2 when 1 then 'BENC' else 'BENG' end, n <= 2, 'E08000005',
                           '{"kind": "ILLUSTRATIVE"}', 0
                    from generate_series(1, 1000) n
                    """,
                    """
                    insert into body_step (body_id, step, state, effective_on, provenance)
                    select id, 0, 'ESTABLISHED', '2013-04-01', '{"kind": "ILLUSTRATIVE"}' from body
                    where reference like 'BEN-%'
                    """,
                    """
                    with drawn as (
                      select n, 1 + (hashint4(n) & 2147483647) % 999 as one,
                             (hashint4(n + 1000000) & 2147483647) as other
                      from generate_series(1, 10000) n
                    ), pairs as (
                      select n, case when n <= 40 then 1 + n % 2 else one end as giver, other from drawn
                    )
                    insert into delegation (id, reference, from_body, to_body, functions, locality,
                        limit_pence, limit_kind, may_sub_delegate, effective_on, expires_on, ended_on,
                        end_reason, provenance, version)
                    select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid,
                           'BEN-DEL-' || lpad(n::text, 5, '0'),
                           ('00000000-0000-7000-8000-' || lpad(giver::text, 12, '0'))::uuid,
                           ('00000000-0000-7000-8000-' ||
                             lpad(greatest(3, giver + 1 + other % (1000 - giver))::text, 12, '0'))::uuid,
                           case when n % 20 = 0 or n <= 40 then array['commissioning', 'pooled-budget']
                                else array['commissioning'] end,
                           'E08000005', 100000 * (1 + other % 1000),
                           case when n % 10 = 3 then 'ANNUAL' else 'PER_DECISION' end,
                           n % 4 <> 1, '2017-11-01', null,
                           case when n % 10 = 7 then date '2018-01-01' end,
                           case when n % 10 = 7 then 'Replaced' end,
                           '{"kind": "ILLUSTRATIVE"}', 0
                    from pairs
                    """,
                    "analyze");
}
