package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What one body is to another, and from when until when.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BodyRelationsTest {

    private final BodiesOf oldham = new BodiesOf(Locality.OLDHAM, "2021-01-01");
    private final BodiesOf tameside = new BodiesOf(Locality.TAMESIDE, "2013-01-01");
    private final Caller secretary = Caller.secretaryOf(Locality.OLDHAM, Locality.TAMESIDE);

    @Test
    void aCircleIsOneOnlyWhereItsWholeWayHoldsOnADay() {
        oldham.propose("OLD-P", "P");
        oldham.propose("OLD-Q", "Q");
        oldham.propose("OLD-R", "R");
        secretary.does("/bodies/OLD-Q/relations", toward("OLD-P", "2022-01-01", "\"2022-12-31\""));
        secretary.does("/bodies/OLD-P/relations", toward("OLD-R", "2023-01-01", null));

        secretary
                .post("/bodies/OLD-P/relations", toward("OLD-Q", "2021-02-01", null))
                .statusCode(422)
                .body("code", equalTo("ACCOUNTABLE_IN_A_CIRCLE"));
        secretary
                .post("/bodies/OLD-P/relations", toward("OLD-Q", "2021-02-01", "\"2021-12-31\""))
                .statusCode(200);
        secretary
                .post("/bodies/OLD-R/relations", toward("OLD-Q", "2021-02-01", null))
                .statusCode(200);
    }

    @Test
    void nobodyIsAccountableToItselfHoweverLongTheWayRound() {
        oldham.propose("OLD-A", "A");
        oldham.propose("OLD-B", "B");
        oldham.propose("OLD-C", "C");
        accountable("OLD-A", "OLD-B");
        accountable("OLD-B", "OLD-C");

        secretary
                .post("/bodies/OLD-C/relations", toward("OLD-A"))
                .statusCode(422)
                .body("code", equalTo("ACCOUNTABLE_IN_A_CIRCLE"));
        secretary
                .get("/bodies/OLD-A?on=2021-03-01")
                .body("relations.toReference", contains("OLD-B"))
                .body("relations.kind", contains("ACCOUNTABLE_TO"));
    }

    @Test
    void aRelationEndsFromADay() {
        tameside.propose("TAM-CHILD", "Child");
        tameside.propose("TAM-PARENT", "Parent");
        var toParent = "{\"kind\": \"ADVISES\", \"to\": \"TAM-PARENT\", \"%s\": \"%s\"}";
        secretary.does("/bodies/TAM-CHILD/relations", toParent.formatted("from", "2016-01-01"));

        secretary
                .post("/bodies/TAM-CHILD/relations", toParent.formatted("from", "2017-01-01"))
                .statusCode(409)
                .body("code", equalTo("ALREADY_RELATED"));
        secretary.does(
                "/bodies/TAM-CHILD/relations/end", toParent.formatted("effectiveOn", "2017-01-01"));

        secretary
                .get("/bodies/TAM-CHILD?on=2016-12-31")
                .body("relations.toReference", contains("TAM-PARENT"))
                .body("relations[0].until", equalTo("2016-12-31"));
        secretary.get("/bodies/TAM-CHILD?on=2017-01-01").body("relations", empty());
        secretary
                .post(
                        "/bodies/TAM-CHILD/relations/end",
                        toParent.formatted("effectiveOn", "2018-01-01"))
                .statusCode(422)
                .body("code", equalTo("NOT_RELATED"))
                .body("on", equalTo("2017-12-31"));
    }

    @Test
    void twoRelationsAtOnceCloseNoCircle() throws Exception {
        tameside.propose("TAM-X", "X");
        tameside.propose("TAM-Y", "Y");
        var to = "{\"kind\": \"ACCOUNTABLE_TO\", \"to\": \"%s\", \"from\": \"2016-01-01\"}";

        var statuses =
                AtOnce.call(
                        2,
                        List.of(
                                () -> relates("TAM-X", to.formatted("TAM-Y")),
                                () -> relates("TAM-Y", to.formatted("TAM-X"))));

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    }

    private void accountable(String from, String to) {
        secretary.does("/bodies/%s/relations".formatted(from), toward(to));
    }

    private static String toward(String to) {
        return toward(to, "2021-02-01", null);
    }

    private static String toward(String to, String from, @Nullable String until) {
        return """
        {"kind": "ACCOUNTABLE_TO", "to": "%s", "from": "%s", "until": %s}
        """
                .formatted(to, from, until);
    }

    private int relates(String body, String relation) {
        return secretary
                .post("/bodies/%s/relations".formatted(body), relation)
                .extract()
                .statusCode();
    }
}
