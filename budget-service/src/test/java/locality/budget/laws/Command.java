package locality.budget.laws;

import java.util.Optional;
import java.util.Random;
import locality.budget.commitment.TimePasses;
import locality.budget.contribution.InstalmentsFallDue;
import locality.budget.laws.Act.Happens;
import locality.budget.laws.Act.Send;
import locality.budget.virement.VirementsLapse;

/// Everything that may be asked of a pool, and what may happen to it. A further kind of command is
/// one more constant here.
enum Command {
    PLAN(
            2,
            (pool, step) ->
                    sendsCsv(
                            "/funds/%s/lines".formatted(pool.fund()),
                            pool.sheet(500 + step.pence() * 4, 1_000 + step.pick()))),
    APPROVE(
            3,
            (pool, step) -> {
                var decision =
                        Decisions.on(
                                pool.functionOfLines(),
                                "fund-plan",
                                pool.fund(),
                                step.other() ? step.pence() : 10_000,
                                "00W");
                return sends(
                        "/funds/%s/approve".formatted(pool.fund()),
                        "{\"decisionId\": \"%s\"}".formatted(decision));
            }),
    POST(
            4,
            (pool, step) ->
                    sends(
                            "/funds/%s/journal-entries".formatted(pool.fund()),
                            entry(pool, step, "", step.pick() % 4 == 0 ? -1 : 1))),
    POST_UNDER_A_DECISION(
            2,
            (pool, step) ->
                    sends(
                            "/funds/%s/journal-entries".formatted(pool.fund()),
                            entry(
                                    pool,
                                    step,
                                    "\"decisionId\": \"%s\",".formatted(pool.onFund()),
                                    1))),
    REVERSE(
            2,
            (pool, step) ->
                    pool.entry(step)
                            .flatMap(
                                    entry ->
                                            sends(
                                                    "/journal-entries/%s/reverse".formatted(entry),
                                                    reason()))),
    COMMIT(
            5,
            (pool, step) ->
                    sends("/funds/%s/commitments".formatted(pool.fund()), promise(pool, step, ""))),
    COMMIT_UNDER_A_DECISION(
            2,
            (pool, step) ->
                    sends(
                            "/funds/%s/commitments".formatted(pool.fund()),
                            promise(
                                    pool,
                                    step,
                                    ", \"decisionId\": \"%s\"".formatted(pool.onLine())))),
    DECIDE(
            4,
            (pool, step) ->
                    pool.waiting(step)
                            .map(waiting -> new Happens(() -> decide(pool, step, waiting)))),
    DISCHARGE(
            4,
            (pool, step) ->
                    ofCommitment(
                            pool,
                            step,
                            "discharge",
                            "{\"amountPence\": %d, \"final\": %s}"
                                    .formatted(step.pence() / 2 + 1, step.other()))),
    RELEASE(1, (pool, step) -> ofCommitment(pool, step, "release", reason())),
    VARY(
            4,
            (pool, step) ->
                    ofCommitment(
                            pool,
                            step,
                            "vary",
                            "{\"amountPence\": %d, \"reason\": \"More is needed\"%s}"
                                    .formatted(
                                            step.pence(),
                                            step.other()
                                                    ? ", \"decisionId\": \"%s\""
                                                            .formatted(pool.onLine())
                                                    : ""))),
    WITHDRAW(1, (pool, step) -> ofCommitment(pool, step, "withdraw", reason())),
    CARRY(
            2,
            (pool, step) ->
                    pool.commitment(step)
                            .flatMap(
                                    commitment ->
                                            sends(
                                                    "/commitments/%s/carry".formatted(commitment),
                                                    carry(pool, commitment)))),
    EXPIRE(1, (_, _) -> Optional.of(new Happens(() -> TimePasses.expire(Pool.TODAY.plusDays(1))))),
    LAPSE(1, (_, step) -> Optional.of(new Happens(() -> lapse(step)))),
    SCHEDULE(
            3,
            (pool, step) ->
                    sends(
                            "/funds/%s/contributions".formatted(pool.fund()),
                            """
                            {"partner": "%s", "source": "CCG allocation", "annualPence": %d,
                             "profile": "%s"}
                            """
                                    .formatted(
                                            step.pick() % 2 == 0 ? "00W" : "01M",
                                            step.pence(),
                                            step.other() ? "QUARTERLY_4" : "MONTHLY_12"))),
    RECEIVE(
            6,
            (pool, step) ->
                    ofContribution(
                            pool,
                            step,
                            "receipts",
                            """
                            {"amountPence": %d, "receivedOn": "%s", "document": "BACS %d"}
                            """
                                    .formatted(
                                            step.pence() / 3 + 1,
                                            pool.day(step),
                                            step.pick() % 50))),
    TAKE_BACK(
            3,
            (pool, step) ->
                    pool.receipt(step)
                            .flatMap(
                                    both ->
                                            sends(
                                                    "/contributions/%s/receipts/%s/take-back"
                                                            .formatted(both.get(0), both.get(1)),
                                                    reason()))),
    VARY_CONTRIBUTION(
            2,
            (pool, step) -> {
                var decision =
                        Decisions.on(
                                pool.functionOfLines(), "fund", pool.fund(), 500, "00W", "01M");
                return ofContribution(
                        pool,
                        step,
                        "vary",
                        "{\"annualPence\": %d, \"reason\": \"Agreed\", \"effectiveOn\": \"%s\"%s}"
                                .formatted(
                                        step.pence(),
                                        pool.day(step),
                                        step.other()
                                                ? ""
                                                : ", \"decisionId\": \"%s\"".formatted(decision)));
            }),
    FALL_DUE(
            2,
            (pool, step) -> Optional.of(new Happens(() -> InstalmentsFallDue.by(pool.day(step))))),
    CHANGE_BASIS(
            1,
            (pool, step) ->
                    sends(
                            "/lines/%s/bases".formatted(pool.line(step)),
                            "{\"basis\": \"%s\", \"startsOn\": \"%s\"}"
                                    .formatted(
                                            new String[] {"ALIGNED", "POOLED", "SHADOW"}
                                                    [step.pick() % 3],
                                            pool.day(step).withDayOfMonth(1)))),
    MOVE(
            4,
            (pool, step) ->
                    sends("/funds/%s/virements".formatted(pool.fund()), moves(pool, step, ""))),
    MOVE_UNDER_A_DECISION(
            2,
            (pool, step) ->
                    sends(
                            "/funds/%s/virements".formatted(pool.fund()),
                            moves(
                                    pool,
                                    step,
                                    ", \"decisionId\": \"%s\"".formatted(pool.onMoves())))),
    WITHDRAW_VIREMENT(
            1,
            (pool, step) ->
                    pool.virement(step)
                            .flatMap(
                                    virement ->
                                            sends(
                                                    "/virements/%s/withdraw".formatted(virement),
                                                    reason())));

