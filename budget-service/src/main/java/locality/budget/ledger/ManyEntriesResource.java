package locality.budget.ledger;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Consumer;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Idempotent;
import locality.platform.http.SpooledBody;
import locality.platform.http.Spreadsheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ledger", description = "The double-entry journal and its balances")
class ManyEntriesResource {

    private static final int MOST_AT_ONCE = 1000;

    private static final String TWO_ENTRIES =
            """
            [{"key": "MCC-AP-2014-0617", "effectiveDate": "2014-06-30",
              "description": "Reablement, first quarter", "sourceDocument": "Invoice 2014/117",
              "metadata": {"costCentre": "R1042"},
              "postings": [
                {"account": "SPEND", "lineId": "MCR-BCF-2014-15-L01", "amountPence": 125000000},
                {"account": "HOST_CASH", "amountPence": -125000000}]},
             {"key": "MCC-AP-2014-0618", "effectiveDate": "2014-06-30",
              "description": "Carers, first quarter",
              "postings": [
                {"account": "SPEND", "lineId": "MCR-BCF-2014-15-L01", "amountPence": 1000000},
                {"account": "HOST_CASH", "amountPence": -1000000}]}]
            """;

    private static final String FILE =
            """
            key,effectiveDate,description,account,lineId,partner,source,amountPence,sourceDocument,metadata
            MCC-AP-2014-0617,2014-06-30,"Reablement, first quarter",SPEND,MCR-BCF-2014-15-L01,,,125000000,Invoice 2014/117,costCentre=R1042
            MCC-AP-2014-0617,,,HOST_CASH,,,,-125000000,,
            """;

    private final Funds funds;
    private final PostEntries postEntries;
    private final CurrentCaller caller;

    ManyEntriesResource(Funds funds, PostEntries postEntries, CurrentCaller caller) {
        this.funds = funds;
        this.postEntries = postEntries;
        this.caller = caller;
    }

    @POST
    @Path("/funds/{fund}/journal-entries/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Post up to 1,000 journal entries",
            description =
                    "Each is judged as if it were posted alone after those before it, and one that"
                            + " is refused refuses itself alone; with allOrNothing it refuses all."
                            + " What became of each is told in the order in which they were sent.")
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = NewEntry.class),
                            examples = @ExampleObject(name = "Two payments", value = TWO_ENTRIES)))
    @APIResponse(
            responseCode = "200",
            description =
                    "POSTED, ALREADY_POSTED or REFUSED with its problem, for each entry; the codes"
                            + " of the problems are those of a single entry",
            content = @Content(schema = @Schema(implementation = EntryOutcome.All.class)))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: this is not an array of 1 to 1,000 entries")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    @APIResponse(
            responseCode = "422",
            description =
                    "BATCH_REFUSED with allOrNothing: those refused, and nothing is posted;"
                            + " IDEMPOTENCY_KEY_REQUIRED or IDEMPOTENCY_KEY_REUSED")
    public Response postMany(
            @PathParam("fund") String fund,
            @QueryParam("allOrNothing") @DefaultValue("false") boolean allOrNothing,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Size(min = 1, max = MOST_AT_ONCE) List<@NotNull NewEntry> asked) {
        Consumer<List<Verdict>> objection =
                allOrNothing ? verdicts -> refuseAll(asked, verdicts) : _ -> {};
        return answer(fund, asked, objection, dryRun);
    }

    @POST
    @Path("/funds/{fund}/journal-entries")
    @Consumes(Spreadsheet.CSV)
    @Idempotent(keyRequired = true)
    @TransactionConfiguration(timeoutFromConfigProperty = "budget.ledger.import-seconds")
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Post a journal entry, or a file of them")
    @RequestBody(
            description =
                    "As CSV one row is a posting, and the rows of one key that follow each other"
                        + " are one entry; what is said of the whole entry stands in its first row,"
                        + " and a row that says date and description again when those before it"
                        + " balance is at fault: it may be the same entry again, or more of it. All"
                        + " of the file is posted, or nothing; what it holds that was posted before"
                        + " is ALREADY_POSTED. A file is UTF-8 and has at most 100,000 entries and"
                        + " 64 MB; while it is posted, nothing else is posted on its lines.",
            content =
                    @Content(
                            mediaType = Spreadsheet.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "Payments", value = FILE)))
    @APIResponse(
            responseCode = "200",
            description =
                    "How many were POSTED and how many ALREADY_POSTED. The outcomes name the first"
                            + " 1,000 that were ALREADY_POSTED, in the order of the file; what they"
                            + " do not name is found by its key",
            content = @Content(schema = @Schema(implementation = EntryOutcome.All.class)))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: every bad row by line and column, whatever rule it breaks")
    public Response postFile(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull SpooledBody file) {
        var csv = new JournalCsv(file.file());
        return Response.ok(postEntries.handle(caller.get(), fund, csv, dryRun)).build();
    }

    @GET
    @Path("/funds/{fund}/journal-entries/template.csv")
    @Produces(Spreadsheet.CSV)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "The columns of a file of journal entries, to be filled in")
    public Response template(@PathParam("fund") String fund) {
        var name = funds.require(caller.get(), fund).reference();
        return Spreadsheet.named(name + "-journal-entries", JournalCsv.template());
    }

    private Response answer(
            String fund, List<NewEntry> asked, Consumer<List<Verdict>> objection, boolean dryRun) {
        var outcomes = postEntries.handle(caller.get(), fund, asked, objection, dryRun);
        return Response.ok(EntryOutcome.All.of(asked, outcomes)).build();
    }

    private static void refuseAll(List<NewEntry> asked, List<Verdict> verdicts) {
        var refused = EntryOutcome.refused(asked, verdicts);
        if (!refused.isEmpty()) {
            throw new LedgerRefusal.BatchRefused(asked.size(), refused);
        }
    }
}
