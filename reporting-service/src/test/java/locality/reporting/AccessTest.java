package locality.reporting;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import locality.platform.place.Locality;
import locality.platform.testing.AccessTable;
import locality.platform.testing.AccessTable.Things;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Topics;
import org.junit.jupiter.api.Test;

/// Who may read what in reporting-service, its pages among it, and of which place.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AccessTest {

    private static final AccessTable TABLE = AccessTable.of("reporting");

    @Test
    void theTableNamesEveryEndpoint() {
        TABLE.namesEveryEndpoint();
    }

    @Test
    void theTableHoldsInEveryCell() {
        var facts = new Facts(Locality.MANCHESTER);
        try (var intervention = Topics.of("intervention");
                var budget = Topics.of("budget")) {
            intervention.tell(
                    facts.indicator("RATIO", new BigDecimal("0.95")),
                    facts.observed("0.91", "0.93", "0.92"));
            budget.tell(facts.fundOpened(), facts.planned(1_000, 2_000));
        }
        Reports.dashboardWhen(
                Locality.MANCHESTER,
                dashboard ->
                        dashboard.getList("pool.funds.reference").contains(facts.reference("BCF"))
                                && dashboard.get("indicator") != null);

        TABLE.holdsInEveryCell(
                new Things()
                        .named("idOrReference", facts.reference("IND"))
                        .with("code", Locality.MANCHESTER.code())
                        .with("table", "lines")
                        .with("GET /localities/{code}/governance/{table}.csv table", "bodies")
                        .with("GET /localities/{code}/partnership/{table}.csv table", "register")
                        .with("GET /localities/{code}/plan/{table}.csv table", "milestones")
                        .with("GET /localities/{code}/pool/{table}.csv table", "lines")
                        .json(
                                "POST /api/reporting/v1/spc",
                                """
                                {"improvementDirection": "increase",
                                 "points": [{"period": "2018-04", "value": 0.912}]}
                                """));
    }
}
