package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import locality.governance.story.Told;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Baselines are set by decision of a board, each is kept, and slippage is from the one that holds.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BaselineResourceTest {

    @Inject AgroalDataSource database;

    private BetterCareFund fund;
    private ThePlan bcf;

    @BeforeEach
    void thereIsManchester() {
        fund = BetterCareFund.in2014();
        bcf = fund.plan;
    }

    @Test
    @Tag("G46")
    void eachBaselineIsSetByADecisionAboutThePlanAndEveryOneIsKept() {
        bcf.sends(BetterCareFund.MILESTONES);
        var first = fund.decided("plan", bcf.reference);

        fund.baseline("First", first, "2014-05-14")
                .statusCode(201)
                .body("number", equalTo(1))
                .body("decision", equalTo(first))
                .body("days", hasSize(24));
        fund.moves(24, "2015-06-01", "2014-06-02");
        fund.baseline("First", fund.decided("plan", bcf.reference), "2014-06-03")
                .statusCode(409)
                .body("code", equalTo("BASELINE_NAME_TAKEN"));
        fund.baseline("Second", first, "2014-06-03")
                .statusCode(422)
                .body("code", equalTo("BASELINE_DECISION_NOT_VALID"))
                .body("baseline", equalTo("First"));
        fund.baseline("Second", fund.decided("plan", bcf.reference), "2014-06-03")
                .statusCode(201)
                .body("number", equalTo(2));

        assertThat(slippage("?on=2014-06-02")).isEqualTo(61);
        assertThat(slippage("?on=2014-06-04")).isZero();
        assertThat(slippage("?on=2014-06-04&baseline=First")).isEqualTo(61);
        assertThat(bcf.shows("/milestones?on=2014-06-04").getString("items[23].forecast"))
                .isEqualTo("2015-06-01");
        assertThat(bcf.shows("?on=2014-06-04&baseline=First").getInt("milestones.slipped"))
                .isEqualTo(1);
        assertThat(bcf.shows("/baselines").getList("items.name"))
                .containsExactly("First", "Second");
        assertThat(bcf.shows("").getList("baselines.name")).containsExactly("First", "Second");
        assertThat(bcf.shows("/baselines?limit=1").getString("next")).isEqualTo("1");
        bcf.secretary.get(fund.path("?baseline=Third")).statusCode(404);
        assertThat(Told.of(database, bcf.shows("").getString("id")))
                .extracting(told -> told.data().getString("baseline"))
                .containsExactly(null, "First", "Second");
        var live = Told.of(database, bcf.shows("/milestones").getString("items[23].id"));
        assertThat(live)
                .extracting(told -> told.data().getString("baselineOn"))
                .containsExactly(null, "2015-04-01", "2015-04-01", "2015-06-01");
        assertThat(live)
                .extracting(told -> told.data().getString("effectiveOn"))
                .containsExactly("2014-05-14", "2014-05-14", "2014-06-02", "2014-06-03");
    }

    @Test
    @Tag("G46")
    void whatIsNoDecisionAboutThePlanSetsNothing() {
        bcf.sends(BetterCareFund.MILESTONES);

        fund.baseline("First", fund.decided("plan", "MCR-OTHER"), "2014-05-14")
                .statusCode(422)
                .body("code", equalTo("BASELINE_DECISION_NOT_VALID"))
                .body("subject", equalTo("plan MCR-OTHER"))
                .body("plan", equalTo(bcf.reference));
        fund.baseline("First", fund.decided("plan", bcf.reference), "2014-05-13")
                .statusCode(422)
                .body("takenOn", equalTo("2014-05-14"))
                .body("setOn", equalTo("2014-05-13"));
        fund.baseline("First", "NO-SUCH/1", "2014-05-14").statusCode(404);
        fund.baseline("First", fund.decided("plan", bcf.reference), "2999-01-01")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
        assertThat(bcf.shows("").getList("baselines")).isEmpty();
        assertThat(bcf.shows("/milestones").getList("items.slippageDays")).containsOnlyNulls();
    }

    @Test
    @Tag("G46")
    void whatABaselineFixedAndWhatAForecastWasCannotBeChangedInTheDatabaseEither() {
        bcf.sends(BetterCareFund.MILESTONES);
        fund.baseline("First", fund.decided("plan", bcf.reference), "2014-05-14").statusCode(201);

        for (var change :
                List.of(
                        "update baseline set name = 'Another'",
                        "delete from baseline_milestone",
                        "update milestone_step set forecast_on = '2099-12-31'")) {
            assertThatThrownBy(() -> execute(change)).as(change).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(
                        () ->
                                execute(
                                        """
                                        insert into milestone_predecessor
                                        select id, id, reference, 0, current_date from milestone
                                        """))
                .hasMessageContaining("milestone_does_not_wait_for_itself");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private int slippage(String query) {
        return bcf.shows("/milestones" + query).getInt("items[23].slippageDays");
    }

    @Test
    @Tag("G46")
    void aBaselineSetAsOfAnEarlierDayIsToldAsOfThatDayAndHoldsFromItOn() {
        bcf.sends(BetterCareFund.MILESTONES);
        bcf.secretary.does(fund.path("/areas"), "{\"areas\": [{\"title\": \"Added since\"}]}");

        fund.baseline("First", fund.decided("plan", bcf.reference), "2014-06-01").statusCode(201);

        assertThat(bcf.shows("?on=2014-05-31").getString("baseline")).isNull();
        assertThat(bcf.shows("?on=2014-06-01").getString("baseline")).isEqualTo("First");
        assertThat(bcf.shows("").getString("baseline")).isEqualTo("First");
        var told = Told.of(database, bcf.shows("").getString("id"));
        assertThat(told.getLast().data().getString("baseline")).isEqualTo("First");
        assertThat(told.getLast().data().getString("effectiveOn")).isEqualTo("2014-06-01");
        bcf.secretary.does(fund.path("/areas"), "{\"areas\": [{\"title\": \"Added later\"}]}");
        assertThat(Told.of(database, bcf.shows("").getString("id")).getLast().data())
                .returns("First", data -> data.getString("baseline"));
    }

    /// The second waits a fortnight for the first: its baseline is the day it can be reached, not
    /// the day it is forecast.
    @Test
    @Tag("G46")
    void whatIsToldOfAMilestoneIsWhenItCanBeReachedSoThatSlippageBeginsAtNothing() {
        bcf.sends(
                """
                title,forecast,predecessors,plannedOn
                Drafted,2099-06-01,,2014-05-14
                Agreed,2099-06-01,#2 14,2014-05-14
                """);
        fund.baseline("First", fund.decided("plan", bcf.reference), "2014-05-14").statusCode(201);

        var agreed = bcf.shows("/milestones").getString("items[1].id");
        var drafted = bcf.shows("/milestones").getString("items[0].id");
        assertThat(Told.of(database, agreed).getLast().data())
                .returns("2099-06-01", data -> data.getString("forecastOn"))
                .returns("2099-06-15", data -> data.getString("baselineOn"))
                .returns("2099-06-15", data -> data.getString("earlyOn"))
                .returns(true, data -> data.getBoolean("critical"))
                .returns(drafted, data -> data.getString("predecessors[0].milestoneId"))
                .returns(bcf.milestone(1), data -> data.getString("predecessors[0].reference"))
                .returns(14, data -> data.getInt("predecessors[0].lagDays"));

        fund.moves(1, "2099-06-21", "2014-06-02");
        assertThat(Told.of(database, agreed).getLast().data())
                .as("it is knocked on, whose own forecast nobody moved")
                .returns("2099-06-01", data -> data.getString("forecastOn"))
                .returns("2099-06-15", data -> data.getString("baselineOn"))
                .returns("2099-07-05", data -> data.getString("earlyOn"))
                .returns("2014-06-02", data -> data.getString("effectiveOn"));
    }
}
