package locality.governance.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Bury's consultation with the staff of its commissioning group, and what is told to whom (*One
/// Commissioning Organisation*, 5.1 and 9).
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G57")
class ConsultationResourceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    @Inject AgroalDataSource database;

    private final Caller bury = Caller.secretaryOf(Locality.BURY);
    private final String staff = "BUR-STAFF-" + NEXT.incrementAndGet();
    private final String plan = staff.replace("STAFF", "OCO");

    @BeforeEach
    void thereIsAPlan() {
        bury.does(
                "/plans",
                """
                {"reference": "%s", "title": "One commissioning organisation",
                 "locality": "E08000002"}
                """
                        .formatted(plan));
    }

    @Test
    void itCommencesIsFormalAndIsConcludedInThisOrder() {
        planned();

        bury.post("/consultations/%s/formal".formatted(staff), "{\"effectiveOn\": \"2016-11-14\"}")
                .statusCode(409)
                .body("code", equalTo("EARLIER_STAGE_MISSING"))
                .body("missing", equalTo("COMMENCED"));
        begins("commence", "2016-10-10");
        bury.post("/consultations/%s/formal".formatted(staff), "{\"effectiveOn\": \"2016-10-09\"}")
                .statusCode(422)
                .body("code", equalTo("STAGE_BEFORE_EARLIER"))
                .body("earlier", equalTo("COMMENCED"));
        begins("formal", "2016-11-14");
        bury.does(
                        "/consultations/%s/conclude".formatted(staff),
                        "{\"effectiveOn\": \"2017-03-17\", \"responses\": 84, \"note\":"
                                + " \"Agreed\"}")
                .body("stage", equalTo("CONCLUDED"))
                .body("stages.begunOn", contains("2016-10-10", "2016-11-14", "2017-03-17"))
                .body("stages[2].responses", equalTo(84));

        bury.get("/consultations/%s?on=2016-12-31".formatted(staff))
                .statusCode(200)
                .body("stage", equalTo("FORMAL"))
                .body("stages[2].overdue", equalTo(false));
        bury.get("/consultations/%s?on=2016-08-31".formatted(staff)).statusCode(404);
        bury.get("/consultations?stage=FORMAL&on=2016-12-31&limit=1000&about=" + plan)
                .statusCode(200)
                .body("items.findAll { it.reference == '%s' }".formatted(staff), hasSize(1));
        assertThat(Told.of(database, bury.get("/consultations/" + staff).extract().path("id")))
                .extracting(told -> told.data().getString("stage"))
                .containsExactly("PLANNED", "COMMENCED", "FORMAL", "CONCLUDED");
    }

    @Test
    void aStageThatIsPlannedBeforeAnEarlierOneIsRefused() {
        bury.post(
                        "/consultations",
                        planned("{\"commence\": \"2016-12\", \"conclude\": \"2016-11\"}"))
                .statusCode(422)
                .body("code", equalTo("STAGE_BEFORE_EARLIER"))
                .body("stage", equalTo("CONCLUDED"))
                .body("earlier", equalTo("COMMENCED"));
    }

    @Test
    void itIsOnAnAgreementThatThereIs() {
        bury.post(
                        "/consultations",
                        planned("{}").replace("PLAN", "AGREEMENT").replace(plan, "BUR-NONE"))
                .statusCode(422)
                .body("code", equalTo("NOTHING_TO_CONSULT_ON"));
        bury.post("/consultations", planned("{}").replace("PLAN", "FUNCTION"))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FUNCTION"));
    }

    @Test
    void itIsOnAPlanThatThereIsInItsPlace() {
        var elsewhere = plan.replace("BUR", "WIG");
        Caller.secretaryOf(Locality.WIGAN)
                .does(
                        "/plans",
                        "{\"reference\": \"%s\", \"title\": \"A plan\", \"locality\": \"E08000010\"}"
                                .formatted(elsewhere));

        for (var other : List.of("NO-SUCH", elsewhere)) {
            bury.post("/consultations", planned("{}").replace(plan, other))
                    .statusCode(422)
                    .body("code", equalTo("NOTHING_TO_CONSULT_ON"))
                    .body("reference", equalTo(other));
        }
    }

    @Test
    void whatIsStillToComeIsNotRecordedNorAReferenceTwice() {
        planned();

        bury.post(
                        "/consultations/%s/commence".formatted(staff),
                        "{\"effectiveOn\": \"2999-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
        bury.post("/consultations", planned("{}"))
                .statusCode(409)
                .body("code", equalTo("REFERENCE_TAKEN"))
                .body("reference", equalTo(staff));
        bury.post("/consultations", planned("{\"commence\": \"autumn\"}"))
                .statusCode(422)
                .body("code", equalTo("DUE_NOT_A_DATE"));
    }

    @Test
    void anAgreementThatSaysSoWaitsForItsConsultation() {
        var council = "BW" + NEXT.incrementAndGet();
        bury.does(
                "/organisations",
                """
                {"code": "%s", "name": "Council", "kind": "COUNCIL", "locality": "E08000002",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(council));
        var agreement = staff.replace("STAFF", "AGR");
        bury.does(
                "/agreements",
                """
                {"reference": "%s", "title": "Partnership", "kind": "PARTNERSHIP",
                 "locality": "E08000002", "consultationRequired": true, "partiesReview": false,
                 "first": {"label": "1", "summary": "First", "draftedOn": "2016-10-01",
                           "parties": [{"organisation": "%s"}]}}
                """
                        .formatted(agreement, council));
        var version = "/agreements/%s/versions/1/".formatted(agreement);
        bury.does(version + "review", "{\"effectiveOn\": \"2016-10-01\"}");
        bury.does(
                "/consultations",
                planned("{}").replace("PLAN", "AGREEMENT").replace(plan, agreement));
        begins("commence", "2016-10-10");
        begins("formal", "2016-11-14");

        bury.post(version + "submit", "{\"effectiveOn\": \"2017-03-20\"}")
                .statusCode(422)
                .body("code", equalTo("CONSULTATION_NOT_CONCLUDED"));
        begins("conclude", "2017-03-17");
        bury.post(version + "submit", "{\"effectiveOn\": \"2017-03-16\"}")
                .statusCode(422)
                .body("code", equalTo("CONSULTATION_NOT_CONCLUDED"));
        bury.does(version + "submit", "{\"effectiveOn\": \"2017-03-20\"}")
                .body("state", equalTo("FOR_RATIFICATION"));
    }

    @Test
    void aPlanGoesOutIsEditedAndComesBack() {
        planned();
        var exported = bury.read("/consultations?about=" + plan, "text/csv");
        var mine =
                exported.lines()
                        .filter(line -> line.startsWith("reference") || line.startsWith(staff))
                        .reduce((one, other) -> one + "\n" + other)
                        .orElseThrow();

        bury.postCsv("/consultations", mine).statusCode(200).body("unchanged", equalTo(1));
        bury.postCsv("/consultations?dryRun=true", mine.replace("2017-03", "2017-02"))
                .statusCode(200)
                .body("changed", equalTo(1));
        bury.postCsv("/consultations", mine.replace("2017-03", "2017-02"))
                .statusCode(200)
                .body("changed", equalTo(1));
        bury.get("/consultations/" + staff).body("stages[2].dueOn", equalTo("2017-02-28"));
        bury.postCsv("/consultations", mine)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows[0].line", equalTo(2));
        bury.postCsv("/consultations", "reference,title\nA-1,A\n").statusCode(400);
    }

    @Test
    void aSheetLeavesWhatItLacksAndChangesNeitherThePlaceNorTheStage() {
        planned();
        var row = "%s,0,Staff,STAFF,PLAN,%s".formatted(staff, plan);
        var header = "reference,version,title,audience,aboutType,about";

        for (var edited :
                List.of(
                        header + ",locality\n" + row + ",E08000003\n",
                        header + ",stage\n" + row + ",CONCLUDED\n",
                        header + ",begunOn\n" + row + ",2016-10-10\n")) {
            bury.postCsv("/consultations", edited)
                    .statusCode(422)
                    .body("rows.line", contains(2))
                    .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        }
        bury.postCsv("/consultations", header + "\n" + row + "\n")
                .statusCode(200)
                .body("changed", equalTo(1));

        bury.get("/consultations/" + staff)
                .body("title", equalTo("Staff"))
                .body("stages.dueOn", contains("2016-10-31", "2016-12-31", "2017-03-31"));
    }

    @Test
    void aSheetOfWhatIsToldLeavesWhatItLacksAndChangesNothingThatWasTold() {
        planned();
        var letter = staff.replace("STAFF", "LET");
        bury.does(
                "/communications",
                """
                {"reference": "%s", "title": "Go live", "locality": "E08000002",
                 "audience": "STAFF", "dueOn": "2017-04-01", "channel": "Letter",
                 "post": "Head of Communications", "consultation": "%s"}
                """
                        .formatted(letter, staff));
        var header = "reference,version,title,audience,dueOn";

        bury.postCsv("/communications", header + "\n%s,0,Live,STAFF,2017-04-01\n".formatted(letter))
                .statusCode(200)
                .body("changed", equalTo(1));
        bury.get("/communications/" + letter)
                .body("title", equalTo("Live"))
                .body("channel", equalTo("Letter"))
                .body("post", equalTo("Head of Communications"));
        for (var column : List.of("locality", "consultation")) {
            bury.postCsv(
                            "/communications",
                            header
                                    + ",%s\n%s,1,Live,STAFF,2017-04-01,%s\n"
                                            .formatted(
                                                    column,
                                                    letter,
                                                    column.equals("locality") ? "E08000003" : ""))
                    .statusCode(422)
                    .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        }
        bury.postCsv(
                        "/communications",
                        header
                                + ",doneOn,reached\n%s,1,Live,STAFF,2017-04-01,,9\n"
                                        .formatted(letter))
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
        var told = header + ",doneOn,reached\n%s,%d,Live,STAFF,2017-04-01,%s\n";
        bury.postCsv("/communications", told.formatted(letter, 1, "2017-04-01,120"))
                .statusCode(200)
                .body("changed", equalTo(1));
        bury.postCsv("/communications", told.formatted(letter, 2, "2017-04-01,120"))
                .statusCode(200)
                .body("unchanged", equalTo(1));
        for (var other : List.of("2017-04-01,121", "2017-04-02,120", ",")) {
            bury.postCsv("/communications", told.formatted(letter, 2, other))
                    .statusCode(422)
                    .body("rows.code", contains("TOLD_ALREADY"));
        }
    }

    @Test
    void aCommunicationsPlanIsSentAndWhatWasToldIsRecorded() {
        planned();
        var goLive = staff.replace("STAFF", "COM");
        bury.postCsv(
                        "/communications",
                        """
                        reference,title,audience,dueOn,locality,channel,post,consultation
                        %1$s-1,Timetable of formal approval,STAFF,2017-03,E08000002,Briefing,,%2$s
                        %1$s-2,Notify all of the change,PARTNERS,2017-04-01,E08000002,Letter,,
                        """
                                .formatted(goLive, staff))
                .statusCode(200)
                .body("added", equalTo(2));

        bury.get("/communications/%s-1?on=2017-03-31".formatted(goLive))
                .statusCode(200)
                .body("overdue", equalTo(false))
                .body("consultation", equalTo(staff));
        bury.get("/communications?consultation=%s&on=2017-04-01".formatted(staff))
                .body("items.overdue", contains(true));
        bury.does(
                        "/communications/%s-2/done".formatted(goLive),
                        "{\"doneOn\": \"2017-04-01\", \"reached\": 120}")
                .body("reached", equalTo(120));
        bury.post("/communications/%s-2/done".formatted(goLive), "{}")
                .statusCode(409)
                .body("code", equalTo("TOLD_ALREADY"));
        assertThat(
                        Told.of(
                                database,
                                bury.get("/communications/%s-2".formatted(goLive))
                                        .extract()
                                        .path("id")))
                .singleElement()
                .returns("COMMUNICATION", told -> told.data().getString("kind"))
                .returns(120, told -> told.data().getInt("reached"));
        Caller.secretaryOf(Locality.WIGAN)
                .get("/communications/%s-1".formatted(goLive))
                .statusCode(404);
        Caller.secretaryOf(Locality.WIGAN).get("/consultations/" + staff).statusCode(404);
    }

    private void planned() {
        bury.does(
                "/consultations",
                planned(
                        "{\"commence\": \"2016-10\", \"formal\": \"2016-12\","
                                + " \"conclude\": \"2017-03\"}"));
    }

    private String planned(String stages) {
        return """
        {"reference": "%s", "title": "Staff of the commissioning group",
         "locality": "E08000002", "audience": "STAFF",
         "about": {"type": "PLAN", "reference": "%s"}, "stages": %s,
         "plannedOn": "2016-09-01"}
        """
                .formatted(staff, plan, stages);
    }

    private void begins(String verb, String on) {
        bury.does(
                "/consultations/%s/%s".formatted(staff, verb),
                "{\"effectiveOn\": \"%s\"}".formatted(on));
    }
}
