package locality.budget.comparison;

import static locality.budget.figure.Statements.aReference;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import locality.budget.testing.Manchester;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;

/// What documents of Manchester say, held against each other and against the plans.
final class Compared {

    static final String COMPARISONS = "/api/budget/v1/comparisons";

    private Compared() {}

    /// A fund with the plan of 2014/15: 32,671 thousand, the sixth line of it the Local Development
    /// Fund with 13,221.
    static String betterCareFund2014() {
        var fund = aFund();
        plan(fund, Manchester.BETTER_CARE_FUND).statusCode(200);
        return fund;
    }

    /// A fund with the plan of 2015/16: 42,890 thousand, 2,000 of it in the fifth line for the Care
    /// Bill, 21,440 in the sixth.
    static String betterCareFund2015() {
        var fund = aFund(Manchester.WAVE_ONE, "2015/16");
        plan(fund, betterCareFund2015(200_000_000, 2_144_000_000L)).statusCode(200);
        return fund;
    }

    static String betterCareFund2015(long careBill, long developmentFund) {
        return PLAN_HEADER
                + """
                Carers and reablement,Social care,E08000003,Local authority,CCG allocation,REVENUE,true,,ALIGNED,500000000
                Social care transfer,Social care,E08000003,Local authority,NHS England transfer,REVENUE,true,,ALIGNED,999800000
                Disabled facilities grant,Housing,E08000003,Local authority,DFG,CAPITAL,true,DFG,ALIGNED,296700000
                Social care capital,Social care,E08000003,Local authority,DH capital,CAPITAL,true,Social care capital,ALIGNED,148500000
                Care Bill,Social care,E08000003,Local authority,CCG allocation,REVENUE,true,,ALIGNED,%d
                Local Development Fund,Integrated care,00W,NHS provider,CCG allocation,REVENUE,false,,ALIGNED,%d
                """
                        .formatted(careBill, developmentFund);
    }

    static String figure(String reference) {
        return "{\"figure\": \"%s\"}".formatted(reference);
    }

    static String minusFigure(String reference) {
        return "{\"figure\": \"%s\", \"times\": -1}".formatted(reference);
    }

    static String fund(String reference) {
        return "{\"fund\": \"%s\"}".formatted(reference);
    }

    static String line(String reference) {
        return "{\"line\": \"%s\"}".formatted(reference);
    }

    static String minusLine(String reference) {
        return "{\"line\": \"%s\", \"times\": -1}".formatted(reference);
    }

    static ValidatableResponse compare(String against, String... terms) {
        return compareAs(aReference(), against, terms);
    }

    static ValidatableResponse compareAs(String reference, String against, String... terms) {
        return finance().body(comparison(reference, against, terms)).post(COMPARISONS).then();
    }

    static String comparison(String reference, String against, String... terms) {
        return """
        {"locality": "E08000003", "reference": "%s", "title": "What should add up",
         "terms": [%s], "against": %s}
        """
                .formatted(reference, String.join(", ", terms), against);
    }

    static ValidatableResponse read(String reference) {
        return finance().get(COMPARISONS + "/{comparison}", reference).then().statusCode(200);
    }

    /// One field of every event of a comparison, the first first.
    static List<String> told(String id, String field) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var events =
                        connection.prepareStatement(
                                """
                                select data ->> ? from event_log
                                where type = 'budget.figures-compared.v1' and subject_id = ?
                                order by subject_version
                                """)) {
            events.setString(1, field);
            events.setString(2, id);
            var told = new ArrayList<String>();
            var rows = events.executeQuery();
            while (rows.next()) {
                told.add(rows.getString(1));
            }
            return told;
        }
    }
}
