package locality.budget.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// One sequence of steps on a pool of its own, and what must hold after each of them.
final class Walk {

    private static final String OF_ITS_MAKING =
            "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|JE-\\d+|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";

    private final Pool pool;
    private final String everything;
    private final Http http = new Http();
    private final Answers answers;

    /// How each kind of command was answered, and how often.
    private final Map<String, Integer> taken;

    private int reached;

    Walk(Pool pool, Map<String, Integer> taken) {
        this.pool = pool;
        this.everything = Rows.everything(pool.ids());
        this.answers = new Answers(pool, http);
        this.taken = taken;
    }

    /// How many steps were taken, the one that breaks a law among them.
    int reached() {
        return reached;
    }

    static Map<String, Integer> count() {
        return new TreeMap<>();
    }

    void take(List<Step> steps) {
        for (var step : steps) {
            reached++;
            step.command().on(pool, step).ifPresent(act -> take(step, act));
            assertThat(Law.broken(pool.ids())).isEmpty();
            answers.askOf(pool.day(step));
            answers.assertOldestUnchanged();
        }
        answers.assertUnchanged();
    }

    private void take(Step step, Act act) {
        switch (act) {
            case Act.Happens(var what) -> {
                what.run();
                taken.merge(step.command() + " done", 1, Integer::sum);
            }
            case Act.Send command -> send(step, command);
        }
    }

    private void send(Step step, Act.Send command) {
        var before = rows();
        var tried = http.send(command, true, UUID.randomUUID().toString());
        assertSame(before, "a dry run changes nothing");

        var key = UUID.randomUUID().toString();
        var answer = http.send(command, false, key);
        taken.merge(outcome(step, answer), 1, Integer::sum);
        assertThat(tried.status())
                .as("as the dry run of %s: %s", command, tried)
                .isEqualTo(answer.status());
        assertThat(said(tried)).as("as the dry run said").isEqualTo(said(answer));

        if (answer.isRefused()) {
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
            assertSame(before, "refused %s changes nothing".formatted(answer));
            return;
        }
        var after = rows();
        var again = http.send(command, false, key);
        assertThat(again).as("answered again").isEqualTo(answer);
        assertSame(after, "sent again under its key has no other effect");
    }

    private static String outcome(Step step, Http.Answer answer) {
        var refusal = answer.isRefused() ? " " + answer.json().path("code").asText() : "";
        return step.command() + " " + answer.status() + refusal;
    }

    private List<String> rows() {
        return Rows.of(everything);
    }

    private void assertSame(List<String> before, String rule) {
        var now = new ArrayList<>(rows());
        if (!now.equals(before)) {
            var gone = new ArrayList<>(before);
            gone.removeAll(now);
            now.removeAll(before);
            throw new AssertionError("%s:%n was %s%n is %s".formatted(rule, gone, now));
        }
    }

    /// An answer without what every command makes anew: ids, hashes of them, and moments.
    private static String said(Http.Answer answer) {
        return answer.text().replaceAll(OF_ITS_MAKING, "#");
    }
}
