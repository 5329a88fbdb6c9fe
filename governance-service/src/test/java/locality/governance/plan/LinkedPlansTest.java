package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan that waited for another since 9 June 2021, and no longer does.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class LinkedPlansTest {

    private static final LocalDate THEN = LocalDate.of(2021, 6, 9);

    @Inject AgroalDataSource database;
    @Inject Milestones milestones;
    @Inject Recorder recorder;

    private ThePlan awaited;
    private ThePlan waiting;

    @BeforeEach
    void oneWaitsForTheOther() {
        awaited = ThePlan.of("OLD-AWAITED", Locality.OLDHAM).made("2021-06-09", "");
        awaited.sends(
                """
                title,forecast,plannedOn
                Agreed,2099-01-10,2021-06-09
                Reviewed,2099-03-01,2021-06-09
                """);
        waiting = ThePlan.of("OLD-WAITING", Locality.OLDHAM).made("2021-06-09", "");
        waiting.sends(
                """
                title,forecast,predecessors,plannedOn
                Signed,2099-01-10,%s 60,2021-06-09
                """
                        .formatted(awaited.milestone(1)));
    }

    private void waitsNoLonger() {
        waiting.sends(
                """
                reference,version,title,predecessors
                %s,%d,Signed,
                """
                        .formatted(
                                waiting.milestone(1),
                                waiting.shows("/milestones").getInt("items[0].version")));
    }

    @Test
    @Tag("G47")
    void plansHangTogetherByWhatHoldsOnTheDayAlone() {
        var all = List.of(awaited.milestone(1), awaited.milestone(2), waiting.milestone(1));
        assertThat(around(awaited, recorder.today())).containsExactlyElementsOf(all);
        assertThat(around(awaited, THEN.minusDays(1)))
                .containsExactly(awaited.milestone(1), awaited.milestone(2));

        waitsNoLonger();

        assertThat(around(awaited, recorder.today()))
                .containsExactly(awaited.milestone(1), awaited.milestone(2));
        assertThat(around(waiting, recorder.today())).containsExactly(waiting.milestone(1));
        assertThat(around(awaited, recorder.today().minusDays(1)))
                .as("an earlier day is as it was")
                .containsExactlyElementsOf(all);
        assertThat(around(waiting, THEN)).containsExactlyElementsOf(all);
    }

    /// *Agreed* may be no later while *Signed* ends its plan sixty days after it.
    @Test
    @Tag("G47")
    void whatIsNoLongerWaitedForIsToldOfThoughItsPlanNowStandsApart() {
        var agreed = awaited.shows("/milestones").getString("items[0].id");
        awaited.sends(
                """
                reference,version,title,forecast
                %s,%d,Agreed,2099-01-11
                """
                        .formatted(
                                awaited.milestone(1),
                                awaited.shows("/milestones").getInt("items[0].version")));
        var toldBefore = Told.of(database, agreed);
        assertThat(toldBefore.getLast().data().getBoolean("critical")).isTrue();

        waitsNoLonger();

        var told = Told.of(database, agreed);
        assertThat(told).hasSize(toldBefore.size() + 1);
        assertThat(told.getLast().data().getBoolean("critical")).isFalse();
        assertThat(awaited.shows("/schedule").getList("milestones.critical"))
                .containsExactly(false, true);
    }

    @Test
    @Tag("G46")
    void whereMilestonesStoodAndWhatTheyWaitedForCannotBeChangedInTheDatabaseEither()
            throws SQLException {
        for (var change :
                List.of(
                        "update milestone_placement set deadline = '2099-12-31'",
                        "delete from milestone_placement",
                        "update milestone_predecessor set lag_days = 0",
                        "update milestone_predecessor set from_day = '2021-06-10'",
                        "delete from milestone_predecessor")) {
            assertThatThrownBy(() -> execute(change)).as(change).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> database("truncate milestone_placement, milestone_predecessor"))
                .isInstanceOf(SQLException.class);

        assertThat(execute("update milestone_predecessor set until_day = '2022-01-01'"))
                .as("it ends")
                .isOne();

        for (var day : List.of("'2022-01-02'", "null")) {
            assertThatThrownBy(() -> execute("update milestone_predecessor set until_day = " + day))
                    .hasMessageContaining("on record for good");
        }
        assertThatThrownBy(() -> execute("delete from milestone_predecessor"))
                .hasMessageContaining("on record for good");
    }

    /// Of the milestone that waits alone.
    private int execute(String change) throws SQLException {
        return database(
                "%s where milestone_id = (select id from milestone where reference = '%s')"
                        .formatted(change, waiting.milestone(1)));
    }

    private int database(String change) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(change);
        }
    }

    /// What is said twice on one day is as it was said last; what held before that day stays.
    @Test
    @Tag("G46")
    void whatIsSaidAgainOnTheSameDayTakesThePlaceOfWhatWasSaid() {
        for (int lag : List.of(10, 20)) {
            waiting.sends(
                    """
                    reference,version,title,deadline,predecessors
                    %s,%d,Signed,2099-04-%d,%s %d
                    """
                            .formatted(
                                    waiting.milestone(1),
                                    waiting.shows("/milestones").getInt("items[0].version"),
                                    lag,
                                    awaited.milestone(1),
                                    lag));
        }

        var now = waiting.shows("/milestones");
        assertThat(now.getString("items[0].deadline")).isEqualTo("2099-04-20");
        assertThat(now.getList("items[0].predecessors.lagDays")).containsExactly(20);
        var then = waiting.shows("/milestones?on=2021-06-09");
        assertThat(then.getString("items[0].deadline")).isNull();
        assertThat(then.getList("items[0].predecessors.lagDays")).containsExactly(60);
    }

    private List<String> around(ThePlan plan, LocalDate day) {
        var id = UUID.fromString(plan.shows("").getString("id"));
        return QuarkusTransaction.requiringNew()
                .call(() -> milestones.around(id, day).stream().map(one -> one.reference).toList());
    }
}
