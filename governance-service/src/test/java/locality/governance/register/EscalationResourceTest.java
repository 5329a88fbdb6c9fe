package locality.governance.register;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How an entry goes up, and what the body above answers.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class EscalationResourceTest extends RegisterOfBury {

    @Test
    @Tag("G43")
    void aRiskGoesUpToTheJointLeadershipTeamFirstWhichAcceptsIt() {
        var risk = bury.enters("RISK", "");
        show(risk).body("escalationPath", contains(bury.jointLeadership, bury.cabinet));

        does(risk, "escalate", "{\"reason\": \"Beyond us\", \"effectiveOn\": \"2016-11-01\"}")
                .body("state", equalTo("ESCALATED"))
                .body("body", equalTo(bury.programme))
                .body("escalatedTo", equalTo(bury.jointLeadership));
        does(risk, "accept", "{\"note\": \"Ours\", \"effectiveOn\": \"2016-11-08\"}")
                .body("state", equalTo("OPEN"))
                .body("body", equalTo(bury.jointLeadership))
                .body("escalatedTo", nullValue())
                .body("escalationPath", contains(bury.cabinet))
                .body("history.what", contains("RECORDED", "ESCALATED", "ACCEPTED"));
        list("body=%s&on=2016-11-07", bury.programme)
                .body("items.reference", contains(risk))
                .body("items.state", contains("ESCALATED"));
        list("body=%s&on=2016-11-08", bury.jointLeadership).body("items.reference", contains(risk));
    }

    @Test
    @Tag("G43")
    void theBodyAboveReturnsARiskWithAReason() {
        var risk = bury.enters("RISK", "");
        does(risk, "escalate", "{\"reason\": \"Beyond us\"}");

        post(risk, "return", "{\"reason\": \" \"}").statusCode(400);
        does(risk, "return", "{\"reason\": \"Score it first\"}")
                .body("state", equalTo("OPEN"))
                .body("body", equalTo(bury.programme))
                .body("history[-1].note", equalTo("Score it first"));
        post(risk, "accept", "{}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("from", equalTo("OPEN"));
    }

    @Test
    @Tag("G43")
    void anEntryGoesUpOneStepAndNowhereElse() {
        var risk = bury.enters("RISK", "");
        post(risk, "escalate", "{\"reason\": \"High\", \"to\": \"%s\"}".formatted(bury.cabinet))
                .statusCode(422)
                .body("code", equalTo("NOT_THE_BODY_ABOVE"))
                .body("above", contains(bury.jointLeadership));
        var top = bury.entersAt(bury.cabinet, "RISK", "");
        post(top, "escalate", "{\"reason\": \"High\"}")
                .statusCode(422)
                .body("code", equalTo("NOWHERE_TO_ESCALATE"))
                .body("body", equalTo(bury.cabinet));
        show(top).body("escalationPath", empty());
    }
}