    private interface Form {
        Optional<? extends Act> of(Pool pool, Step step);
    }

    private final int weight;
    private final Form form;

    Command(int weight, Form form) {
        this.weight = weight;
        this.form = form;
    }

    /// What is done, unless there is nothing yet to do it to.
    Optional<? extends Act> on(Pool pool, Step step) {
        return form.of(pool, step);
    }

    static Command any(Random random) {
        int sum = 0;
        for (var one : values()) {
            sum += one.weight;
        }
        int at = random.nextInt(sum);
        for (var one : values()) {
            at -= one.weight;
            if (at < 0) {
                return one;
            }
        }
        throw new IllegalStateException("Weights sum to " + sum);
    }

    private static Optional<Send> sends(String path, String body) {
        return Optional.of(Send.json(path, body));
    }

    private static Optional<Send> sendsCsv(String path, String body) {
        return Optional.of(Send.csv(path, body));
    }

    private static Optional<Send> ofCommitment(Pool pool, Step step, String what, String body) {
        return pool.commitment(step)
                .flatMap(id -> sends("/commitments/%s/%s".formatted(id, what), body));
    }

    private static Optional<Send> ofContribution(Pool pool, Step step, String what, String body) {
        return pool.contribution(step)
                .flatMap(id -> sends("/contributions/%s/%s".formatted(id, what), body));
    }

    private static String reason() {
        return "{\"reason\": \"Not needed\"}";
    }

    /// Spend on one line, or on both at once.
    private static String entry(Pool pool, Step step, String under, int sign) {
        long pence = sign * step.pence();
        var spend = "{\"account\": \"SPEND\", \"lineId\": \"%s\", \"amountPence\": %d}";
        return "{\"effectiveDate\": \"%s\", \"description\": \"Any\", %s \"postings\": [%s, %s, %s]}"
                .formatted(
                        pool.day(step),
                        under,
                        spend.formatted(pool.line(step), pence),
                        spend.formatted(pool.fund() + "-L01", 1),
                        "{\"account\": \"HOST_CASH\", \"amountPence\": %d}".formatted(-pence - 1));
    }

    private static String promise(Pool pool, Step step, String more) {
        return """
        {"lineId": "%s", "amountPence": %d, "provider": "RW3", "purpose": "Reablement",
         "effectiveOn": "%s"%s%s}
        """
                .formatted(
                        pool.line(step),
                        step.pence(),
                        pool.day(step),
                        step.pick() % 3 == 0 ? ", \"expiresOn\": \"%s\"".formatted(Pool.TODAY) : "",
                        more);
    }

    /// From the first line to the third or back; rarely to the pooled one, which crosses from basis
    /// to basis unless they changed.
    private static String moves(Pool pool, Step step, String more) {
        long pence = step.pick() % 3 == 0 ? -step.pence() : step.pence();
        return """
        {"moves": [{"lineId": "%1$s-L01", "amountPence": %3$d},
                   {"lineId": "%1$s-%2$s", "amountPence": %4$d}],
         "reason": "Reablement starts earlier", "effectiveOn": "%5$s"%6$s}
        """
                .formatted(
                        pool.fund(),
                        step.other() ? "L02" : "L03",
                        -pence,
                        pence,
                        pool.day(step),
                        more);
    }

    private static String carry(Pool pool, String commitment) {
        var decision =
                Decisions.on(pool.functionOfLines(), "commitment", commitment, 10_000, "00W");
        return "{\"toLineId\": \"%s-L01\", \"decisionId\": \"%s\"}"
                .formatted(pool.nextFund(), decision);
    }

    /// Mostly yes; sometimes no, or to less than was asked.
    private static void decide(Pool pool, Step step, Pool.Waiting waiting) {
        var lost = step.pick() % 5 == 0;
        long covered = step.pick() % 5 == 1 ? waiting.pence() - 1 : waiting.pence();
        Decisions.answer(waiting, lost ? "LOST" : "IN_EFFECT", covered, pool.day(step));
    }

    /// Only now and then, so that something is left to decide on.
    private static void lapse(Step step) {
        if (step.other()) {
            TimePasses.lapse(Pool.TODAY.plusDays(29));
            VirementsLapse.by(Pool.TODAY.plusDays(29));
        }
    }
}
