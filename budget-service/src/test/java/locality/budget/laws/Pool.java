package locality.budget.laws;

import static locality.budget.testing.Manchester.finance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.budget.testing.Manchester;
import locality.platform.money.FinancialYear;
import locality.platform.time.BusinessClock;

/// One pool of money to try commands on: a fund and that of the year after it, under a pooled
/// agreement, whose officers may decide a little themselves. Commands pick from what the database
/// holds of it.
///
/// @param functionOfLines in which its commitments are decided
/// @param ids its funds, as an array of SQL
/// @param onFund a decision that covers some postings of the fund
/// @param onLine a decision that covers some commitments on its first line
/// @param onMoves a decision of the board that covers some virements
record Pool(
        String fund,
        String nextFund,
        FinancialYear year,
        String functionOfLines,
        String ids,
        String onFund,
        String onLine,
        String onMoves) {

    static final LocalDate TODAY = BusinessClock.today(Clock.systemUTC());
    static final FinancialYear THIS_YEAR = FinancialYear.of(TODAY);
    static final FinancialYear FIRST_YEAR = FinancialYear.of(LocalDate.of(2014, 4, 1));
    private static final String BOARD = "laws-board";
    private static final String HEADER =
            Manchester.PLAN_HEADER.replace("plannedPence", "function,plannedPence");

    /// Partners agree to pool from April 2014 on, and that the fund manager moves a little from
    /// line to line.
    static void agree(String agreement) {
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%2$s", "name": "Section 75 agreement",
                         "legalPowers": ["S75"], "host": "E08000003", "basis": "POOLED",
                         "fundManager": {"post": "Pooled fund manager", "employer": "E08000003"},
                         "virementScheme": {"tiers": [
                           {"upToPence": 200, "yearUpToPence": 400, "decides": "FUND_MANAGER"},
                           {"decides": "%1$s"}]},
                         "carryForwardScheme": {"sources": [
                           {"source": "CCG allocation", "upToBasisPoints": 10000,
                            "decisionFunction": "%1$s"}]},
                         "startsOn": "2014-04-01"}
                        """
                                .formatted(BOARD, agreement))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201);
    }

    static Pool open(String agreement, FinancialYear year) {
        var name = "MCR-LAWS-" + UUID.randomUUID();
        var pool = new Pool(name, name + "-NEXT", year, name, "", "", "", "");
        pool.open(pool.fund, agreement, year);
        pool.open(pool.nextFund, agreement, FinancialYear.of(year.end().plusDays(1)));
        pool.plan(pool.nextFund, 1_000, 0);
        pool.plan(pool.fund, 2_000, 1_000);
        pool.approve();
        Decisions.delegate(name, 300);
        return new Pool(
                pool.fund,
                pool.nextFund,
                year,
                name,
                Rows.of(
                                "select array_agg(id)::text from fund where reference like '%s%%'"
                                        .formatted(name))
                        .getFirst()
                        .transform("'%s'::uuid[]"::formatted),
                Decisions.on(name, "fund", name, 1_500, "00W", "E08000003"),
                Decisions.on(name, "budget-line", name + "-L01", 900, "00W"),
                Decisions.on(BOARD, "fund", name, 700, "00W"));
    }

    private void open(String reference, String agreement, FinancialYear of) {
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Better Care Fund",
                         "kind": "POOLED_FUND", "financialYear": "%s", "host": "E08000003",
                         "decisionFunction": "%s", "agreement": "%s"}
                        """
                                .formatted(reference, of, functionOfLines, agreement))
                .post("/api/budget/v1/funds")
                .then()
                .statusCode(201);
    }

    private void approve() {
        finance()
                .body(
                        "{\"decisionId\": \"%s\"}"
                                .formatted(
                                        Decisions.on(
                                                functionOfLines,
                                                "fund-plan",
                                                fund,
                                                10_000,
                                                "00W",
                                                "01M")))
                .post("/api/budget/v1/funds/{fund}/approve", fund)
                .then()
                .statusCode(200);
    }

    private void plan(String reference, long first, long second) {
        Manchester.plan(reference, sheet(first, second)).statusCode(200);
    }

    /// A plan of three lines, the second of them pooled.
    String sheet(long first, long second) {
        var row = "%s,Integrated care,00W,NHS provider,CCG allocation,REVENUE,false,,%s,%s,%d%n";
        return HEADER
                + row.formatted("Integrated care", "ALIGNED", functionOfLines, first)
                + row.formatted("Reablement", "POOLED", functionOfLines, second)
                + row.formatted("Carers", "ALIGNED", functionOfLines, 600);
    }

    String line(Step step) {
        return fund + (step.other() ? "-L02" : step.pick() % 8 == 0 ? "-L03" : "-L01");
    }

    /// A day of the year, today at the latest.
    LocalDate day(Step step) {
        var last = TODAY.isBefore(year.end()) ? TODAY : year.end();
        var days = ChronoUnit.DAYS.between(year.start(), last) + 1;
        return year.start().plusDays(step.days() % days);
    }

    Optional<String> commitment(Step step) {
        return pick(step, "select id from commitment where fund_id = any(%s) order by id");
    }

    Optional<String> entry(Step step) {
        return pick(step, "select id from journal_entry where fund_id = any(%s) order by id");
    }

    Optional<String> contribution(Step step) {
        return pick(
                step, "select id from contribution_schedule where fund_id = any(%s) order by id");
    }

    Optional<String> virement(Step step) {
        return pick(step, "select id from virement where fund_id = any(%s) order by id");
    }

    /// The contribution and the id of something that was received of it.
    Optional<List<String>> receipt(Step step) {
        return pick(
                        step,
                        """
                        select m.schedule_id || ' ' || m.id from contribution_movement m
                        join contribution_schedule s on s.id = m.schedule_id
                        where s.fund_id = any(%s) and m.kind = 'RECEIVED' order by m.id
                        """)
                .map(both -> List.of(both.split(" ")));
    }

    /// What waits for a decision.
    record Waiting(
            String subjectType,
            String subject,
            String request,
            String contentHash,
            String function,
            long pence) {}

    Optional<Waiting> waiting(Step step) {
        return pick(
                        step,
                        """
                        select concat_ws(' ', 'commitment', id, request_id, content_hash,
                          decision_function, amount_pence)
                        from commitment where fund_id = any(%1$s) and state = 'PENDING_APPROVAL'
                        union all
                        select concat_ws(' ', 'commitment', c.id, v.request_id, v.content_hash,
                          c.decision_function, v.amount_pence)
                        from commitment_variation v join commitment c on c.id = v.commitment_id
                        where c.fund_id = any(%1$s) and v.state = 'PENDING_APPROVAL'
                        union all
                        select concat_ws(' ', 'virement', id, request_id, content_hash,
                          decision_function, amount_pence)
                        from virement where fund_id = any(%1$s) and state = 'PENDING_APPROVAL'
                        order by 1
                        """)
                .map(all -> all.split(" "))
                .map(
                        all ->
                                new Waiting(
                                        all[0],
                                        all[1],
                                        all[2],
                                        all[3],
                                        all[4],
                                        Long.parseLong(all[5])));
    }

    private Optional<String> pick(Step step, String sql) {
        var found = Rows.of(sql.formatted(ids));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(step.pick() % found.size()));
    }
}
