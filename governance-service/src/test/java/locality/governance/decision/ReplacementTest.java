package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Basis;
import locality.governance.authority.Finding;
import locality.governance.authority.Owner;
import locality.governance.authority.Standing;
import locality.governance.meeting.AMeeting;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Evidence;
import locality.governance.validity.Mode;
import locality.governance.validity.ValidityCode;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a decision must be to end another or to make it good.
class ReplacementTest {

    private static final UUID BOARD = UUID.randomUUID();

    @Test
    void officersEndOnlyWhatOfficersOfTheirOrganisationDecided() {
        var bodys = approval(100, "one");
        var officers = byOfficersOf("E08000003", approval(100, "one"));
        var same = byOfficersOf("E08000003", approval(100, "one"));
        var others = byOfficersOf("00W", approval(100, "one"));

        for (var decision : List.of(bodys, others)) {
            assertThatThrownBy(() -> new Replacement(decision, officers).requireNotOverTheBody())
                    .isInstanceOfSatisfying(
                            ReplacementRefusal.ByAnotherBody.class,
                            refused ->
                                    assertThat(refused.operands())
                                            .containsEntry("body", decision.bodyName)
                                            .containsEntry("byBody", "Officers of E08000003"));
        }
        assertThatCode(() -> new Replacement(same, officers).requireNotOverTheBody())
                .doesNotThrowAnyException();
        assertThatCode(() -> new Replacement(officers, bodys).requireNotOverTheBody())
                .doesNotThrowAnyException();
    }

    @Test
    void whatRescindsADecisionNamesItAndWhatSupersedesItMayHaveItsSubject() {
        var decision = approval(100, "one");
        var naming = approval(1, "one");
        naming.matter = matter(DecisionType.APPROVE, 1, Decision.SUBJECT, decision.reference);
        naming.aboutDecision = decision.id;
        var elsewhere = approval(1, "one");
        elsewhere.matter = inRochdale(naming.matter);
        elsewhere.aboutDecision = decision.id;

        refuses(decision, approval(1, "one"), DecisionState.RESCINDED, "service one");
        refuses(decision, approval(1, "two"), DecisionState.SUPERSEDED, "service two");
        refuses(decision, elsewhere, DecisionState.RESCINDED, "decision " + decision.reference);
        refuses(decision, elsewhere, DecisionState.SUPERSEDED, "decision " + decision.reference);
        for (var next : List.of(DecisionState.RESCINDED, DecisionState.SUPERSEDED)) {
            assertThatCode(() -> new Replacement(decision, naming).requireAboutIt(next))
                    .doesNotThrowAnyException();
        }
        assertThatCode(
                        () ->
                                new Replacement(decision, approval(1, "one"))
                                        .requireAboutIt(DecisionState.SUPERSEDED))
                .doesNotThrowAnyException();
    }

    private static void refuses(Decision decision, Decision by, DecisionState next, String about) {
        assertThatThrownBy(() -> new Replacement(decision, by).requireAboutIt(next))
                .isInstanceOfSatisfying(
                        ReplacementRefusal.ByIsAboutAnother.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("to", next)
                                        .containsEntry("subject", "service one")
                                        .containsEntry("bySubject", about));
    }

