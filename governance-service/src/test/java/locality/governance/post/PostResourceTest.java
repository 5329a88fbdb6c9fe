package locality.governance.post;

import static locality.governance.post.TamesidePosts.hold;
import static locality.governance.post.TamesidePosts.holder;
import static locality.governance.post.TamesidePosts.json;
import static locality.governance.post.TamesidePosts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PostResourceTest {

    private final Caller secretary = Caller.secretaryOf(Locality.TAMESIDE);

    @Inject DataSource database;

    @BeforeEach
    void theyHaveACouncilAndACcgWithItsBody() {
        TamesidePosts.haveACouncilAndACcgWithItsBody();
    }

    @Test
    @Tag("G8")
    void whoHoldsAJointPostIsKnownOnADate() {
        post("TP-JAO", "\"TPCOUNC\", \"TPCCG\"");
        hold("TP-JAO", "tp:first", "2013-04-01");
        secretary.does("/posts/TP-JAO/holders/end", "{\"effectiveOn\": \"2016-04-01\"}");
        hold("TP-JAO", "tp:second", "2016-10-01");

        secretary
                .get("/posts/TP-JAO?on=2016-03-31")
                .body("organisations", contains("TPCCG", "TPCOUNC"))
                .body("joint", equalTo(true))
                .body("state", equalTo("FILLED"))
                .body("holders.personReference", contains("tp:first"));
        secretary
                .get("/posts/TP-JAO?on=2016-04-01")
                .body("vacant", equalTo(true))
                .body("holders", empty());
        secretary
                .get("/posts/TP-JAO?on=2016-10-01")
                .body("holders.personReference", contains("tp:second"))
                .body("history", hasSize(2));
        secretary.get("/posts/TP-JAO?on=2013-03-31").body("state", nullValue());
    }

    @Test
    @Tag("G8")
    void aChiefOperatingOfficerReportsToTwo() {
        post("TP-CEO", "\"TPCOUNC\"");
        post("TP-COO", "\"TPCCG\"");
        secretary.does(
                "/posts/TP-COO/reports-to",
                "{\"to\": [\"TP-GB\"], \"effectiveOn\": \"2013-04-01\"}");

        secretary.does(
                "/posts/TP-COO/reports-to",
                "{\"to\": [\"TP-CEO\", \"TP-GB\"], \"effectiveOn\": \"2017-04-01\"}");

        secretary
                .get("/posts/TP-COO?on=2017-03-31")
                .body("reportsTo.reference", contains("TP-GB"))
                .body("reportsTo.kind", contains("BODY"));
        secretary
                .get("/posts/TP-COO?on=2017-04-01")
                .body("reportsTo.reference", contains("TP-CEO", "TP-GB"));
        secretary
                .post(
                        "/posts/TP-CEO/reports-to",
                        "{\"to\": [\"TP-COO\"], \"effectiveOn\": \"2018-04-01\"}")
                .statusCode(422)
                .body("code", equalTo("REPORTS_IN_A_CIRCLE"))
                .body("to", equalTo("TP-COO"));
        secretary.post("/posts/TP-CEO/reports-to", "{\"to\": [\"TP-NOBODY\"]}").statusCode(404);
    }

    @Test
    @Tag("G8")
    void whatElseAHolderHoldsIsShown() {
        post("TP-DUAL-1", "\"TPCCG\"");
        post("TP-DUAL-2", "\"TPCOUNC\"");
        hold("TP-DUAL-1", "tp:dual", "2014-04-01");
        hold("TP-DUAL-2", "tp:dual", "2015-04-01");
        secretary.does(
                "/bodies/TP-GB/memberships",
                """
                {"seat": "DUAL", "post": "Member", "personReference": "tp:dual",
                 "from": "2015-04-01"}
                """);

        secretary.get("/posts/TP-DUAL-1?on=2015-03-31").body("holders[0].alsoHolds", empty());
        secretary
                .get("/posts/TP-DUAL-1?on=2015-04-01")
                .body("holders[0].alsoHolds.reference", contains("TP-DUAL-2", "TP-GB/DUAL"))
                .body("holders[0].alsoHolds.kind", contains("POST", "SEAT"));
    }

    @Test
    void whatWasKnownAtAMomentStaysTheAnswer() {
        post("TP-KNOWN", "\"TPCCG\"");
        hold("TP-KNOWN", "tp:known", "2014-04-01");
        var moment =
                secretary
                        .get("/posts/TP-KNOWN?on=2016-01-01&knownAt=2100-01-01T00:00:00Z")
                        .extract()
                        .<String>path("knownAt");
        assertThat(Instant.parse(moment)).isBefore(Instant.parse("2100-01-01T00:00:00Z"));
        var asked = "/posts/TP-KNOWN?on=2016-01-01&knownAt=" + moment;
        var before = secretary.get(asked).extract().jsonPath().getList("holders");

        secretary.does("/posts/TP-KNOWN/holders/end", "{\"effectiveOn\": \"2015-04-01\"}");
        secretary.does("/posts/TP-KNOWN/abolish", "{\"effectiveOn\": \"2016-01-01\"}");

        var after = secretary.get(asked).body("state", equalTo("FILLED"));
        assertThat(after.extract().jsonPath().getList("holders")).isEqualTo(before).hasSize(1);
        secretary.get("/posts/TP-KNOWN?on=2016-01-01").body("state", equalTo("ABOLISHED"));
        secretary.get("/posts/TP-KNOWN?knownAt=2010-01-01T00:00:00Z").statusCode(404);
        secretary.get("/posts/TP-KNOWN?knownAt=yesterday").statusCode(400);
    }

    @Test
    @Tag("G8")
    void vacantPostsAreFound() {
        post("TP-VAC-1", "\"TPCCG\"");
        post("TP-VAC-2", "\"TPCCG\"");
        hold("TP-VAC-2", "tp:vac", "2014-04-01");
        var asked = "/posts?organisation=TPCCG&on=2014-04-01&after=TP-VAC&limit=2&vacant=";

        secretary.get(asked + true).body("items.reference", hasItem("TP-VAC-1"));
        secretary.get(asked + false).body("items.reference", contains("TP-VAC-2"));
        secretary
                .get("/posts?organisation=TPCCG&on=2014-03-31&after=TP-VAC&vacant=true")
                .body("items.reference", containsInAnyOrder("TP-VAC-1", "TP-VAC-2"));
    }

    @Test
    void whatAPostMayNotBeIsRefusedForItsReason() {
        post("TP-NO", "\"TPCCG\"");
        hold("TP-NO", "tp:no", "2014-04-01");

        secretary
                .post("/posts/TP-NO/holders", holder("tp:other", "2015-04-01"))
                .statusCode(409)
                .body("code", equalTo("POST_TAKEN"))
                .body("from", equalTo("2014-04-01"));
        secretary
                .post("/posts/TP-NO/holders", holder("tp:other", "2012-04-01"))
                .statusCode(422)
                .body("code", equalTo("OUTSIDE_THE_POST"))
                .body("postFrom", equalTo("2013-04-01"));
        secretary
                .post(
                        "/posts/TP-NO/holders",
                        holder("tp:no", "2014-04-01"),
                        Map.of("If-Match", "\"0\""))
                .statusCode(412);
        secretary
                .post("/posts", json("TP-NO", "\"TPCCG\""))
                .statusCode(409)
                .body("code", equalTo("POST_REFERENCE_TAKEN"));
        secretary
                .post("/posts", json("TP-NO-2", "\"NOWHERE\""))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"));
        Caller.secretaryOf(Locality.ROCHDALE).get("/posts/TP-NO").statusCode(404);
    }

    @Test
    void ofTwoWhoAreAppointedAtOnceOneIs() throws Exception {
        post("TP-ONCE", "\"TPCCG\"");
        Callable<Integer> first =
                () ->
                        secretary
                                .post("/posts/TP-ONCE/holders", holder("tp:one", "2014-04-01"))
                                .extract()
                                .statusCode();
        Callable<Integer> second =
                () ->
                        secretary
                                .post("/posts/TP-ONCE/holders", holder("tp:two", "2014-04-01"))
                                .extract()
                                .statusCode();

        assertThat(AtOnce.call(2, List.of(first, second))).containsExactlyInAnyOrder(200, 409);

        secretary.get("/posts/TP-ONCE?on=2014-04-01").body("holders", hasSize(1));
    }

    @Test
    @Tag("G8")
    void ofTwoPostsThatWouldReportToEachOtherAtOnceOneDoes() throws Exception {
        post("TP-ROUND-1", "\"TPCCG\"");
        post("TP-ROUND-2", "\"TPCCG\"");

        var statuses =
                AtOnce.call(
                        2,
                        List.of(
                                () -> reports("TP-ROUND-1", "TP-ROUND-2"),
                                () -> reports("TP-ROUND-2", "TP-ROUND-1")));

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    }

    private int reports(String post, String to) {
        return secretary
                .post(
                        "/posts/%s/reports-to".formatted(post),
                        "{\"to\": [\"%s\"], \"effectiveOn\": \"2014-04-01\"}".formatted(to))
                .extract()
                .statusCode();
    }

    @Test
    void whatBecomesOfAPostIsToldWithoutItsHolder() {
        post("TP-TOLD", "\"TPCCG\"");
        hold("TP-TOLD", "tp:told", "2014-04-01");
        secretary.does("/posts/TP-TOLD/abolish", "{\"effectiveOn\": \"2015-04-01\"}");
        var id = secretary.get("/posts/TP-TOLD").extract().<String>path("id");

        var told = Told.of(database, id);

        assertThat(told)
                .extracting(one -> one.data().getString("state"))
                .containsExactly("VACANT", "FILLED", "ABOLISHED");
        assertThat(told).noneMatch(one -> one.data().prettify().contains("tp:told"));
    }
}
