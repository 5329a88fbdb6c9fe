package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who may decide, with the knowledge of an earlier moment and with what was approved before.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AuthorityAsKnownTest extends TheBoardDecides {

    @Test
    @Tag("G13")
    void whatIsRevokedWithEffectFromThePastWasInForceAsItWasKnownBefore() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        var decision = taken(meeting, ready(meeting, 600, "a"));
        var before = reached();

        manchester.secretary.does(
                "/delegations/%s/revoke".formatted(delegation()),
                "{\"effectiveOn\": \"2014-05-01\", \"reason\": \"Revoked\"}");

        who("").body(code(), equalTo("DELEGATION_EXPIRED"));
        who("&knownAt=" + before)
                .body("holders.reference", hasItem(manchester.board))
                .body("knownAt", equalTo(before.toString()))
                .body("explanation", startsWith("As it was known on "));
        reached();
        who("&knownAt=" + FAR_AHEAD)
                .body(code(), equalTo("DELEGATION_EXPIRED"))
                .body("explanation", containsString("up to which the record reaches"));
        assertThat(decisionNow(decision).get("evidence")).isEqualTo(decision.get("evidence"));
        assertThat(decisionNow(decision).get("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    @Tag("G13")
    void anEndThatIsBroughtForwardWasTheLaterOneAsItWasKnownBefore() {
        boardWithin(1_000, "PER_DECISION");
        var delegation = delegation();
        revoked(delegation, "2014-06-01");
        var before = reached();

        revoked(delegation, "2014-05-01");

        who("").body(code(), equalTo("DELEGATION_EXPIRED"));
        who("&knownAt=" + before).body("holders.reference", hasItem(manchester.board));
        on("2014-06-01", "&knownAt=" + before).body(code(), equalTo("DELEGATION_EXPIRED"));
        who("&knownAt=" + reached()).body(code(), equalTo("DELEGATION_EXPIRED"));
    }

    @Test
    void whatIsRenamedLaterWasCalledByItsFormerNameOnADayBefore() {
        var matter = "matter-called-" + manchester.board.toLowerCase(java.util.Locale.ROOT);
        manchester.secretary.does(
                "/functions", "{\"code\": \"%s\", \"name\": \"Once so\"}".formatted(matter));
        manchester.grant(manchester.governingBody, manchester.board, matter);
        var before = reached();
        manchester.secretary.does(
                "/functions/%s/describe".formatted(matter), "{\"name\": \"Now thus\"}");
        manchester.secretary.does(
                "/organisations/%s/names".formatted(manchester.ccg),
                "{\"name\": \"The new name\", \"from\": \"2014-06-01\"}");

        about(matter, reached())
                .body("explanation", containsString("Once so"))
                .body("explanation", containsString("Organisation " + manchester.ccg));
        on("2014-06-01", "").body("explanation", containsString("The new name"));
        on("2014-06-01", "&knownAt=" + before)
                .body("explanation", containsString("Organisation " + manchester.ccg));
        manchester
                .secretary
                .get(
                        question(100)
                                .replace("commissioning", matter)
                                .replace("2014-05-14", "2999-01-01"))
                .body("explanation", containsString("Now thus"));
    }

    @Test
    void whatIsApprovedLaterChangesNothingOfAnEarlierDay() {
        var meeting = boardWithin(1_000, "ANNUAL");
        var subject = "&subjectType=service&subject=" + manchester.board + "a";
        taken(meeting, ready(meeting, 600, "a"));
        var known = "&knownAt=" + reached();

        on("2014-05-13", subject).body("earlier", empty()).body(cap(), equalTo(1_000));
        on("2014-05-13", subject + known).body("earlier", empty()).body(cap(), equalTo(1_000));
        on("2014-05-14", subject).body("earlier.valuePence", contains(600));
        on("2014-05-14", "").body(cap(), equalTo(400));
    }

    @Test
    void anInstantBeyondTheRecordIsCutToItsEnd() {
        boardWithin(1_000, "PER_DECISION");
        var began = Instant.now();

        var end = Instant.parse(who("&knownAt=" + FAR_AHEAD).extract().path("knownAt"));

        assertThat(end).isAfter(began.minus(Duration.ofMinutes(5))).isBefore(Instant.now());
        who("").body("knownAt", nullValue());
    }

    @Test
    void whatWasGrantedLaterWasNotKnown() {
        var before = reached();
        boardWithin(1_000, "PER_DECISION");

        who("").body("holders.reference", hasItem(manchester.board));
        who("&knownAt=" + before).body(code(), equalTo("NO_CHAIN"));
    }

    @Test
    void whatALaterDecisionUsedOfAnAnnualLimitWasNotKnown() {
        var meeting = boardWithin(1_000, "ANNUAL");
        var before = reached();

        taken(meeting, ready(meeting, 600, "a"));

        who("").body(cap(), equalTo(400));
        who("&knownAt=" + before).body(cap(), equalTo(1_000));
        who("&knownAt=" + reached()).body(cap(), equalTo(400));
    }

    @Test
    void whatWasApprovedOfTheSubjectBeforeCountsAndIsShown() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        var before = reached();
        var decision = taken(meeting, ready(meeting, 600, "a"));
        var subject = "&subjectType=service&subject=" + manchester.board + "a";

        who(subject)
                .body("earlier.reference", contains(decision.get("reference")))
                .body("earlier.valuePence", contains(600))
                .body("money.askedPence", contains(100))
                .body("money.approvedBeforePence", contains(600))
                .body("money.testedPence", contains(700))
                .body(cap(), equalTo(400));
        who(subject.replace(manchester.board + "a", manchester.board + "b"))
                .body("earlier", empty())
                .body(cap(), equalTo(1_000));
        manchester
                .secretary
                .get(question(401) + subject)
                .body(code(), equalTo("LIMIT_EXCEEDED"))
                .body(refused() + ".reasons[0].limitPence", equalTo(1_000))
                .body(refused() + ".reasons[0].valuePence", equalTo(1_001));
        who(subject + "&knownAt=" + before).body("earlier", empty());
        who(subject + "&knownAt=" + reached()).body("earlier.valuePence", contains(600));
    }

    @Test
    void whatTheTopBodyApprovedOfTheSubjectCountsAgainstAnAnnualLimitBelowIt() {
        boardWithin(1_000, "ANNUAL");
        var governors = manchester.meets(manchester.governingBody);
        taken(governors, ready(governors, 600, "a"));

        manchester
                .secretary
                .get(question(401) + "&subjectType=service&subject=" + manchester.board + "a")
                .body(code(), equalTo("LIMIT_EXCEEDED"));
        manchester
                .secretary
                .get(question(401) + "&subjectType=service&subject=" + manchester.board + "b")
                .body("holders.reference", hasItem(manchester.board));
    }

    @Test
    void termsAndStepsOfABodyThatWereRecordedLaterWereNotKnown() {
        boardWithin(1_000, "PER_DECISION");
        var before = reached();
        manchester.secretary.does(
                "/bodies/%s/terms-of-reference".formatted(manchester.board),
                """
                {"effectiveOn": "2014-04-01", "remitFunctions": ["pooled-budget"],
                 "quorum": {"number": 3}, "votingRule": "SIMPLE_MAJORITY",
                 "substitutesAllowed": true, "noticeClearDays": 5}
                """);
        var restricted = reached();
        manchester.secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.board),
                "{\"effectiveOn\": \"2014-05-01\"}");

        who("").body(code(), equalTo("DISSOLVED"));
        who("&knownAt=" + restricted).body(code(), equalTo("OUTSIDE_TOR"));
        who("&knownAt=" + before).body("holders.reference", hasItem(manchester.board));
    }

    @Test
    @Tag("G16")
    void whatWasReservedLaterWasNotKnownToBe() {
        var matter = "matter-known-" + manchester.board.toLowerCase(java.util.Locale.ROOT);
        manchester.secretary.does(
                "/functions", "{\"code\": \"%s\", \"name\": \"A matter\"}".formatted(matter));
        manchester.grant(manchester.governingBody, manchester.board, matter);
        var open = reached();
        manchester.secretary.does(
                "/functions/%s/places".formatted(matter),
                "{\"place\": \"E08000003\", \"reserved\": true, \"effectiveOn\": \"2014-05-01\"}");
        var reserved = reached();
        manchester.secretary.does(
                "/functions/%s/places/E08000003/end".formatted(matter),
                "{\"effectiveOn\": \"2014-05-10\"}");

        about(matter, open).body("holders.reference", hasItem(manchester.board));
        about(matter, reserved).body(code(), equalTo("RESERVED"));
        about(matter, reached()).body(code(), equalTo("DELEGATION_EXPIRED"));
    }

    @Test
    void anotherPlaceIsNotShownByItsSubject() {
        boardWithin(1_000, "PER_DECISION");

        who("&subjectType=service&subject=unheard-of")
                .body("earlier", empty())
                .body("explanation", not(containsString("Of the same subject")));
    }

    private ValidatableResponse about(String matter, Instant knownAt) {
        return manchester
                .secretary
                .get(question(100).replace("commissioning", matter) + "&knownAt=" + knownAt)
                .statusCode(200);
    }

    private void revoked(String delegation, String from) {
        manchester.secretary.does(
                "/delegations/%s/revoke".formatted(delegation),
                "{\"effectiveOn\": \"%s\", \"reason\": \"Revoked\"}".formatted(from));
    }

    private ValidatableResponse on(String day, String more) {
        return manchester
                .secretary
                .get(question(100).replace("2014-05-14", day) + more)
                .statusCode(200);
    }

    private ValidatableResponse who(String more) {
        return manchester.secretary.get(question(100) + more).statusCode(200);
    }

    private String question(long pence) {
        return "/authority?function=commissioning&place=E08000003&valuePence=%d&on=2014-05-14&owner=%s"
                .formatted(pence, manchester.ccg);
    }

    private String refused() {
        return "refused.find { it.reference == '%s' }".formatted(manchester.board);
    }

    private String code() {
        return refused() + ".code";
    }

    private String cap() {
        return "holders.find { it.reference == '%s' }.capPence".formatted(manchester.board);
    }

    private String delegation() {
        return manchester
                .secretary
                .get("/delegations?function=commissioning&on=2014-05-14&to=" + manchester.board)
                .extract()
                .path("items[0].reference");
    }

    private Map<String, Object> decisionNow(Map<String, Object> decision) {
        return manchester
                .secretary
                .get("/decisions/" + decision.get("id"))
                .extract()
                .jsonPath()
                .getMap("$");
    }
}
