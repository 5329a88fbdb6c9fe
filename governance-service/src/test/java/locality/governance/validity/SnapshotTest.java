package locality.governance.validity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import locality.governance.authority.AuthorityCode;
import locality.governance.authority.Barrier;
import locality.governance.authority.Finding;
import locality.governance.authority.Standing;
import locality.platform.money.Pence;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A decision is judged from its snapshot alone: whatever was frozen, in whatever shape it had
/// then, gives the same codes for ever.
class SnapshotTest {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    /// These were frozen in November 2026, before there were routes, key decisions or officers'.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "binds",
                "carried-against-the-votes",
                "casting-vote",
                "conflicted-vote",
                "deferred",
                "inquorate-after-conflict",
                "inquorate-and-short-notice",
                "no-terms-and-dissolved",
                "reserved-and-outside-its-terms",
                "shadow-recommends"
            })
    void whatWasFrozenGivesTheSameVerdictAsOnItsDay(String name) throws IOException {
        var frozen = read(name);

        var verdict = Verdict.of(JSON.treeToValue(frozen.get("evidence"), Evidence.class));

        assertThat(verdict.type().name()).isEqualTo(frozen.get("type").asText());
        assertThat(verdict.outcome().name()).isEqualTo(frozen.get("outcome").asText());
        assertThat(verdict.codes())
                .extracting(Enum::name)
                .containsExactlyElementsOf(
                        frozen.get("codes").valueStream().map(JsonNode::asText).toList());
        assertThat(verdict.inWords()).isEqualTo(frozen.get("words").asText());
    }

    /// Nothing outside the snapshot is looked at: bodies may be renamed, merged and dissolved,
    /// terms and delegations replaced, ten times over.
    @Property(tries = 200)
    void aVerdictReadBackHoweverOftenIsTheOneThatWasGiven(@ForAll("evidence") Evidence frozen)
            throws IOException {
        var given = Verdict.of(frozen);

        var kept = frozen;
        for (int reorganisation = 0; reorganisation < 10; reorganisation++) {
            kept = JSON.readValue(JSON.writeValueAsString(kept), Evidence.class);
        }

        assertThat(kept).isEqualTo(frozen);
        assertThat(Verdict.of(kept)).isEqualTo(given);
    }

    /// What a later version of this service adds, an earlier snapshot lacks; its absence adds no
    /// code.
    @Property(tries = 100)
    void whatASnapshotLacksAddsNoCode(@ForAll("evidence") Evidence frozen) throws IOException {
        var json = (ObjectNode) JSON.valueToTree(frozen);
        json.remove(List.of("mode", "route", "keyNotice"));

        var codes = Verdict.of(JSON.treeToValue(json, Evidence.class)).codes();

        assertThat(codes)
                .doesNotContain(ValidityCode.ROUTE_STEP_MISSING, ValidityCode.KEY_NOTICE_SHORT);
        if (frozen.isOfAMeeting()) {
            assertThat(Verdict.of(frozen).codes()).containsAll(codes);
        }
    }

    /// As it was before the rule was kept with it: days of the calendar after the day held.
    @Property(tries = 50)
    void withoutTheRuleOfItsDaysTheWindowForCallInIsWhatItWas(@ForAll("evidence") Evidence frozen)
            throws IOException {
        var json = (ObjectNode) JSON.valueToTree(frozen);
        ((ObjectNode) json.get("terms")).put("callInClearDays", 5);
        json.put("mode", "MEETING").remove("callIn");

        var read = JSON.treeToValue(json, Evidence.class);

        assertThat(read.callInUntil(DecisionType.APPROVE)).isEqualTo(frozen.heldOn().plusDays(5));
    }

    @Provide
    Arbitrary<Evidence> evidence() throws IOException {
        var binds = JSON.treeToValue(read("binds").get("evidence"), Evidence.class);
        var conflicted = JSON.treeToValue(read("conflicted-vote").get("evidence"), Evidence.class);
        return Combinators.combine(
                        Arbitraries.of(binds, conflicted),
                        Arbitraries.of(DecisionType.class),
                        Arbitraries.of(Standing.class),
                        Arbitraries.of(Mode.class),
                        Arbitraries.of(AuthorityCode.class).list().ofMaxSize(3),
                        Arbitraries.of(true, false).list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 40).injectNull(0.3))
                .as(SnapshotTest::evidence);
    }

    private static Evidence evidence(
            Evidence like,
            DecisionType type,
            Standing standing,
            Mode mode,
            List<AuthorityCode> barriers,
            List<Boolean> stepsDone,
            Integer daysOnThePlan) {
        return new Evidence(
                type,
                like.heldOn(),
                like.noticedOn(),
                standing,
                like.terms(),
                like.seats(),
                like.attendance(),
                like.interests(),
                like.votedAt(),
                like.votes(),
                null,
                null,
                new Finding(
                        mode == Mode.MEETING ? UUID.randomUUID() : null,
                        java.util.Set.of(),
                        false,
                        Pence.of(100),
                        List.of(),
                        barriers.stream().map(code -> new Barrier(code, "DEL-1")).toList()),
                mode,
                route(stepsDone),
                daysOnThePlan == null ? null : notice(like.heldOn(), daysOnThePlan),
                null,
                null);
    }

    private static RouteProgress route(List<Boolean> stepsDone) {
        return new RouteProgress(
                "ROUTE",
                stepsDone.stream()
                        .map(
                                done ->
                                        new RouteProgress.Step(
                                                1,
                                                "A body",
                                                DecisionType.RECOMMEND,
                                                true,
                                                done,
                                                null,
                                                null,
                                                null))
                        .toList());
    }

    private static KeyNotice notice(LocalDate heldOn, int days) {
        return KeyNotice.judged(
                true, new KeyNotice.Given(heldOn.minusDays(days), null, null), heldOn);
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        SnapshotTest.class.getResourceAsStream("/evidence/" + name + ".json"))) {
            return JSON.readTree(file);
        }
    }
}
