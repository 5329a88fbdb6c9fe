package locality.budget.commitment;

import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.commitments;
import static locality.budget.testing.Manchester.delegates;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import locality.budget.testing.AtOnce;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One command has one effect, however often and by how many at once it is sent; and what is held
/// is paid once.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class CommitOnceTest {

    @Test
    void hasOneEffectWhenTwentySendTheSameKey() throws InterruptedException {
        var fund = withinLimit();
        var key = UUID.randomUUID().toString();

        var answers = AtOnce.ask(20, () -> send(finance(), fund, key, 1_000));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(one -> one.jsonPath().getString("id")).distinct())
                .hasSize(1);
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(1_000);
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        var fund = withinLimit();
        var key = UUID.randomUUID().toString();
        send(finance(), fund, key, 1_000).then().statusCode(201);

        send(finance(), fund, key, 1_001)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(1_000);
    }

    @Test
    void takesTheSameKeyOfAnotherCallerAsAnotherCommand() {
        var fund = withinLimit();
        var key = UUID.randomUUID().toString();
        var mine = send(finance(), fund, key, 1_000).jsonPath().getString("id");
        var other = as(Tokens.of("finance").from("00W").in(Locality.MANCHESTER));

        var theirs = send(other, fund, key, 1_000).then().statusCode(202).extract().jsonPath();

        assertThat(theirs.getString("id")).isNotEqualTo(mine);
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(1_000);
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(1_000);
    }

    @Test
    void takesTheSameKeyAgainAfterAFailure() {
        var fund = withinLimit();
        var key = UUID.randomUUID().toString();
        send(finance(), fund, key, 100_001)
                .then()
                .statusCode(422)
                .body("code", equalTo("OVER_COMMITTED"));

        send(finance(), fund, key, 1_000).then().statusCode(201);

        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(1_000);
    }

    @Test
    void paysNoMoreThanItHoldsWhenTenPayAtOnce() throws InterruptedException {
        var fund = withinLimit();
        var opened = commit(fund, 1_000).jsonPath().getString("id");

        var statuses =
                AtOnce.ask(
                        10,
                        () ->
                                finance()
                                        .body("{\"amountPence\": 300}")
                                        .post("/api/budget/v1/commitments/{id}/discharge", opened)
                                        .statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(7);
        assertThat(commitment(opened).getLong("remainingPence")).isEqualTo(100);
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(900);
    }

    private static String withinLimit() {
        var function = "once-" + UUID.randomUUID();
        delegates(function, 50_000);
        return withALine(aFund(function), 100_000);
    }

    private static Response send(RequestSpecification who, String fund, String key, long pence) {
        return who.header("Idempotency-Key", key)
                .body(commitment(fund, pence, ""))
                .post(commitments(fund));
    }
}
