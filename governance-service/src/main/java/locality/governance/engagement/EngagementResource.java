package locality.governance.engagement;

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
import java.util.UUID;
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

/// The log of engagement over HTTP.
@Path("/api/governance/v1/engagements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Engagement", description = "Who was told and asked, when, and how many")
class EngagementResource {

    private final Engagements engagements;
    private final LogEngagement logEngagement;
    private final EngagementSheet sheet;
    private final Recorder recorder;

    EngagementResource(
            Engagements engagements,
            LogEngagement logEngagement,
            EngagementSheet sheet,
            Recorder recorder) {
        this.engagements = engagements;
        this.logEngagement = logEngagement;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    /// @param reference the next of its kind and locality when left out
    /// @param heldIn a day (`2018-03-12`), the last of several, or a month (`2018-03`)
    /// @param count how many such there were; 1 when left out
    /// @param reached how many people, all of them together; left out when nobody counted
    @Schema(name = "EngagementToLog")
    record ToLog(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank String title,
            @NotNull EngagementKind kind,
            @NotNull Audience audience,
            @NotBlank String heldIn,
            @Nullable Integer count,
            @Nullable Integer reached,
            @NotNull Locality locality,
            @Nullable Provenance provenance) {

        Held held() {
            return new Held(
                    title,
                    kind,
                    audience,
                    HeldIn.of(heldIn),
                    count == null ? 1 : count,
                    reached,
                    locality);
        }
    }

    /// @param heldIn a day, the last of several, or a month
    /// @param reached null when nobody counted, which is not 0
    @Schema(name = "Engagement")
    record View(
            UUID id,
            String reference,
            String title,
            EngagementKind kind,
            Audience audience,
            String heldIn,
            int count,
            @Nullable Integer reached,
            Locality locality,
            Provenance provenance,
            long version) {

        static View of(Engagement engagement) {
            return new View(
                    engagement.id,
                    engagement.reference,
                    engagement.title,
                    engagement.kind,
                    engagement.audience,
                    engagement.held().when().written(),
                    engagement.count,
                    engagement.reached,
                    engagement.locality,
                    engagement.provenance,
                    engagement.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List engagement in the order of its references, or export it as CSV",
            description = "What is known by the month is of its last day.")
    public Page<View> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "The first day") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "The last day") @QueryParam("until") @Nullable LocalDate until,
            @QueryParam("kind") @Nullable EngagementKind kind,
            @QueryParam("audience") @Nullable Audience audience,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var wanted = new Engagements.Wanted(from, until, kind, audience);
        return Page.of(
                        engagements.inPlaces(recorder.shown(locality), wanted, after, limit),
                        limit,
                        one -> one.reference)
                .map(View::of);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List engagement in the order of its references, or export it as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until,
            @QueryParam("kind") @Nullable EngagementKind kind,
            @QueryParam("audience") @Nullable Audience audience) {
        return Spreadsheet.named(
                "engagement",
                EngagementSheet.write(
                        engagements.inPlaces(
                                recorder.shown(locality),
                                new Engagements.Wanted(from, until, kind, audience),
                                "",
                                Page.ALL)));
    }

    @GET
    @Path("/{engagement}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show an entry of the log of engagement")
    @APIResponseSchema(View.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "RCH-LCO-ENG-1") @PathParam("engagement") String idOrReference) {
        var engagement = engagements.require(idOrReference);
        recorder.requireReading(engagement.locality, "engagement", idOrReference);
        return answer(Response.ok(), engagement);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Log engagement, or send the log as a spreadsheet",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key;"
                            + " columns title, kind, audience, heldIn, locality and, if wanted,"
                            + " those of the export. A row whose `reference` is on record, with its"
                            + " `version`, puts right what was logged. With dryRun nothing is"
                            + " kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToLog.class),
                        examples = @ExampleObject(name = "Four events", ref = "engagement")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two", ref = "engagements-csv"))
            })
    @APIResponseSchema(value = View.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "409", description = "ENGAGEMENT_REFERENCE_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_A_DATE, IN_THE_FUTURE, NOTHING_COUNTED, PERSONAL_DATA; ROW_NAMED_TWICE;"
                            + " ROWS_REFUSED: each by its line, also NOT_IN_A_SPREADSHEET")
    public Response log(@NotNull @Valid ToLog request) {
        var engagement =
                logEngagement.handle(request.reference, request.held(), request.provenance);
        return answer(
                Response.created(URI.create("/api/governance/v1/engagements/" + engagement.id)),
                engagement);
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send the log of engagement as a spreadsheet")
    public Response importCsv(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, String csv) {
        return Response.ok(sheet.handle(csv, dryRun)).build();
    }

    private static Response answer(Response.ResponseBuilder builder, Engagement engagement) {
        return builder.entity(View.of(engagement))
                .header(HttpHeaders.ETAG, new EntityTag(engagement.version))
                .build();
    }
}
