package locality.budget.figure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.Reference;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Figures", description = "Figures as their documents state them")
class FigureResource {

    private static final String NEW_FIGURE =
            """
            {"locality": "E08000003", "reference": "MCR-BCF-LDF-13.2",
             "label": "Available for the new models of care in 2014/15", "stated": "£13.2m",
             "fund": "MCR-BCF-2014-15",
             "provenance": {"kind": "STATED", "document": "Living Longer, Living Better",
                            "section": "3.2.1"}}
            """;
    private static final String SHEET =
            """
            reference,label,stated,unit,provenanceKind,provenanceDocument,provenanceSection
            MCR-CARE-BILL-13,Savings from staff time,-148,GBP_K,STATED,"Living Longer, Living Better",3.4.3
            """;
    private static final String CORRECTION =
            """
            {"label": "Available for the new models of care in 2014/15", "stated": "£13.221m",
             "reason": "The table gives it to the thousand",
             "provenance": {"kind": "STATED", "document": "Living Longer, Living Better",
                            "section": "3.2.1, table"}}
            """;

    private final Figures figures;
    private final Plans plans;
    private final Funds funds;
    private final StateFigure stateFigure;
    private final ImportFigures importFigures;
    private final CorrectFigure correctFigure;
    private final CurrentCaller caller;

    FigureResource(
            Figures figures,
            Plans plans,
            Funds funds,
            StateFigure stateFigure,
            ImportFigures importFigures,
            CorrectFigure correctFigure,
            CurrentCaller caller) {
        this.figures = figures;
        this.plans = plans;
        this.funds = funds;
        this.stateFigure = stateFigure;
        this.importFigures = importFigures;
        this.correctFigure = correctFigure;
        this.caller = caller;
    }

    @Schema(name = "NewFigure")
    record NewFigure(
            @NotNull Locality locality,
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank @Size(max = 500) String label,
            @Schema(description = "The words of the document", examples = "c£40K")
                    @NotBlank
                    @Size(max = 500)
                    String stated,
            @Schema(description = "Where the words do not say it, as under a heading £000")
                    @Nullable FigureUnit unit,
            @Schema(description = "Where the document says so elsewhere than in the words")
                    @Nullable Boolean approximate,
            @Schema(description = "Id or reference of the fund it is about") @Nullable String fund,
            @Schema(description = "Id or reference of the line it is about") @Nullable String line,
            @Nullable Provenance provenance) {

        Statement.Said said(Provenance source) {
            return new Statement.Said(
                    label, stated, unit, Boolean.TRUE.equals(approximate), source);
        }
    }

    @Schema(name = "FigureCorrection")
    record Correction(
            @NotBlank @Size(max = 500) String label,
            @NotBlank @Size(max = 500) String stated,
            @Nullable FigureUnit unit,
            @Nullable Boolean approximate,
            @Schema(description = "Why; no person's name") @NotBlank @Size(max = 500) String reason,
            @Nullable Provenance provenance) {

        Statement.Said said(Provenance source) {
            return new Statement.Said(
                    label, stated, unit, Boolean.TRUE.equals(approximate), source);
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Keep a figure as its document states it, or a spreadsheet of them",
            description =
                    "A spreadsheet is taken whole or not at all and needs `?locality=` and an"
                            + " Idempotency-Key. A row with a new reference is stated; one with the"
                            + " version of a figure and a reason corrects it; the same sheet again"
                            + " changes nothing.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = NewFigure.class),
                        examples = @ExampleObject(name = "Rounded", value = NEW_FIGURE)),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Thousands", value = SHEET))
            })
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                FigureView.class,
                                                ImportFigures.Imported.class
                                            })))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: every bad row by line and column; nothing done")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: the locality, fund or line is not yours to see")
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "WORDS_NOT_UNDERSTOOD, UNIT_UNKNOWN, UNIT_CONTRADICTED, NOT_WHOLE_PENCE,"
                            + " FIGURE_TOO_LARGE, LINE_OF_ANOTHER_FUND")
    public Response state(
            @Valid @NotNull NewFigure asked,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var figure = stateFigure.handle(caller.get(), asked, dryRun);
        return answer(Response.created(URI.create("/api/budget/v1/figures/" + figure.id)), figure);
    }

    @POST
    @Consumes(Spreadsheet.CSV)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.FINANCE)
    @Operation(hidden = true, summary = "Keep a spreadsheet of figures")
    public Response importCsv(
            @QueryParam("locality") @NotNull Locality locality,
            @NotNull String sheet,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return Response.status(Response.Status.CREATED)
                .entity(importFigures.handle(caller.get(), locality, sheet, dryRun))
                .build();
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List figures, or export them as CSV")
    public Page<FigureView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "Id or reference; its lines' figures too") @QueryParam("fund")
                    @Nullable String fund,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return Page.of(
                        found(locality, fund, Cursor.orStart(after), limit),
                        limit,
                        figure -> figure.id.toString())
                .map(FigureView::of);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List figures, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("fund") @Nullable String fund) {
        var all = found(locality, fund, Cursor.orStart(null), Page.ALL);
        var names = new HashMap<UUID, Plans.Planned>();
        names.putAll(plans.funds(ids(all.stream().map(figure -> figure.fundId).toList())));
        names.putAll(plans.lines(ids(all.stream().map(figure -> figure.lineId).toList())));
        return Spreadsheet.named("figures", FigureSheet.write(all, names));
    }

    @GET
    @Path("/template")
    @Produces(Spreadsheet.CSV)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Download an empty spreadsheet for figures")
    public Response template() {
        return Spreadsheet.named("figures-template", FigureSheet.template());
    }

    @GET
    @Path("/{figure}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a figure with everything that was said of it")
    @APIResponse(
            responseCode = "200",
            description = "The figure",
            content = @Content(schema = @Schema(implementation = FigureView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such figure in your localities")
    public Response read(@PathParam("figure") String idOrReference) {
        return answer(Response.ok(), figures.require(caller.get(), idOrReference));
    }

    @POST
    @Path("/{figure}/correct")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Correct a figure; what was said before is kept",
            description = "Every comparison that rests on it is told anew.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Correction.class),
                            examples = @ExampleObject(name = "Exact", value = CORRECTION)))
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = FigureView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such figure in your localities")
    @APIResponse(responseCode = "412", description = "STALE: it has changed since you read it")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOTHING_CORRECTED, WORDS_NOT_UNDERSTOOD, UNIT_UNKNOWN, UNIT_CONTRADICTED,"
                            + " NOT_WHOLE_PENCE, FIGURE_TOO_LARGE")
    public Response correct(
            @PathParam("figure") String idOrReference,
            @Valid @NotNull Correction asked,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return answer(
                Response.ok(),
                correctFigure.handle(caller.get(), idOrReference, asked, ifMatch, dryRun));
    }

    private List<StatedFigure> found(
            @Nullable Locality locality, @Nullable String fund, UUID after, int limit) {
        var of = fund == null ? null : funds.require(caller.get(), fund).id();
        return figures.page(caller.get(), locality, of, after, limit);
    }

    private static List<UUID> ids(List<@Nullable UUID> some) {
        return some.stream().filter(Objects::nonNull).distinct().toList();
    }

    private static Response answer(Response.ResponseBuilder builder, StatedFigure figure) {
        return builder.header(HttpHeaders.ETAG, new EntityTag(figure.version))
                .entity(FigureView.of(figure))
                .build();
    }
}
