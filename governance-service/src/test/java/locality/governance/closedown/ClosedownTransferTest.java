package locality.governance.closedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an organisation that closes hands over, and what somebody has to do by hand.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ClosedownTransferTest extends ACcgIsToClose {

    @Test
    @Tag("G59")
    void nothingIsLeftOnceAllIsTransferredAndTheTopBodyDissolved() {
        close();
        var before = kinds(closedown(BEFORE));

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("effectiveOn", equalTo(AFTER))
                .body("moved.kind", contains("SEAT", "POST", "DUTY", "TEAM"))
                .body("byHand.kind", contains("BODY", "DELEGATION"));
        secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.governingBody),
                "{\"effectiveOn\": \"%s\"}".formatted(AFTER));

        var after = closedown(AFTER);
        assertThat(kinds(after)).isEmpty();
        assertThat(after.getBoolean("complete")).isTrue();
        assertThat(kinds(closedown(BEFORE))).isEqualTo(before);
        secretary
                .get("/bodies/%s?on=%s".formatted(manchester.board, BEFORE))
                .body("memberships.find {it.seat == 'CCG'}.organisation", equalTo(ccg));
        secretary
                .get("/bodies/%s?on=%s".formatted(manchester.board, AFTER))
                .body("memberships.find {it.seat == 'CCG'}.organisation", equalTo(successor))
                .body(
                        "memberships.find {it.seat == 'CCG'}.personReference",
                        equalTo("post:%s-chair".formatted(ccg)));
        secretary
                .get("/posts/POST-%s?on=%s".formatted(ccg, BEFORE))
                .body("organisations", contains(ccg));
        secretary
                .get("/posts/POST-%s?on=%s".formatted(ccg, AFTER))
                .body("organisations", contains(successor))
                .body("holders.personReference", contains("post:%s-ao".formatted(ccg)));
        secretary
                .get("/duties?organisation=%s&on=%s".formatted(successor, AFTER))
                .body("items.follows", contains("DUTY-" + ccg));
        secretary
                .get("/teams/TEAM-%s?on=%s".formatted(ccg, AFTER))
                .body("organisation", equalTo(successor))
                .body("functions", contains("commissioning"));
        assertThat(kinds(closedown(successor, AFTER))).contains("SEAT", "POST", "DUTY", "TEAM");
    }

    @Test
    void aTrialMovesNothing() {
        close();

        secretary
                .post(
                        "/organisations/%s/closedown/transfer?dryRun=true".formatted(ccg),
                        to(successor))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("moved.kind", contains("SEAT", "POST", "DUTY", "TEAM"));

        assertThat(kinds(closedown(AFTER))).contains("SEAT", "POST", "DUTY", "TEAM");
    }

    @Test
    void someAreMovedByTheirReferences() {
        close();

        secretary
                .post(
                        "/organisations/%s/closedown/transfer".formatted(ccg),
                        """
                        {"to": "%s", "items": ["POST-%s"]}
                        """
                                .formatted(manchester.council, ccg))
                .statusCode(200)
                .body("moved.reference", contains("POST-" + ccg));

        assertThat(kinds(closedown(AFTER)))
                .containsExactly("BODY", "DELEGATION", "SEAT", "DUTY", "TEAM");
    }

    @Test
    void whatIsNotOpenOrIsDoneByHandIsNotTransferred() {
        close();
        var transfer = "/organisations/%s/closedown/transfer".formatted(ccg);
        var items =
                """
                {"to": "%s", "items": ["DUTY-%s", "%s"]}
                """;

        secretary
                .post(transfer, items.formatted(successor, ccg, "NOT-THERE"))
                .statusCode(422)
                .body("code", equalTo("NOT_OPEN"))
                .body("items", contains("NOT-THERE"));
        secretary
                .post(transfer, items.formatted(successor, ccg, manchester.governingBody))
                .statusCode(422)
                .body("code", equalTo("DONE_BY_HAND"))
                .body("items.reference", contains(manchester.governingBody))
                .body("detail", containsString("dissolved, not moved"));

        assertThat(kinds(closedown(AFTER))).contains("DUTY");
    }

    @Test
    void whatBeginsOnTheDayItselfIsLeftToHand() {
        close();
        secretary.does(
                "/duties",
                """
                {"reference": "LATE-%1$s", "text": "Wind up", "organisation": "%1$s",
                 "from": "2017-04-01"}
                """
                        .formatted(ccg));

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("moved.reference", not(hasItem("LATE-" + ccg)))
                .body(
                        "byHand.find {it.reference == 'LATE-%s'}.byHand".formatted(ccg),
                        containsString("2017-04-01"));
    }

    @Test
    void onlyWhoClosesHandsOverAndOnlyToOneThatIsThere() {
        var transfer = "/organisations/%s/closedown/transfer".formatted(ccg);
        secretary
                .post(transfer, to(successor))
                .statusCode(409)
                .body("code", equalTo("NOT_CLOSING"))
                .body("organisation", equalTo(ccg));
        close();

        secretary
                .post(transfer, to(ccg))
                .statusCode(422)
                .body("code", equalTo("TRANSFER_TO_ITSELF"));
        secretary
                .post(transfer, to("NOBODY"))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"));
        secretary
                .post(
                        transfer,
                        """
                        {"to": "%s", "effectiveOn": "2012-04-01"}
                        """
                                .formatted(successor))
                .statusCode(422)
                .body("code", equalTo("NOT_THERE_ON_THAT_DAY"))
                .body("on", equalTo("2012-04-01"));
        Caller.secretaryOf(Locality.ROCHDALE).post(transfer, to(successor)).statusCode(404);
    }

    @Test
    void whatIsInPlacesOfOthersIsCountedAndStaysTheirs() {
        close();
        var post =
                """
                {"reference": "%2$s-%1$s", "title": "A post", "organisations": ["%1$s"],
                 "locality": "%3$s", "from": "2013-04-01"}
                """;
        Caller.secretaryOf(Locality.ROCHDALE)
                .does("/posts", post.formatted(ccg, "ROC", "E08000005"));
        Caller.secretaryOf(Locality.GREATER_MANCHESTER)
                .does("/posts", post.formatted(ccg, "GM", "E47000001"));

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("moved.reference", not(hasItem("GM-" + ccg)))
                .body(
                        "byHand.find {it.reference == 'GM-%s'}.byHand".formatted(ccg),
                        containsString("Greater Manchester"));

        var left = closedown(AFTER);
        assertThat(left.getList("items.reference")).contains("GM-" + ccg);
        assertThat(left.getList("items.reference")).doesNotContain("ROC-" + ccg);
        assertThat(left.getInt("elsewhere")).isEqualTo(1);

        Caller.secretaryOf(Locality.MANCHESTER, Locality.ROCHDALE, Locality.GREATER_MANCHESTER)
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("moved.reference", contains("GM-" + ccg, "ROC-" + ccg));
        assertThat(closedown(AFTER).getInt("elsewhere")).isZero();
    }

    @Test
    void aDutyOfItsOwnBodyIsForSomebodyToName() {
        close();
        secretary.does(
                "/duties",
                """
                {"reference": "BODY-%s", "text": "Hold to account", "body": "%s",
                 "from": "2014-05-14"}
                """
                        .formatted(ccg, manchester.governingBody));

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body(
                        "byHand.find {it.reference == 'BODY-%s'}.byHand".formatted(ccg),
                        containsString("say which body"))
                .body(
                        "byHand.find {it.reference == 'BODY-%s'}.clearedBy.path".formatted(ccg),
                        equalTo("/api/governance/v1/duties/BODY-%s/end".formatted(ccg)));
    }

    @Test
    void aVacantSeatGoesOverVacant() {
        close();
        secretary.does(
                "/bodies/%s/memberships/CCG/end".formatted(manchester.board),
                "{\"effectiveOn\": \"2016-04-01\"}");

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("moved.kind", hasItem("SEAT"));

        secretary
                .get("/bodies/%s?on=%s".formatted(manchester.board, AFTER))
                .body("memberships.find {it.seat == 'CCG'}.organisation", equalTo(successor))
                .body("memberships.find {it.seat == 'CCG'}.personReference", equalTo(null));
        assertThat(kinds(closedown(AFTER))).doesNotContain("SEAT");
    }

    private static String to(String code) {
        return """
        {"to": "%s"}
        """
                .formatted(code);
    }
}
