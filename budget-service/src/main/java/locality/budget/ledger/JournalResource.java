package locality.budget.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import locality.budget.authority.Authority;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ledger", description = "The double-entry journal and its balances")
class JournalResource {

    private static final String NEW_ENTRY =
            """
            {"effectiveDate": "2014-06-30", "description": "Reablement, first quarter",
             "postings": [
               {"account": "SPEND", "lineId": "MCR-BCF-2014-15-L01", "amountPence": 125000000},
               {"account": "HOST_CASH", "amountPence": -125000000}]}
            """;

    private final Funds funds;
    private final Entries entries;
    private final PostEntries postEntries;
    private final ReverseEntry reverseEntry;
    private final CurrentCaller caller;

    JournalResource(
            Funds funds,
            Entries entries,
            PostEntries postEntries,
            ReverseEntry reverseEntry,
            CurrentCaller caller) {
        this.funds = funds;
        this.entries = entries;
        this.postEntries = postEntries;
        this.reverseEntry = reverseEntry;
        this.caller = caller;
    }

    @Schema(name = "Reversal")
    record Reversal(@NotBlank @Size(max = 300) String reason) {}

    @Schema(name = "Posting")
    record PostingView(
            Account account,
            @Nullable UUID lineId,
            @Nullable String partner,
            @Nullable String source,
            Pence amountPence) {

        static PostingView of(Posting posting) {
            return new PostingView(
                    posting.account(),
                    posting.lineId(),
                    posting.partner(),
                    posting.source(),
                    posting.amount());
        }
    }

    @Schema(name = "JournalEntry")
    record View(
            UUID id,
            @Schema(examples = "JE-17") String reference,
            UUID fundId,
            LocalDate effectiveDate,
            @Schema(description = "1 is April, 12 is March, 13 after the year") int period,
            Instant recordedAt,
            String description,
            Authority authority,
            @Nullable UUID commitmentId,
            @Nullable UUID reverses,
            @Schema(description = "The entry that took it back, if one did")
                    @Nullable UUID reversedBy,
            List<PostingView> postings,
            Provenance provenance,
            @Schema(description = "The poster's own name for it") @Nullable String key,
            @Schema(description = "What it was posted from") @Nullable String sourceDocument,
            Map<String, String> metadata,
            @Schema(
                            description =
                                    "Whether the agreement it stands under was ratified only after"
                                            + " its day")
                    boolean retrospective,
            @Schema(description = "SHA-256 over the entry; its event carries the same")
                    String digest) {

        static View of(Ledger.Posted posted) {
            var entry = posted.entry();
            return new View(
                    entry.id(),
                    posted.reference(),
                    entry.fundId(),
                    entry.effectiveOn(),
                    entry.period(),
                    entry.recordedAt(),
                    entry.description(),
                    entry.authority(),
                    entry.commitmentId(),
                    entry.reverses(),
                    posted.reversedBy(),
                    entry.postings().stream().map(PostingView::of).toList(),
                    entry.provenance(),
                    entry.particulars().key(),
                    entry.particulars().sourceDocument(),
                    new TreeMap<>(entry.particulars().metadata()),
                    entry.particulars().retrospective(),
                    posted.digest());
        }
    }

