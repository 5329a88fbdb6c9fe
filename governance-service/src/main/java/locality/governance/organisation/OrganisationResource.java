package locality.governance.organisation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Arrays;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
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
    private static final List<String> REQUIRED = List.of("code", "name", "kind", "locality");
    private static final List<String> OPTIONAL = List.of("effectiveOn", "endsOn", "predecessors");

    private final Organisations organisations;
    private final RecordOrganisation recordOrganisation;
    private final Recorder recorder;

    OrganisationResource(
            Organisations organisations, RecordOrganisation recordOrganisation, Recorder recorder) {
        this.organisations = organisations;
        this.recordOrganisation = recordOrganisation;
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

    @Schema(name = "Organisation")
    record OrganisationView(
            String code,
            String name,
            OrganisationKind kind,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            List<String> predecessors,
            boolean current,
            Provenance provenance,
            long version) {

        static OrganisationView of(Organisation organisation, LocalDate on) {
            return new OrganisationView(
                    organisation.code,
                    organisation.name,
                    organisation.kind,
                    organisation.locality,
                    organisation.effectiveOn,
                    organisation.endsOn,
                    organisation.predecessors,
                    organisation.existsOn(on),
                    organisation.provenance,
                    organisation.version);
        }
    }

    @Schema(name = "Imported")
    record Imported(int imported) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List organisations",
            description =
                    "In the order of their codes; `current` says whether it exists on the day.")
    public Page<OrganisationView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        return Page.of(
                        organisations.inPlaces(recorder.shown(locality), after, limit),
                        limit,
                        organisation -> organisation.code)
                .map(organisation -> OrganisationView.of(organisation, day));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show one organisation")
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
                            + "predecessors (semicolons between).")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToRecord.class),
                        examples = @ExampleObject(name = "A CCG", ref = "organisation")),
                @Content(
                        mediaType = "text/csv",
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
    @Consumes("text/csv")
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Put a spreadsheet of organisations on record")
    public Response importCsv(String csv) {
        var all = Csv.read(csv, REQUIRED, OPTIONAL).map(this::organisation);
        recordOrganisation.handle(all);
        return Response.status(Response.Status.CREATED).entity(new Imported(all.size())).build();
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
                row.text("predecessors").isEmpty()
                        ? List.of()
                        : Arrays.stream(row.text("predecessors").split(";", -1))
                                .map(String::strip)
                                .toList(),
                recorder.provenance(null));
    }

    private static Response answer(
            Response.ResponseBuilder builder, Organisation organisation, LocalDate on) {
        return builder.entity(OrganisationView.of(organisation, on))
                .header(HttpHeaders.ETAG, new EntityTag(organisation.version))
                .build();
    }
}
