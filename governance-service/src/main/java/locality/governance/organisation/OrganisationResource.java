package locality.governance.organisation;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.ReturnedSheet;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
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

/// Organisations over HTTP.
@Path("/api/governance/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Organisations", description = "Who the partners are, by ODS or GSS code")
class OrganisationResource {

    private static final String CODE = "[A-Z0-9]{3,9}";

    private final Organisations organisations;
    private final RecordOrganisation recordOrganisation;
    private final ChangeOrganisation changeOrganisation;
    private final Recorder recorder;

    OrganisationResource(
            Organisations organisations,
            RecordOrganisation recordOrganisation,
            ChangeOrganisation changeOrganisation,
            Recorder recorder) {
        this.organisations = organisations;
        this.recordOrganisation = recordOrganisation;
        this.changeOrganisation = changeOrganisation;
        this.recorder = recorder;
    }

    /// @param effectiveOn the first day the code holds; today when left out
    /// @param endsOn the last day it holds
    @Schema(name = "OrganisationToRecord")
    record ToRecord(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank String name,
            @NotNull OrganisationKind kind,
            @NotNull Locality locality,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            @Nullable List<String> predecessors,
            @Nullable Provenance provenance) {}

    /// @param from the first day it is called so; today when left out
    @Schema(name = "NameToTake")
    record ToRename(
            @NotBlank String name, @Nullable LocalDate from, @Nullable Provenance provenance) {}

    /// @param endsOn its last day; today when left out
    /// @param successors the codes of those who take over from it
    @Schema(name = "OrganisationToClose")
    record ToClose(
            @Nullable LocalDate endsOn,
            @Nullable List<@NotBlank String> successors,
            @Nullable Provenance provenance) {}

