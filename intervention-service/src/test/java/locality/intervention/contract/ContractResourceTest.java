package locality.intervention.contract;

import static locality.intervention.Service.aReference;
import static locality.intervention.Service.anIntervention;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.getCsv;
import static locality.intervention.Service.post;
import static locality.platform.place.Locality.MANCHESTER;
import static locality.platform.place.Locality.ROCHDALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.event.PartnershipEvent.ScopeWithdrawn;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Contracts over HTTP, and what passes a gateway to them on governance-service's topic.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ContractResourceTest {

    private static final LocalDate APRIL = LocalDate.of(2018, 4, 1);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject AgroalDataSource database;

    private Topics governance;
    private final String contract = aReference();

    @BeforeEach
    void join() {
        governance = Topics.of("governance");
    }

    @AfterEach
    void leave() {
        governance.close();
    }

    @Test
    @Tag("G33")
    void eighteenItemsAreListedOnceWhateverIsToldAgain() throws SQLException {
        recorded(ROCHDALE);
        var items =
                Stream.concat(
                                Stream.of(transferred("CORE-2", null)),
                                Stream.iterate(1, i -> i + 1)
                                        .limit(17)
                                        .map(
                                                i ->
                                                        transferred(
                                                                "INT-" + i,
                                                                anIntervention(ROCHDALE))))
                        .toArray(ScopeTransferred[]::new);
        governance.tell(items);
        governance.repeat();
        governance.tell(items);
        governance.tell(transferred("LAST", null));

        awaitScope(19);
        shown("on=2018-03-31").body("scope", empty());
        shown("on=2018-04-01")
                .body("scope", hasSize(19))
                .body("scope.state", everyItem(equalTo("LISTED")))
                .body("scope[0].reference", equalTo("CORE-2"));
        for (var item : items) {
            assertThat(toldOf(item.scopeItemId())).containsExactly("LISTED 2018-04-01");
        }
        assertThat(getCsv(as("viewer", ROCHDALE), "/contracts?locality=E08000005"))
                .contains(
                        contract
                                + ",LCO contract,ALLIANCE,DRAFT,2018-04-01,,CORE-2,Core+2,SERVICE,,LISTED");
    }

    @Test
    @Tag("G33")
    void whatNamesNoContractIsRefusedWithAReasonAndListedOnceItIsHandedOverAgain()
            throws SQLException {
        var item = transferred("CORE-2", null);
        governance.tell(item);
        governance.repeat();
        await().atMost(SOON).until(() -> !toldOf(item.scopeItemId()).isEmpty());
        recorded(ROCHDALE);
        shown("")
                .body("scope[0].state", equalTo("REFUSED"))
                .body(
                        "scope[0].reason",
                        equalTo("There is no contract %s in E08000005".formatted(contract)));

        governance.tell(item);

        await().atMost(SOON).until(() -> toldOf(item.scopeItemId()).size() == 2);
        assertThat(toldOf(item.scopeItemId()))
                .containsExactly("REFUSED 2018-04-01", "LISTED 2018-04-01");
    }

    @Test
    @Tag("G33")
    void anInterventionOfAnotherLocalityIsRefused() throws SQLException {
        recorded(ROCHDALE);
        var elsewhere = anIntervention(MANCHESTER);
        var item = transferred("INT-1", elsewhere);

        governance.tell(item);

        await().atMost(SOON).until(() -> !toldOf(item.scopeItemId()).isEmpty());
        shown("")
                .body(
                        "scope[0].reason",
                        equalTo("There is no intervention %s in E08000005".formatted(elsewhere)));
    }

    @Test
    @Tag("G33")
    void whatAContractHasIsRefusedFromAnotherGatewayUntilItExits() throws SQLException {
        recorded(ROCHDALE);
        var intervention = anIntervention(ROCHDALE);
        governance.tell(transferred("CORE-2", intervention));
        awaitScope(1);
        var again = transferred("CORE-3", intervention);
        governance.tell(again);
        await().atMost(SOON).until(() -> !toldOf(again.scopeItemId()).isEmpty());
        shown("")
                .body("scope.state", contains("LISTED", "REFUSED"))
                .body(
                        "scope[1].reason",
                        equalTo("Contract %s has %s already".formatted(contract, intervention)));

        steps("exit", "{\"effectiveOn\": \"2018-07-02\"}").statusCode(200);
        governance.tell(again);

        await().atMost(SOON).until(() -> toldOf(again.scopeItemId()).size() == 2);
        shown("").body("scope.state", contains("EXITED", "LISTED"));
    }

    @Test
    @Tag("G33")
    void whatItsGatewayTakesBackIsInTheScopeNoLongerAndToldOnce() throws SQLException {
        recorded(ROCHDALE);
        var intervention = anIntervention(ROCHDALE);
        var item = transferred("CORE-2", intervention);
        governance.tell(item, withdrawn(item));
        governance.repeat();
        governance.tell(withdrawn(item), withdrawn(transferred("NEVER-TOLD", null)));
        var again = transferred("CORE-3", intervention);
        governance.tell(again);

        await().atMost(SOON).until(() -> !toldOf(again.scopeItemId()).isEmpty());
        shown("on=2018-03-31").body("scope", empty());
        shown("")
                .body("scope.state", contains("WITHDRAWN", "LISTED"))
                .body("scope[0].reason", equalTo("The decision was rescinded"));
        steps("include", "{}").statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        assertThat(toldOf(item.scopeItemId()))
                .containsExactly("LISTED 2018-04-01", "WITHDRAWN 2018-04-01");
    }

    @Test
    @Tag("G33")
    void aServiceIsInAContractOnce() throws SQLException {
        recorded(ROCHDALE);
        governance.tell(transferred("CORE-2", null));
        awaitScope(1);
        var again = transferred("CORE-2", null);
        governance.tell(again);

        await().atMost(SOON).until(() -> !toldOf(again.scopeItemId()).isEmpty());
        shown("").body("scope.state", contains("LISTED", "REFUSED"));
    }

    @Test
    @Tag("G33")
    void whatIsListedIsIncludedAndExits() throws SQLException {
        recorded(ROCHDALE);
        var item = transferred("CORE-2", null);
        governance.tell(item);
        awaitScope(1);

        steps("include", "{\"effectiveOn\": \"2018-03-31\"}")
                .statusCode(422)
                .body("code", equalTo("STEP_OUT_OF_ORDER"));
        steps("include", "{\"effectiveOn\": \"2999-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
        steps("include", "{\"effectiveOn\": \"2018-07-02\"}")
                .statusCode(200)
                .body("state", equalTo("IN_CONTRACT"));
        steps("include", "{}").statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        steps("exit", "{\"effectiveOn\": \"2019-01-01\"}").statusCode(200);

        shown("on=2018-07-01").body("scope.state", contains("LISTED"));
        shown("on=2018-07-02").body("scope.state", contains("IN_CONTRACT"));
        shown("").body("scope.state", contains("EXITED"));
        assertThat(toldOf(item.scopeItemId()))
                .containsExactly(
                        "LISTED 2018-04-01", "IN_CONTRACT 2018-07-02", "EXITED 2019-01-01");
    }

    @Test
    void aContractIsOnRecordOnceAndNotSeenElsewhere() {
        recorded(ROCHDALE);
        post(as("programme", ROCHDALE), "/contracts", draft(ROCHDALE, "2018-04-01"))
                .statusCode(409)
                .body("code", equalTo("REFERENCE_TAKEN"));
        post(
                        as("programme", ROCHDALE),
                        "/contracts",
                        draft(ROCHDALE, "2018-04-01")
                                .replace(contract, contract + "-2")
                                .replace(
                                        "\"beginsOn\"", "\"endsOn\": \"2018-03-31\", \"beginsOn\""))
                .statusCode(422)
                .body("code", equalTo("CONTRACT_ENDS_BEFORE_IT_BEGINS"));
        get(as("programme", MANCHESTER), "/contracts/" + contract).statusCode(404);
        post(
                        as("programme", MANCHESTER),
                        "/contracts/%s/scope/CORE-2/include".formatted(contract),
                        "{}")
                .statusCode(404);
        get(as("viewer", ROCHDALE), "/contracts?limit=1000")
                .statusCode(200)
                .body(
                        "items.find { it.reference == '%s' }.state".formatted(contract),
                        equalTo("DRAFT"));
    }

    private void recorded(Locality place) {
        post(as("programme", place), "/contracts", draft(place, "2018-04-01")).statusCode(201);
    }

    private String draft(Locality place, String beginsOn) {
        return """
        {"reference": "%s", "title": "LCO contract", "kind": "ALLIANCE", "locality": "%s",
         "beginsOn": "%s"}
        """
                .formatted(contract, place, beginsOn);
    }

    private ScopeTransferred transferred(String reference, @Nullable String intervention) {
        return new ScopeTransferred(
                Ids.next(),
                UUID.randomUUID(),
                contract,
                reference,
                "Core+2",
                intervention == null ? "SERVICE" : "INTERVENTION",
                intervention,
                ROCHDALE,
                APRIL,
                Provenance.illustrative());
    }

    private static ScopeWithdrawn withdrawn(ScopeTransferred item) {
        return new ScopeWithdrawn(
                item.scopeItemId(),
                item.gatewayId(),
                item.contract(),
                item.reference(),
                "The decision was rescinded",
                item.locality(),
                APRIL.minusDays(2),
                item.provenance());
    }

    private ValidatableResponse steps(String verb, String json) {
        return post(
                as("programme", ROCHDALE),
                "/contracts/%s/scope/CORE-2/%s".formatted(contract, verb),
                json);
    }

    private ValidatableResponse shown(String query) {
        return get(
                        as("viewer", ROCHDALE),
                        "/contracts/" + contract + (query.isEmpty() ? "" : "?" + query))
                .statusCode(200);
    }

    private void awaitScope(int size) {
        await().atMost(SOON)
                .until(() -> shown("").extract().jsonPath().getList("scope").size() == size);
    }

    private List<String> toldOf(UUID item) throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select data ->> 'state' || ' ' || (data ->> 'effectiveOn')
                                from event_log where subject_id = ?
                                order by subject_version
                                """)) {
            query.setString(1, item.toString());
            var told = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    told.add(rows.getString(1));
                }
            }
            return told;
        }
    }
}
