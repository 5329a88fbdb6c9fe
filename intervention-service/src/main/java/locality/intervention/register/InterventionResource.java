package locality.intervention.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.intervention.Cursor;
import locality.intervention.Reference;
import locality.intervention.theme.Themes;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/intervention/v1/interventions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Interventions",
        description = "The register: what is done, who leads it, how far it is")
@RunOnVirtualThread
class InterventionResource {

    private static final String NEW_INTERVENTION =
            """
            {"reference": "MCR-PRE-ALLIANCE", "name": "Central Manchester pre-alliance",
             "locality": "E08000003", "themes": ["MCR-LLLB"],
             "managerialLead": "Programme manager, Central Manchester CCG", "provider": "RW3",
             "components": [{"name": "Rapid response", "goLiveOn": "2014-09-01", "postsToRecruit": 12}],
             "provenance": {"kind": "STATED", "document": "Living Longer Living Better: programme report", "section": "3.3.3"}}
            """;
    private static final String REGISTER =
            """
            reference,name,themes,brief,document,section
            ROC-01,Primary Care Academy,ROC-PILLAR-1,,"Transformation: one year on",3.1.1
            ROC-07,Rochdale intervention 07 (not named in source),ROC-PILLAR-1,,,
            """;

    private final Interventions interventions;
    private final InterventionViews views;
    private final ProposeIntervention propose;
    private final ImportRegister importRegister;
    private final Themes themes;
    private final CurrentCaller caller;

    InterventionResource(
            Interventions interventions,
            InterventionViews views,
            ProposeIntervention propose,
            ImportRegister importRegister,
            Themes themes,
            CurrentCaller caller) {
        this.interventions = interventions;
        this.views = views;
        this.propose = propose;
        this.importRegister = importRegister;
        this.themes = themes;
        this.caller = caller;
    }

    /// An intervention to put on the register.
    @Schema(name = "NewIntervention")
    record NewIntervention(
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank @Size(max = Particulars.LONGEST_NAME) String name,
            @NotNull Locality locality,
            @Schema(description = "Ids or references of the themes it serves; at least one")
                    @NotEmpty
                    List<@NotBlank String> themes,
            @Size(max = Particulars.LONGEST_BRIEF) @Nullable String brief,
            @Schema(description = "A post, never a person") @Size(max = Particulars.LONGEST_NAME)
                    @Nullable String managerialLead,
            @Schema(description = "A post, never a person") @Size(max = Particulars.LONGEST_NAME)
                    @Nullable String clinicalLead,
            @Schema(description = "Whom it is for") @Size(max = Particulars.LONGEST_NAME)
                    @Nullable String cohort,
            @Schema(description = "An organisation's ODS or GSS code, or its name")
                    @Size(max = Particulars.LONGEST_NAME)
                    @Nullable String provider,
            @Size(max = 500) @Nullable List<@NotNull @Valid NewComponent> components,
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {

        Particulars particulars() {
            return new Particulars(brief, managerialLead, clinicalLead, cohort, provider);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(
            summary = "Propose an intervention, or import a register",
            description =
                    "JSON proposes one. CSV takes a register for the locality of the query, all or"
                        + " nothing: reference, name and themes (separated by semicolons), and as"
                        + " far as known brief, managerialLead, clinicalLead, cohort, provider,"
                        + " document and section, or formula. A row with a version changes what was"
                        + " exported under that version; an empty cell changes nothing.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = NewIntervention.class),
                        examples = @ExampleObject(name = "pre-alliance", value = NEW_INTERVENTION)),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "register", value = REGISTER))
            })
    @Parameter(
            name = "locality",
            in = ParameterIn.QUERY,
            description = "Whose register a CSV is",
            schema = @Schema(implementation = Locality.class))
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = InterventionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = ImportRegister.Outcome.class)))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: every fault by field, or by line and column")
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN or THEME_RETIRED")
    @APIResponse(
            responseCode = "422",
            description = "THEME_OF_ANOTHER_PLACE, LIVE_IN_THE_FUTURE or OVER_RECRUITED")
    public Response propose(@Valid @NotNull NewIntervention asked) {
        var proposed = propose.handle(caller.get(), asked);
        return answer(
                Response.created(URI.create("/api/intervention/v1/interventions/" + proposed.id)),
                proposed);
    }

    @POST
    @Consumes(Spreadsheet.CSV)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(hidden = true, summary = "Import a register")
    public Response importRegister(
            @QueryParam("locality") @NotNull Locality locality, @NotNull String register) {
        return Response.ok(importRegister.handle(caller.get(), locality, register)).build();
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List interventions",
            description =
                    "As CSV all of them, whatever the page: the register to edit and send back.")
    @APIResponse(
            responseCode = "200",
            description = "A page of interventions, or the register",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = InterventionPage.class)),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(implementation = String.class))
            })
    @Produces({MediaType.APPLICATION_JSON, Spreadsheet.CSV})
    public Response list(
            @Context HttpHeaders headers,
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("state") @Nullable State state,
            @Parameter(description = "Id or reference of a theme") @QueryParam("theme")
                    @Nullable String theme,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var who = caller.get();
        var under = theme == null ? null : themes.require(who, theme).id();
        if (Spreadsheet.isAskedFor(headers.getHeaderString(HttpHeaders.ACCEPT))) {
            var all = interventions.all(who, locality, state, under);
            return Spreadsheet.named("interventions", RegisterCsv.write(views.of(all)));
        }
        var rows = interventions.page(who, locality, state, under, Cursor.orStart(after), limit);
        var page = Page.of(rows, limit, it -> it.id.toString());
        return Response.ok(
                        new Page<>(views.of(page.items()), page.next()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("/{intervention}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read an intervention by id or reference")
    @APIResponse(
            responseCode = "200",
            description = "The intervention",
            content = @Content(schema = @Schema(implementation = InterventionView.class)))
    public Response read(@PathParam("intervention") String idOrReference) {
        return answer(Response.ok(), interventions.require(caller.get(), idOrReference));
    }

    /// A page of interventions, for the OpenAPI document.
    @Schema(name = "InterventionPage")
    record InterventionPage(List<InterventionView> items, @Nullable String next) {}

    private Response answer(Response.ResponseBuilder response, Intervention intervention) {
        return answer(response, intervention, views);
    }

    static Response answer(
            Response.ResponseBuilder response, Intervention intervention, InterventionViews views) {
        return response.header(HttpHeaders.ETAG, new EntityTag(intervention.version))
                .entity(views.of(intervention))
                .build();
    }
}
