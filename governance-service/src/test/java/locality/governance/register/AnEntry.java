package locality.governance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.governance.authority.Standing;
import locality.governance.body.BodyOnDate;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/// Makes entries of a register of Bury's.
final class AnEntry {

    static final LocalDate DAY = LocalDate.of(2016, 10, 19);
    static final Provenance SOURCE = Provenance.illustrative();

    private EntryKind kind = EntryKind.RISK;
    private final Map<ScoreKind, Score> scores = new EnumMap<>(ScoreKind.class);
    private @Nullable LocalDate reviewOn;
    private BodyOnDate body = body("PMT");

    static AnEntry of(EntryKind kind) {
        var entry = new AnEntry();
        entry.kind = kind;
        return entry;
    }

    static AnEntry risk() {
        return of(EntryKind.RISK);
    }

    AnEntry residual(int likelihood, int impact) {
        scores.put(ScoreKind.RESIDUAL, new Score(likelihood, impact));
        return this;
    }

    AnEntry reviewOn(String day) {
        reviewOn = LocalDate.parse(day);
        return this;
    }

    AnEntry heldBy(BodyOnDate other) {
        body = other;
        return this;
    }

    RegisterEntry open() {
        return RegisterEntry.recorded(
                new RegisterEntry.New(
                        Ids.next(),
                        "BRY-" + kind,
                        EntryHead.of("PID", kind, "Loss of financial control", Locality.BURY),
                        body,
                        new EntryStanding(null, null, scores, List.of(), reviewOn),
                        EntryOrigin.ENTERED,
                        DAY,
                        SOURCE));
    }

    static BodyOnDate body(String reference) {
        return new BodyOnDate(
                UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8)),
                reference,
                reference,
                null,
                Locality.BURY,
                DAY,
                Standing.ESTABLISHED,
                null,
                null,
                List.of());
    }

    static RegisterEntry.At at(String day) {
        return new RegisterEntry.At(LocalDate.parse(day), SOURCE);
    }

    /// An entry of a kind in a state, whatever it takes to bring it there.
    static RegisterEntry in(EntryState state, EntryKind kind) {
        var entry = of(kind).open();
        var at = at("2016-11-01");
        switch (state) {
            case OPEN -> {}
            case ESCALATED -> entry.escalate(body("JLT"), "Too high", at);
            case TOLERATED -> entry.tolerate(LocalDate.parse("2017-03-31"), "Lived with", at);
            case MATERIALISED -> {
                if (kind == EntryKind.RISK) {
                    entry.materialise(null, at);
                } else {
                    entry.fail(null, at);
                }
            }
            case CLOSED -> entry.close("Gone", at);
        }
        return entry;
    }

    static EscalationRule rule(int threshold, int daysOverdue) {
        var rule = new EscalationRule();
        rule.threshold = threshold;
        rule.daysOverdue = daysOverdue;
        return rule;
    }

    static Map<ScoreKind, Score> residualScore(int likelihood, int impact) {
        return Map.of(ScoreKind.RESIDUAL, new Score(likelihood, impact));
    }

    static void refuses(ThrowingCallable what, String code, String operand, Object value) {
        var refusal = (Refusal) catchThrowable(what);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.operands()).containsEntry(operand, value);
    }
}
