package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.concurrent.Callable;
import locality.governance.period.ClearDays;
import locality.governance.story.AtOnce;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Told;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A request lands by itself on the agenda of the lowest body that may decide it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PlaceMattersTest extends TheBoardDecidesToday {

    @Inject PlaceWaiting placeWaiting;

    @Test
    void aRequestIsOnTheNextAgendaOfTheLowestBodyThatMayDecideIt() {
        grantToTheBoard(1_000, "PER_DECISION");
        planned(manchester.governingBody, today().plusDays(3));
        planned(manchester.board, today().plusDays(9));
        var next = planned(manchester.board, today().plusDays(7));

        var request = asked(1_000);

        shown(request)
                .body("suggestedBodyReference", equalTo(manchester.board))
                .body("placedAt", contains(next + "/1"))
                .body("whyNobody", empty());
        manchester
                .secretary
                .get("/meetings/%s/items/1".formatted(next))
                .body("decision.requestId", equalTo(request.requestId().toString()))
                .body("decision.state", equalTo("TABLED"))
                .body("decision.provenance.kind", equalTo("DERIVED"));
        unplaced().body("items.requestId", not(hasItem(request.requestId().toString())));
        placeWaiting.handle();
        manchester.secretary.get("/meetings/%s/items/2".formatted(next)).statusCode(404);
    }

    @Test
    void aRequestAboveTheBoardsLimitGoesToTheGoverningBody() {
        grantToTheBoard(1_000, "PER_DECISION");
        planned(manchester.board, today().plusDays(7));
        var above = planned(manchester.governingBody, today().plusDays(8));

        shown(asked(1_001)).body("placedAt", contains(above + "/1"));
    }

    @Test
    @Tag("G16")
    void aReservedMatterGoesToTheOwnersTopBody() {
        planned(manchester.board, today().plusDays(7));
        var top = planned(manchester.governingBody, today().plusDays(8));

        shown(asked("bcf-investment-wave-one", 1_000)).body("placedAt", contains(top + "/1"));
    }

    @Test
    void aRequestWaitsForAMeetingInTimeAndIsPlacedOnceWhenOneIsPlanned() throws Exception {
        planned(manchester.governingBody, today().plusDays(29));
        var request = asked(1_000);
        shown(request)
                .body("suggestedBodyReference", equalTo(manchester.governingBody))
                .body("placedAt", empty());
        unplaced().body("items.requestId", hasItem(request.requestId().toString()));

        var next = planned(manchester.governingBody, today().plusDays(28));
        Callable<Integer> replica = placeWaiting::handle;
        AtOnce.call(4, Collections.nCopies(4, replica));

        shown(request).body("placedAt", contains(next + "/1"));
        manchester.secretary.get("/meetings/%s/items/2".formatted(next)).statusCode(404);
    }

    /// Due on a Wednesday, so that a weekend lies in scrutiny's five days whenever they end.
    @Test
    void aMeetingIsInTimeWhenScrutinyHasItsWorkingDaysBeforeTheRequestIsDue() {
        terms(manchester.governingBody, "2014-04-01", ", \"callInClearDays\": 5");
        var due = today().plusDays(28).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        var inTime = ClearDays.WORKING.lastDayOfNotice(due, 5);
        planned(manchester.governingBody, inTime.plusDays(1));
        var request = asked("commissioning", 1_000, due);
        shown(request).body("placedAt", empty());

        var next = planned(manchester.governingBody, inTime);
        placeWaiting.handle();

        shown(request).body("placedAt", contains(next + "/1"));
    }

    @Test
    void aRequestNobodyMayDecideSaysWhy() {
        manchester.secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.governingBody),
                "{\"effectiveOn\": \"2026-01-01\"}");

        var request = asked(1_000);

        shown(request)
                .body("suggestedBody", nullValue())
                .body("whyNobody", hasItem("DISSOLVED"))
                .body("placedAt", empty());
    }

    @Test
    void aSecretaryTablesItElsewhereAndItLeavesTheAgendaItWasPutOn() {
        var next = planned(manchester.governingBody, today().plusDays(7));
        var request = asked(1_000);
        var other = planned(manchester.board, today().plusDays(2));

        int item = manchester.tables(other, request);

        shown(request).body("placedAt", contains(other + "/" + item));
        manchester
                .secretary
                .get("/meetings/%s/items/1".formatted(next))
                .body("decision.state", equalTo("WITHDRAWN"))
                .body("decision.explanation", equalTo("Tabled at %s instead.".formatted(other)));
    }

    @Test
    void whatASecretaryTabledIsNotTabledASecondTime() {
        var request = asked(1_000);
        var first = planned(manchester.board, today().plusDays(2));
        int item = manchester.tables(first, request);
        var second = planned(manchester.board, today().plusDays(9));

        manchester
                .secretary
                .post(
                        "/meetings/%s/items".formatted(second),
                        "{\"title\": \"Again\", \"approvalRequest\": \"%s\"}"
                                .formatted(request.requestId()))
                .statusCode(409)
                .body("code", equalTo("REQUEST_TABLED_ALREADY"))
                .body("item", equalTo(first + "/" + item))
                .body("state", equalTo("TABLED"));
    }

    @Test
    void tabledWhereItIsAlreadyItIsThereOnce() {
        var next = planned(manchester.governingBody, today().plusDays(7));
        var request = asked(1_000);

        assertThat(manchester.tables(next, request)).isEqualTo(1);
        manchester.secretary.get("/meetings/%s/items/2".formatted(next)).statusCode(404);
    }

    @Test
    void whatNobodyWaitsForAnyLongerLeavesTheAgenda() {
        var next = planned(manchester.governingBody, today().plusDays(7));
        var request = asked(1_000);

        BudgetTopic.lapses(request);

        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> manchester.stateOf(request).equals("WITHDRAWN"));
        manchester
                .secretary
                .get("/meetings/%s/items/1".formatted(next))
                .body("decision.state", equalTo("WITHDRAWN"));
    }

    @Test
    void whatLeavesAnAgendaByRuleIsTold() {
        var next = planned(manchester.governingBody, today().plusDays(7));
        var request = asked(1_000);
        var placed =
                manchester
                        .secretary
                        .get("/meetings/%s/items/1".formatted(next))
                        .extract()
                        .<String>path("decision.id");
        var other = planned(manchester.board, today().plusDays(2));

        manchester.tables(other, request);

        var told = Told.of(database, placed);
        assertThat(told)
                .singleElement()
                .returns("governance.decision-changed.v1", Told::type)
                .returns("WITHDRAWN", one -> one.data().getString("state"));
    }

    @Test
    void aRequestIsNotPlacedWhereScrutinyWouldStillHaveItWhenItIsDue() {
        terms(manchester.governingBody, "2014-04-01", ", \"callInClearDays\": 5");
        planned(manchester.governingBody, today().plusDays(27));
        var request = asked(1_000);
        shown(request)
                .body("suggestedBodyReference", equalTo(manchester.governingBody))
                .body("placedAt", empty());

        var inTime = planned(manchester.governingBody, today().plusDays(7));
        placeWaiting.handle();

        shown(request).body("placedAt", contains(inTime + "/1"));
    }

    private ApprovalRequested asked(long pence) {
        return asked("commissioning", pence);
    }

    /// Due in 28 days.
    private ApprovalRequested asked(String function, long pence) {
        return asked(function, pence, today().plusDays(28));
    }

    private ApprovalRequested asked(String function, long pence, LocalDate due) {
        var request = BudgetTopic.asksFor(manchester.ccg, function, pence, due);
        manchester.arrives(request);
        return request;
    }

    private ValidatableResponse shown(ApprovalRequested request) {
        return manchester
                .secretary
                .get("/approval-requests/" + request.requestId())
                .statusCode(200);
    }

    private ValidatableResponse unplaced() {
        return manchester.secretary.get("/approval-requests?unplaced=true&limit=1000");
    }
}
