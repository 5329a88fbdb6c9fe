package locality.governance.strategy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Strategies over HTTP: drafted, listed, and sent back as a spreadsheet.
@Path("/api/governance/v1/strategies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Strategies", description = "Strategies, needs assessments, outcomes frameworks")
class StrategyResource {

    private final Strategies strategies;
    private final FollowStrategy followStrategy;
    private final StrategySheet sheet;
    private final Recorder recorder;

    StrategyResource(
            Strategies strategies,
            FollowStrategy followStrategy,
            StrategySheet sheet,
            Recorder recorder) {
        this.strategies = strategies;
        this.followStrategy = followStrategy;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    /// @param reference the next of its kind and locality when left out
    /// @param edition as its authors write it; left out when they write none
    /// @param draftedOn today when left out
    /// @param reviewOn when it is to be reviewed; left out when nothing is said
    /// @param stated what documents say of its approval, however they contradict each other
    @Schema(name = "StrategyToDraft")
    record ToDraft(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank String title,
            @NotNull StrategyKind kind,
            @Nullable String edition,
            @NotNull Locality locality,
            @Nullable LocalDate draftedOn,
            @Nullable LocalDate reviewOn,
            @Nullable List<@NotNull @Valid ToState> stated,
            @Nullable Provenance provenance) {

        Strategy.Draft draft() {
            return new Strategy.Draft(
                    title,
                    kind,
                    edition,
                    locality,
                    reviewOn,
                    stated == null
                            ? List.of()
                            : stated.stream()
                                    .map(one -> new Said(one.approvedIn, one.provenance))
                                    .toList());
        }
    }

    /// @param approvedIn a day (`2018-02-28`) or a month (`2018-02`)
    @Schema(name = "StrategyToState")
    record ToState(@NotBlank String approvedIn, @NotNull Provenance provenance) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List strategies in the order of their references, or export them as CSV",
            description = "With `on`, as they were on that day: those drafted by then.")
    public Page<StrategyView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("kind") @Nullable StrategyKind kind,
            @QueryParam("state") @Nullable StrategyState state,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        var wanted = new Strategies.Wanted(day, kind, state);
        return Page.of(
                        strategies.inPlaces(recorder.shown(locality), wanted, after, limit),
                        limit,
                        one -> one.reference)
                .map(one -> view(one, day));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List strategies in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("kind") @Nullable StrategyKind kind,
            @QueryParam("state") @Nullable StrategyState state,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var wanted = new Strategies.Wanted(day, kind, state);
        var all = strategies.inPlaces(recorder.shown(locality), wanted, "", Page.ALL);
        return Spreadsheet.named(
                "strategies",
                StrategySheet.write(
                        all.stream().map(one -> view(one, day)).toList(),
                        day.equals(recorder.today())));
    }

    @GET
    @Path("/{strategy}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show a strategy with its history and what documents say of it")
    @APIResponseSchema(StrategyView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or not drafted by that day")
    public Response show(
            @Parameter(example = "RCH-ICS-2018") @PathParam("strategy") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var strategy = strategies.require(idOrReference);
        recorder.requireReading(strategy.locality, "strategy", idOrReference);
        var day = recorder.day(on, effectiveAt);
        if (strategy.on(day).isEmpty()) {
            throw new NotFound("strategy", idOrReference);
        }
        return answer(Response.ok(), strategy, day);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Enter a strategy as a draft, or send a spreadsheet of them",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key;"
                            + " columns title, kind, locality and, if wanted, those of the export."
                            + " A row whose `reference` is on record, with its `version`, changes"
                            + " its title, its edition, its review. With dryRun nothing is kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToDraft.class),
                        examples = @ExampleObject(name = "Two months", ref = "strategy")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two", ref = "strategies-csv"))
            })
    @APIResponseSchema(value = StrategyView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "409", description = "STRATEGY_REFERENCE_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_A_DATE, IN_THE_FUTURE, PERSONAL_DATA; ROW_NAMED_TWICE; ROWS_REFUSED: each"
                            + " by its line, also NOT_IN_A_SPREADSHEET")
    public Response draft(@NotNull @Valid ToDraft request) {
        var strategy =
                followStrategy.draft(
                        request.reference, request.draft(), request.draftedOn, request.provenance);
        return answer(
                Response.created(URI.create("/api/governance/v1/strategies/" + strategy.id)),
                strategy,
                recorder.today());
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a spreadsheet of strategies")
    public Response importCsv(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, String csv) {
        return Response.ok(sheet.handle(csv, dryRun)).build();
    }

    static Response answer(Response.ResponseBuilder builder, Strategy strategy, LocalDate day) {
        return builder.entity(view(strategy, day))
                .header(HttpHeaders.ETAG, new EntityTag(strategy.version))
                .build();
    }

    private static StrategyView view(Strategy strategy, LocalDate day) {
        return StrategyView.of(strategy, strategy.on(day).orElseGet(strategy::last), day);
    }
}
