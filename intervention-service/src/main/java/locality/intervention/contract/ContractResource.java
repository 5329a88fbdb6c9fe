package locality.intervention.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.intervention.Cursor;
import locality.intervention.Reference;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/intervention/v1/contracts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts", description = "What passed a gateway, in the scope of its contract")
@RunOnVirtualThread
class ContractResource {

    private static final String NEW_CONTRACT =
            """
            {"reference": "RCH-LCO-CONTRACT", "title": "Local Care Organisation contract",
             "kind": "ALLIANCE", "locality": "E08000005", "beginsOn": "2018-04-01",
             "provenance": {"kind": "STATED", "document": "Twelve Month Review", "section": "3.1.1"}}
            """;
    private static final String STEP =
            """
            {"effectiveOn": "2018-05-14"}
            """;

    private final Contracts contracts;
    private final ScopeItems items;
    private final RecordContract record;
    private final ChangeScope change;
    private final CurrentCaller caller;
    private final Clock clock;

    ContractResource(
            Contracts contracts,
            ScopeItems items,
            RecordContract record,
            ChangeScope change,
            CurrentCaller caller,
            Clock clock) {
        this.contracts = contracts;
        this.items = items;
        this.record = record;
        this.change = change;
        this.caller = caller;
        this.clock = clock;
    }

    /// The draft of a contract to put on record.
    @Schema(name = "NewContract")
    record NewContract(
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank @Size(max = 300) String title,
            @NotNull ContractKind kind,
            @Schema(description = "Its first day, if it is known") @Nullable LocalDate beginsOn,
            @Schema(description = "Its last day, if it is known") @Nullable LocalDate endsOn,
            @NotNull Locality locality,
            @Nullable Provenance provenance) {}

    /// When a step is taken.
    @Schema(name = "ContractScopeStep")
    record ScopeStepToTake(
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Put the draft of a contract on record")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewContract.class),
                            examples = @ExampleObject(name = "a draft", value = NEW_CONTRACT)))
    @APIResponse(
            responseCode = "201",
            description = "On record",
            content = @Content(schema = @Schema(implementation = ContractView.class)))
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN")
    @APIResponse(responseCode = "422", description = "CONTRACT_ENDS_BEFORE_IT_BEGINS")
    public Response put(@Valid @NotNull NewContract asked) {
        var contract = record.handle(caller.get(), asked);
        return answer(
                Response.created(URI.create("/api/intervention/v1/contracts/" + contract.id)),
                ContractView.of(contract, List.of(), BusinessClock.today(clock)));
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Produces({MediaType.APPLICATION_JSON, Spreadsheet.CSV})
    @Operation(
            summary = "List contracts with their scope as of a day",
            description = "As CSV all of them, a row for each item of their scope.")
    @APIResponse(
            responseCode = "200",
            description = "A page of contracts, or the spreadsheet",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ContractPage.class)),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(implementation = String.class))
            })
    public Response list(
            @Context HttpHeaders headers,
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        if (Spreadsheet.isAskedFor(headers.getHeaderString(HttpHeaders.ACCEPT))) {
            var all = contracts.all(caller.get(), locality);
            return Spreadsheet.named("contracts", ContractCsv.write(views(all, on)));
        }
        var rows = contracts.page(caller.get(), locality, Cursor.orStart(after), limit);
        var page = Page.of(rows, limit, contract -> contract.id.toString());
        return Response.ok(
                        new Page<>(views(page.items(), on), page.next()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("/{contract}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Read a contract by id or reference, with its scope as of a day")
    @APIResponseSchema(value = ContractView.class, responseDescription = "The contract")
    public Response read(
            @PathParam("contract") String idOrReference, @QueryParam("on") @Nullable LocalDate on) {
        var contract = contracts.require(caller.get(), idOrReference);
        return answer(Response.ok(), views(List.of(contract), on).getFirst());
    }

    @POST
    @Path("/{contract}/scope/{item}/include")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Take a listed item of the scope into the contract")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ScopeStepToTake.class),
                            examples = @ExampleObject(name = "on a day", value = STEP)))
    @APIResponseSchema(value = ContractView.ItemView.class, responseDescription = "Included")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such contract or item")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "STEP_OUT_OF_ORDER or IN_THE_FUTURE")
    public Response include(
            @PathParam("contract") String contract,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ScopeStepToTake asked) {
        return answer(change.include(caller.get(), at(contract, item, ifMatch, asked)));
    }

    @POST
    @Path("/{contract}/scope/{item}/exit")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Take an item of the scope out of the contract")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ScopeStepToTake.class),
                            examples = @ExampleObject(name = "on a day", value = STEP)))
    @APIResponseSchema(value = ContractView.ItemView.class, responseDescription = "Exited")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such contract or item")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "STEP_OUT_OF_ORDER or IN_THE_FUTURE")
    public Response exit(
            @PathParam("contract") String contract,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ScopeStepToTake asked) {
        return answer(change.exit(caller.get(), at(contract, item, ifMatch, asked)));
    }

    /// A page of contracts, for the OpenAPI document.
    @Schema(name = "ContractPage")
    record ContractPage(List<ContractView> items, @Nullable String next) {}

    private List<ContractView> views(List<Contract> shown, @Nullable LocalDate on) {
        var scope = items.of(shown);
        var day = on == null ? BusinessClock.today(clock) : on;
        return shown.stream()
                .map(one -> ContractView.of(one, scope.getOrDefault(one.reference, List.of()), day))
                .toList();
    }

    private static ChangeScope.At at(
            String contract,
            String item,
            @Nullable String ifMatch,
            @Nullable ScopeStepToTake asked) {
        return new ChangeScope.At(
                contract, item, ifMatch, asked == null ? null : asked.effectiveOn());
    }

    private static Response answer(Response.ResponseBuilder response, ContractView view) {
        return response.header(HttpHeaders.ETAG, new EntityTag(view.version()))
                .entity(view)
                .build();
    }

    private static Response answer(ScopeItem item) {
        return Response.ok(ContractView.ItemView.of(item, item.last()))
                .header(HttpHeaders.ETAG, new EntityTag(item.version))
                .build();
    }
}