    /// What a spreadsheet did; rows that say what is on record change nothing.
    @Schema(name = "Imported")
    record Imported(int imported, int unchanged) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List organisations, or export them as CSV",
            description =
                    "In the order of their codes, under the name of the day; `state` says what it"
                            + " is on the day, `current` whether it is OPEN.")
    public Page<OrganisationView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        var page =
                Page.of(
                        organisations.inPlaces(recorder.shown(locality), after, limit),
                        limit,
                        organisation -> organisation.code);
        return new Page<>(views(page.items(), day), page.next());
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List organisations, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var all = organisations.inPlaces(recorder.shown(locality), "", Page.ALL);
        return Spreadsheet.named(
                "organisations",
                OrganisationSheet.write(views(all, recorder.day(on, effectiveAt))));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show one organisation as it was on a date",
            description =
                    "Its name and state of the day, every name it had, and who came before and"
                            + " after it.")
    @APIResponseSchema(OrganisationView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "00W") @PathParam("code") String code,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var organisation = organisations.require(code);
        recorder.requireReading(organisation.locality, "organisation", code);
        return answer(Response.ok(), organisation, recorder.day(on, effectiveAt));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put an organisation on record, or a spreadsheet of them",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key;"
                            + " columns code,name,kind,locality and, if wanted, effectiveOn,endsOn,"
                            + "predecessors (semicolons between). The export comes back with rows"
                            + " added to it: those of organisations on record say what is on"
                            + " record, and change nothing.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToRecord.class),
                        examples = @ExampleObject(name = "A CCG", ref = "organisation")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two of them", ref = "organisations-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {OrganisationView.class, Imported.class})))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "409", description = "ORGANISATION_ALREADY_RECORDED")
    @APIResponse(
            responseCode = "422",
            description = "ENDS_BEFORE_IT_BEGINS or REGISTERED_AS_ANOTHER_KIND")
    public Response record(@NotNull @Valid ToRecord request) {
        var organisation =
                new Organisation(
                        request.code,
                        request.name,
                        request.kind,
                        request.locality,
                        request.effectiveOn == null ? recorder.today() : request.effectiveOn,
                        request.endsOn,
                        request.predecessors == null ? List.of() : request.predecessors,
                        recorder.provenance(request.provenance));
        return answer(
                Response.created(URI.create("/api/governance/v1/organisations/" + request.code)),
                recordOrganisation.handle(organisation),
                recorder.today());
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Put a spreadsheet of organisations on record")
    public Response importCsv(String csv) {
        var sheet =
                new ReturnedSheet(
                        Csv.read(csv, OrganisationSheet.REQUIRED, OrganisationSheet.OPTIONAL),
                        "code",
                        OrganisationSheet.COLUMNS);
        var added = sheet.added(onRecord(sheet.named()), this::organisation);
        recordOrganisation.handle(added);
        return Response.status(Response.Status.CREATED)
                .entity(new Imported(added.size(), sheet.unchanged(added)))
                .build();
    }

    private Map<String, List<@Nullable Object>> onRecord(Set<String> named) {
        var all =
                organisations.inPlaces(recorder.shown(null), "", Page.ALL).stream()
                        .filter(one -> named.contains(one.code))
                        .toList();
        return OrganisationSheet.byCode(views(all, recorder.today()));
    }

    @POST
    @Path("/{code}/names")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Give an organisation another name from a day on",
            description =
                    "The code stays, and earlier days keep the name they had. One that begins on"
                            + " the day of the last one replaces it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "A name", ref = "renaming")))
    @APIResponseSchema(OrganisationView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "NOT_THERE_ON_THAT_DAY or NAMES_OUT_OF_ORDER")
    public Response rename(
            @Parameter(example = "00W") @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToRename request) {
        var from = recorder.day(request.from, null);
        var next = new Renaming(request.name, from, recorder.provenance(request.provenance));
        return answer(Response.ok(), changeOrganisation.rename(code, ifMatch, next), from);
    }

    @POST
    @Path("/{code}/close")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Close an organisation, and say who takes over from it",
            description =
                    "Each successor lists it as a predecessor. An end that was recorded with the"
                            + " organisation is told once more, on the same day, to name them."
                            + " Nothing that it holds ends by this: see its closedown.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "A CCG", ref = "closing")))
    @APIResponseSchema(OrganisationView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ORGANISATION_ENDED_ALREADY")
    @APIResponse(
            responseCode = "422",
            description =
                    "ENDS_BEFORE_IT_BEGINS, UNKNOWN_ORGANISATION, SUCCEEDS_ITSELF,"
                            + " SUCCESSOR_GONE_BEFORE")
    public Response close(
            @Parameter(example = "00W") @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToClose request) {
        var lastDay = recorder.day(request.endsOn, null);
        var closed =
                changeOrganisation.close(
                        code,
                        ifMatch,
                        lastDay,
                        request.successors == null ? List.of() : request.successors,
                        recorder.provenance(request.provenance));
        return answer(Response.ok(), closed, lastDay);
    }

    private Organisation organisation(Csv.Row row) {
        var effectiveOn = row.optional("effectiveOn", LocalDate::parse);
        return new Organisation(
                row.parsed("code", Spelling.like(CODE)),
                row.required("name"),
                row.oneOf("kind", OrganisationKind.class),
                row.parsed("locality", Locality::of),
                effectiveOn == null ? recorder.today() : effectiveOn,
                row.optional("endsOn", LocalDate::parse),
                row.list("predecessors"),
                recorder.provenance(null));
    }

    private List<OrganisationView> views(List<Organisation> all, LocalDate on) {
        var successors = organisations.successors(all.stream().map(one -> one.code).toList());
        return all.stream()
                .map(
                        one ->
                                OrganisationView.of(
                                        one, on, successors.getOrDefault(one.code, List.of())))
                .toList();
    }

    private Response answer(
            Response.ResponseBuilder builder, Organisation organisation, LocalDate on) {
        return builder.entity(views(List.of(organisation), on).getFirst())
                .header(HttpHeaders.ETAG, new EntityTag(organisation.version))
                .build();
    }
}