    @Test
    void onlyAnApprovalTakesThePlaceOfADecisionThoughARatificationMayRescindIt() {
        var decision = approval(100, "one");
        var replacement = new Replacement(decision, ratifying(decision));

        assertThatCode(() -> replacement.requireAboutIt(DecisionState.RESCINDED))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> replacement.requireAboutIt(DecisionState.SUPERSEDED))
                .isInstanceOfSatisfying(
                        ReplacementRefusal.RatifySupersedes.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("decision", decision.reference));
    }

    @ParameterizedTest
    @EnumSource(ValidityCode.class)
    void noAuthorityMakesUpForAStepOfTheRouteOrForNotice(ValidityCode code) {
        var decision = invalid(approval(100, "one"), "LIMIT_EXCEEDED", code.name());
        var replacement = new Replacement(decision, ratifying(decision));

        if (code == ValidityCode.ROUTE_STEP_MISSING || code == ValidityCode.KEY_NOTICE_SHORT) {
            assertThatThrownBy(replacement::requireRatifying)
                    .isInstanceOfSatisfying(
                            ReplacementRefusal.NotCuredByRatification.class,
                            refused ->
                                    assertThat(refused.operands())
                                            .containsEntry("notCured", List.of(code)));
        } else {
            assertThatCode(replacement::requireRatifying).doesNotThrowAnyException();
        }
    }

    @Test
    void nothingIsRatifiedBeforeItWasDecided() {
        var decision = invalid(approval(100, "one"), "LIMIT_EXCEEDED");
        var by = ratifying(decision);
        by.evidence = evidence(AMeeting.DAY.minusDays(1), null);

        assertThatThrownBy(() -> new Replacement(decision, by).requireRatifying())
                .isInstanceOfSatisfying(
                        ReplacementRefusal.RatifiedBeforehand.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("decidedOn", AMeeting.DAY)
                                        .containsEntry("byDecidedOn", AMeeting.DAY.minusDays(1)));
    }

    @Test
    void isRatifiedOnItsBasisForEveryOwnersPart() {
        var decision = invalid(approval(100, "one"), "LIMIT_EXCEEDED");
        decision.matter = owned(decision.matter, Basis.ALIGNED, 70, 30);
        var by = ratifying(decision);
        assertThatCode(() -> new Replacement(decision, by).requireRatifying())
                .doesNotThrowAnyException();

        by.matter = owned(by.matter, Basis.ALIGNED, 99, 1);
        refusesAsLess(decision, by, "share of B");
        by.matter = owned(by.matter, Basis.POOLED, 99, 1);
        refusesAsLess(decision, by, "basis");
    }

    private static void refusesAsLess(Decision decision, Decision by, String what) {
        assertThatThrownBy(() -> new Replacement(decision, by).requireRatifying())
                .isInstanceOfSatisfying(
                        ReplacementRefusal.RatifiesLess.class,
                        refused -> assertThat(refused.operands()).containsEntry("what", what));
    }

    @Test
    void whatWasApprovedBetweenCountsAgainstTheLimitThatWasProven() {
        var decision = invalid(approval(600, "one"), "LIMIT_EXCEEDED");
        var by = ratifying(decision);
        by.evidence = evidence(AMeeting.DAY, Pence.of(1_000));
        var replacement = new Replacement(decision, by);

        assertThatCode(() -> replacement.requireWithinWhatWasProven(List.of(approval(400, "one"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> replacement.requireWithinWhatWasProven(List.of(approval(401, "one"))))
                .isInstanceOfSatisfying(
                        ReplacementRefusal.RatifiesBeyondALimit.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("owner", "00W")
                                        .containsEntry("delegation", "DEL-1")
                                        .containsEntry("limitPence", Pence.of(1_000))
                                        .containsEntry("approvedBeforePence", Pence.of(401))
                                        .containsEntry("valuePence", Pence.of(600)));
    }

    private static Decision ratifying(Decision decision) {
        var by = approval(decision.matter.valueOrNothing().value(), "one");
        by.matter =
                new Matter(
                        DecisionType.RATIFY,
                        Locality.MANCHESTER,
                        "commissioning",
                        decision.matter.value(),
                        Basis.ALIGNED,
                        decision.matter.owners(),
                        Decision.SUBJECT,
                        decision.id.toString(),
                        null,
                        null);
        by.aboutDecision = decision.id;
        by.takenAs = DecisionType.RATIFY;
        return by;
    }

    private static Decision invalid(Decision decision, String... codes) {
        decision.state = DecisionState.INVALID;
        decision.validityCodes = List.of(codes);
        return decision;
    }

    private static Decision byOfficersOf(String organisation, Decision decision) {
        decision.mode = Mode.OFFICER;
        decision.bodyName = "Officers of " + organisation;
        decision.officerRecord =
                new OfficerRecord("DEL-1", organisation, "Director", "Why", null, null, null);
        return decision;
    }

    /// In effect, of the board.
    private static Decision approval(long pence, String subject) {
        var decision =
                Decision.proposed(
                        UUID.randomUUID(),
                        "A scheme",
                        matter(DecisionType.APPROVE, pence, "service", subject),
                        Provenance.illustrative());
        decision.table(AMeeting.open(), 1, BOARD, "Board");
        decision.state = DecisionState.IN_EFFECT;
        decision.takenAs = DecisionType.APPROVE;
        decision.effectiveOn = AMeeting.DAY;
        decision.evidence = evidence(AMeeting.DAY, null);
        return decision;
    }

    private static Matter matter(
            DecisionType type, long pence, String subjectType, String subject) {
        return new Matter(
                type,
                Locality.MANCHESTER,
                "commissioning",
                Pence.of(pence),
                Basis.ALIGNED,
                List.of(new Owner("00W", null)),
                subjectType,
                subject,
                null,
                null);
    }

    private static Matter inRochdale(Matter matter) {
        return new Matter(
                matter.type(),
                Locality.ROCHDALE,
                matter.function(),
                matter.value(),
                matter.basis(),
                matter.owners(),
                matter.subjectType(),
                matter.subjectId(),
                null,
                null);
    }

    /// The same matter, of two owners.
    private static Matter owned(Matter matter, Basis basis, long first, long second) {
        return new Matter(
                matter.type(),
                matter.place(),
                matter.function(),
                matter.value(),
                basis,
                List.of(new Owner("00W", Pence.of(first)), new Owner("B", Pence.of(second))),
                matter.subjectType(),
                matter.subjectId(),
                null,
                null);
    }

    private static Evidence evidence(
            LocalDate heldOn, @org.jspecify.annotations.Nullable Pence limit) {
        return new Evidence(
                DecisionType.APPROVE,
                heldOn,
                null,
                Standing.ESTABLISHED,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                new Finding(
                        BOARD,
                        Set.of("00W"),
                        true,
                        limit,
                        List.of(
                                new Finding.Link(
                                        "00W",
                                        BOARD,
                                        "Board",
                                        UUID.randomUUID(),
                                        "DEL-1",
                                        limit,
                                        AMeeting.DAY,
                                        null)),
                        List.of()),
                null,
                null,
                null,
                null,
                null);
    }
}
