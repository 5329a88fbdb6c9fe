package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;

/// The milestones of Manchester's Better Care Fund (*Living Longer, Living Better: Progress
/// Update*, 2014, 3.6) in a plan of its own, and the board that decides about its baselines.
final class BetterCareFund {

    static final String MILESTONES =
            """
            title,forecast,plannedOn
            New care models for two remaining priority groups,2014-05-31,2014-05-14
            Updated criteria and governance for business cases agreed,2014-05-31,2014-05-14
            Draft s75 Partnership Agreement incl. risk management,2014-06-30,2014-05-14
            Outline business cases for next wave,2014-06-30,2014-05-14
            HWBB review outline cases,2014-06-30,2014-05-14
            Operation of LDF agreed incl. evaluation and decommissioning,2014-06-30,2014-05-14
            Full business cases developed,2014-07-31,2014-05-14
            Draft locality evaluation reports to HWBB,2014-07-31,2014-05-14
            HWBB considers evaluation/CBA: continue or exit,2014-08-31,2014-05-14
            HWBB reviews FBCs and approves wave two,2014-08-31,2014-05-14
            Outline expenditure plans updated,2014-08-31,2014-05-14
            Commissioning intentions confirmed to providers,2014-09-30,2014-05-14
            Changes in commissioning arrangements notified (MCC host),2014-09-30,2014-05-14
            Outline expenditure plans revised,2014-09-30,2014-05-14
            "Contractual changes confirmed, contract documentation drafted",2015-03,2014-05-14
            Financial and activity baselines agreed in principle,2015-03,2014-05-14
            Payment arrangements confirmed,2015-03,2014-05-14
            s75 Partnership Agreement signed,2015-03,2014-05-14
            2015/16 BCF financial plans drafted to HWBB,2015-03,2014-05-14
            s75 submitted for final scrutiny,2015-03,2014-05-14
            Draft and final financial plans approved by HWBB,2015-03-25,2014-05-14
            Contracts formally signed,2015-03-25,2014-05-14
            s75 Partnership Agreement signed,2015-03-25,2014-05-14
            Local Development Fund live,2015-04-01,2014-05-14
            """;

    final Manchester manchester;
    final ThePlan plan;

    private BetterCareFund(Manchester manchester, ThePlan plan) {
        this.manchester = manchester;
        this.plan = plan;
    }

    static BetterCareFund in2014() {
        return new BetterCareFund(Manchester.in2014(), another());
    }

    /// A plan of the same place, without a milestone.
    static ThePlan another() {
        return ThePlan.of("MCR-BCF", Locality.MANCHESTER).made("2014-05-14", "");
    }

    /// Its milestones as a spreadsheet.
    String sheet() {
        return plan.secretary.read(path("/milestones"), "text/csv");
    }

    ValidatableResponse sends(String csv) {
        return plan.secretary.postCsv(path("/milestones"), csv);
    }

    void moves(int number, String forecast, String on) {
        plan.secretary.does(
                "/milestones/%s/forecast".formatted(plan.milestone(number)),
                """
                {"forecast": "%s", "reason": "Allocated in parts", "effectiveOn": "%s"}
                """
                        .formatted(forecast, on));
    }

    ValidatableResponse baseline(String name, String decision, String setOn) {
        return baseline(plan, name, decision, setOn);
    }

    ValidatableResponse baseline(ThePlan of, String name, String decision, String setOn) {
        return of.secretary.post(
                "/plans/%s/baselines".formatted(of.reference),
                """
                {"name": "%s", "decision": "%s", "setOn": "%s"}
                """
                        .formatted(name, decision, setOn));
    }

    /// A decision of the governing body in effect from 14 May 2014.
    String decided(String subjectType, String subject) {
        var meeting = manchester.meets(manchester.governingBody);
        int item =
                manchester
                        .secretary
                        .does(
                                "/meetings/%s/items".formatted(meeting),
                                """
                                {"title": "Baseline of the plan",
                                 "decision": {"type": "APPROVE", "function": "pooled-budget",
                                              "valuePence": 100, "basis": "POOLED",
                                              "owners": [{"organisation": "%s"}],
                                              "subject": {"type": "%s", "id": "%s"}}}
                                """
                                        .formatted(manchester.ccg, subjectType, subject))
                        .extract()
                        .path("number");
        manchester.attend(meeting, 4);
        manchester.vote(meeting, item, Manchester.all(4, "FOR"));
        assertThat(manchester.outcome(meeting, item).getString("state")).isEqualTo("IN_EFFECT");
        return meeting + "/" + item;
    }

    String path(String what) {
        return "/plans/%s%s".formatted(plan.reference, what);
    }
}
