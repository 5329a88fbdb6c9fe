package locality.governance.principle;

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

/// Registers of principles over HTTP.
@Path("/api/governance/v1/principles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Principles", description = "What partners hold to, by register and number")
class PrincipleResource {

    private final Principles principles;
    private final RecordPrinciple recordPrinciple;
    private final PrincipleSheet sheet;
    private final Recorder recorder;

    PrincipleResource(
            Principles principles,
            RecordPrinciple recordPrinciple,
            PrincipleSheet sheet,
            Recorder recorder) {
        this.principles = principles;
        this.recordPrinciple = recordPrinciple;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    /// @param reference that of its register and number when left out
    /// @param register what the principles are for, as in `DECOMMISSIONING` or `DESIGN`
    /// @param number its place in the register, from 1; the next when left out
    /// @param from the first day it holds
    /// @param endsOn the last day it holds; no end when left out
    /// @param decision in effect that is about its register (`principle-register` and its name), by
    ///   id or reference; left out when none is on record
    @Schema(name = "PrincipleToRecord")
    record ToRecord(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank @Pattern(regexp = PrincipleText.REGISTER) String register,
            @Min(1) @Nullable Integer number,
            @NotBlank String text,
            @NotNull Locality locality,
            @NotNull LocalDate from,
            @Nullable LocalDate endsOn,
            @Nullable String decision,
            @Nullable Provenance provenance) {}

    /// @param lastDay on which it holds
    @Schema(name = "PrincipleEnd")
    record End(@NotNull LocalDate lastDay) {}

    /// @param register what the principles are for
    /// @param number its place in the register, from 1
    /// @param endsOn the last day it holds, null without an end
    /// @param holds whether it holds on the day asked for
    /// @param decision that agreed its register, by its reference; null when none is on record
    @Schema(name = "Principle")
    record View(
            UUID id,
            String reference,
            String register,
            int number,
            String text,
            Locality locality,
            LocalDate from,
            @Nullable LocalDate endsOn,
            boolean holds,
            @Nullable String decision,
            Provenance provenance,
            long version) {

        static View of(Principle principle, LocalDate day) {
            return new View(
                    principle.id,
                    principle.reference,
                    principle.register,
                    principle.number,
                    principle.text,
                    principle.locality,
                    principle.fromDay,
                    principle.endsOn,
                    principle.holdsOn(day),
                    principle.decisionReference,
                    principle.provenance,
                    principle.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List principles by register and number, or export them as CSV",
            description = "With `on`, those that hold on that day; else all that were ever agreed.")
    public Page<View> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(example = "DESIGN") @QueryParam("register") @Nullable String register,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = on == null ? effectiveAt : on;
        var found = principles.inPlaces(recorder.shown(locality), register, day, after, limit);
        return Page.of(found, limit, one -> one.reference)
                .map(one -> View.of(one, recorder.day(on, effectiveAt)));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List principles by register and number, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("register") @Nullable String register,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = on == null ? effectiveAt : on;
        return Spreadsheet.named(
                "principles",
                PrincipleSheet.write(
                        principles.inPlaces(
                                recorder.shown(locality), register, day, "", Page.ALL)));
    }

    @GET
    @Path("/{principle}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show a principle, as a business case cites it")
    @APIResponseSchema(View.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "OLD-DESIGN-9") @PathParam("principle") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var principle = principles.require(idOrReference);
        recorder.requireReading(principle.locality, "principle", idOrReference);
        return answer(Response.ok(), principle, recorder.day(on, effectiveAt));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Enter a principle into its register, or send a register as a spreadsheet",
            description =
                    "A `decision` is in effect and about the register whole: its subject is of type"
                            + " `principle-register` and has the register's name as id. A"
                            + " spreadsheet is recorded whole or not at all and needs an"
                            + " Idempotency-Key; columns register, text, locality, from and, if"
                            + " wanted, those of the export. A row whose `reference` is on record,"
                            + " with its `version`, rewords or ends it. With dryRun nothing is"
                            + " kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToRecord.class),
                        examples = @ExampleObject(name = "The ninth", ref = "principle")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two", ref = "principles-csv"))
            })
    @APIResponseSchema(value = View.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such decision")
    @APIResponse(
            responseCode = "409",
            description = "PRINCIPLE_REFERENCE_TAKEN, PRINCIPLE_NUMBER_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "ENDS_BEFORE_IT_HOLDS, DECISION_NOT_IN_EFFECT,"
                            + " DECISION_ABOUT_SOMETHING_ELSE, PERSONAL_DATA; ROW_NAMED_TWICE;"
                            + " ROWS_REFUSED: each by its line, also NOT_IN_A_SPREADSHEET")
    public Response record(@NotNull @Valid ToRecord request) {
        var principle =
                recordPrinciple.handle(
                        new RecordPrinciple.ToRecord(
                                request.reference,
                                request.number,
                                new PrincipleText(
                                        request.register,
                                        request.text,
                                        request.locality,
                                        request.from,
                                        request.endsOn),
                                request.decision,
                                request.provenance));
        return answer(
                Response.created(URI.create("/api/governance/v1/principles/" + principle.id)),
                principle,
                recorder.today());
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a register of principles as a spreadsheet")
    public Response importCsv(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, String csv) {
        return Response.ok(sheet.handle(csv, dryRun)).build();
    }

    @POST
    @Path("/{principle}/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "End a principle with a day, or move its end")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "principle-end")))
    @APIResponseSchema(View.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_HOLDS")
    public Response end(
            @PathParam("principle") String principle,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid End said) {
        return answer(
                Response.ok(),
                recordPrinciple.end(principle, ifMatch, said.lastDay),
                recorder.today());
    }

    private static Response answer(
            Response.ResponseBuilder builder, Principle principle, LocalDate day) {
        return builder.entity(View.of(principle, day))
                .header(HttpHeaders.ETAG, new EntityTag(principle.version))
                .build();
    }
}