    @POST
    @Path("/funds/{fund}/journal-entries")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Post a journal entry",
            description =
                    "Debits equal credits. It needs an authority: the decision cited, else the"
                            + " approved plan of the lines it names. An approved plan and a"
                            + " decision on a line allow what is spent there, or comes back, and"
                            + " nothing beside it; several lines or other accounts need a decision"
                            + " on the fund. A key of the poster's own makes it safe to send again"
                            + " at any time.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewEntry.class),
                            examples = @ExampleObject(name = "Spend", value = NEW_ENTRY)))
    @APIResponse(
            responseCode = "201",
            description = "Posted, or with dryRun what would be posted",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "It was posted before under the same key; this is the first answer, with the"
                            + " entry that took it back since, if one did: its money is not posted"
                            + " then, and the same again needs a key of its own",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such fund or line")
    @APIResponse(
            responseCode = "409",
            description =
                    "DECISION_NOT_KNOWN (yet), or KEY_REUSED: the key stands for another entry,"
                            + " which differs in what is named")
    @APIResponse(
            responseCode = "422",
            description =
                    "UNBALANCED, POSTING_INCOMPLETE, POSTINGS_OUT_OF_RANGE, AMOUNT_OUT_OF_RANGE,"
                            + " NO_AUTHORITY, MEMORANDUM_IS_DERIVED, NOT_BETWEEN_PARTNERS,"
                            + " WRONG_SOURCE, RING_FENCED, AGREEMENT_NOT_IN_FORCE,"
                            + " BEFORE_THE_YEAR, LIES_AHEAD, OVER_COMMITTED, MORE_THAN_SPENT,"
                            + " ONLY_IN_VIEW,"
                            + " DECISION_NOT_IN_EFFECT, DECISION_NOT_AN_APPROVAL,"
                            + " DECISION_SUBJECT, DECISION_AMOUNT, DECISION_OWNER,"
                            + " DECISION_DATE")
    public Response post(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull NewEntry asked) {
        return switch (postEntries.handle(caller.get(), fund, asked, dryRun)) {
            case Outcome.Posted(var posted) -> created(posted);
            case Outcome.AlreadyPosted(var posted) -> Response.ok(View.of(posted)).build();
            case Outcome.Refused(var refusal, _) -> throw refusal;
        };
    }

    @POST
    @Path("/journal-entries/{entry}/reverse")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Take an entry back by its opposite, effective on the same day")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Reversal.class),
                            examples =
                                    @ExampleObject(
                                            name = "Paid twice",
                                            value = "{\"reason\": \"Paid twice\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The reversing entry",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such entry in your localities")
    @APIResponse(responseCode = "409", description = "ALREADY_REVERSED or NOT_REVERSIBLE")
    @APIResponse(
            responseCode = "422",
            description = "MORE_THAN_SPENT or OVER_COMMITTED: its line has changed too much since")
    public Response reverse(
            @PathParam("entry") String entry,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull Reversal asked) {
        return created(reverseEntry.handle(caller.get(), entry, asked.reason(), dryRun));
    }

    @POST
    @Path("/funds/{fund}/journal-entries/{key}/reverse")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Take back the entry that was posted under a key",
            description = "As /journal-entries/{entry}/reverse, which answers and refuses alike.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Reversal.class),
                            examples =
                                    @ExampleObject(
                                            name = "Paid twice",
                                            value = "{\"reason\": \"Paid twice\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The reversing entry",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund, or no entry with that key in it")
    @APIResponse(responseCode = "409", description = "ALREADY_REVERSED or NOT_REVERSIBLE")
    @APIResponse(
            responseCode = "422",
            description = "MORE_THAN_SPENT or OVER_COMMITTED: its line has changed too much since")
    public Response reverseByKey(
            @PathParam("fund") String fund,
            @PathParam("key") String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull Reversal asked) {
        var posted = entries.requireKey(funds.require(caller.get(), fund).id(), key);
        var id = posted.entry().id().toString();
        return created(reverseEntry.handle(caller.get(), id, asked.reason(), dryRun));
    }

    @GET
    @Path("/funds/{fund}/journal-entries/{key}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read the entry that was posted under a key")
    public View readByKey(@PathParam("fund") String fund, @PathParam("key") String key) {
        return View.of(entries.requireKey(funds.require(caller.get(), fund).id(), key));
    }

    @GET
    @Path("/journal-entries/{entry}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a journal entry by id or reference")
    public View read(@PathParam("entry") String entry) {
        return View.of(entries.require(caller.get(), entry));
    }

    @GET
    @Path("/funds/{fund}/journal-entries")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the journal entries of a fund, in the order they were recorded")
    public Page<View> list(
            @PathParam("fund") String fund,
            @Schema(description = "The number of the entry to go on after, as in 17 of JE-17")
                    @QueryParam("after")
                    @DefaultValue("0")
                    long after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var rows = entries.page(funds.require(caller.get(), fund).id(), after, limit);
        return Page.of(rows, limit, posted -> String.valueOf(posted.number())).map(View::of);
    }

    private static Response created(Ledger.Posted posted) {
        return Response.created(URI.create("/api/budget/v1/journal-entries/" + posted.entry().id()))
                .entity(View.of(posted))
                .build();
    }
}
