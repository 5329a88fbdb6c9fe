package locality.governance.delegation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import locality.governance.body.BodyRegister;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The scheme of delegation over HTTP.
@Path("/api/governance/v1/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Delegations", description = "Powers passed on, with their limits and their ends")
class DelegationResource {

    private final Delegations delegations;
    private final GrantDelegation grantDelegation;
    private final RevokeDelegation revokeDelegation;
    private final ImportScheme importScheme;
    private final SchemeCsv scheme;
    private final BodyRegister bodies;
    private final Recorder recorder;

    DelegationResource(
            Delegations delegations,
            GrantDelegation grantDelegation,
            RevokeDelegation revokeDelegation,
            ImportScheme importScheme,
            SchemeCsv scheme,
            BodyRegister bodies,
            Recorder recorder) {
        this.delegations = delegations;
        this.grantDelegation = grantDelegation;
        this.revokeDelegation = revokeDelegation;
        this.importScheme = importScheme;
        this.scheme = scheme;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param effectiveOn the first day it is no longer in force; today when left out
    @Schema(name = "Revocation")
    record ToRevoke(@Nullable LocalDate effectiveOn, @NotBlank String reason) {}

    @Schema(name = "SchemeImported")
    record Imported(int granted, int unchanged) {}

    /// @param depth one for what was passed on directly
    /// @param above the delegation it rests on
    /// @param functions what of it comes from the delegation asked about
    @Schema(name = "DelegationBelow")
    record Descendant(int depth, String above, List<String> functions, DelegationView delegation) {

        static Descendant of(Delegations.Below below, LocalDate on) {
            return new Descendant(
                    below.depth(),
                    below.above().reference,
                    below.functions(),
                    DelegationView.of(below.delegation(), on));
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List delegations, or export the scheme as CSV",
            description =
                    "With `on`, those in force that day; without, all. `from` and `to` are bodies."
                            + " The CSV can be edited and sent back.")
    public Page<DelegationView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("function") @Nullable String function,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("toOrganisation") @Nullable String toOrganisation,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var wanted = wanted(on == null ? effectiveAt : on, function, from, to, toOrganisation);
        var found = delegations.inPlaces(recorder.shown(locality), wanted, after, limit);
        var day = recorder.day(on, effectiveAt);
        return Page.of(found, limit, one -> one.reference).map(one -> DelegationView.of(one, day));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List delegations, or export the scheme as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("function") @Nullable String function,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("toOrganisation") @Nullable String toOrganisation) {
        var wanted = wanted(on == null ? effectiveAt : on, function, from, to, toOrganisation);
        var found = delegations.inPlaces(recorder.shown(locality), wanted);
        return Spreadsheet.named("scheme-of-delegation", scheme.write(found));
    }

    @GET
    @Path("/{delegation}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show one delegation")
    @APIResponseSchema(DelegationView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @PathParam("delegation") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var delegation = delegations.require(idOrReference);
        recorder.requireReading(delegation.place, "delegation", idOrReference);
        return answer(Response.ok(), delegation, recorder.day(on, effectiveAt));
    }

    @GET
    @Path("/{delegation}/descendants")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List what was passed on from a delegation, and from that",
            description =
                    "Nearest first, all of it: `above` is the delegation each rests on, `functions`"
                        + " what of it comes from the one asked about. With `on`, those in force"
                        + " that day.")
    @APIResponse(responseCode = "200", description = "Nearest first")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Page<Descendant> descendants(
            @PathParam("delegation") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var root = delegations.require(idOrReference);
        recorder.requireReading(root.place, "delegation", idOrReference);
        var readable = recorder.shown(null);
        var day = recorder.day(on, effectiveAt);
        boolean all = on == null && effectiveAt == null;
        return new Page<>(
                delegations.below(root).stream()
                        .filter(one -> readable.contains(one.delegation().place))
                        .filter(one -> all || one.delegation().inForceOn(day))
                        .map(one -> Descendant.of(one, day))
                        .toList(),
                null);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Grant a delegation, or a whole scheme from a spreadsheet",
            description =
                    "To a body or to the officers of an organisation. It is a part of the"
                            + " grantor's own power in function, limit and time. A spreadsheet is"
                            + " granted whole or not at all and needs an Idempotency-Key; columns"
                            + " from,functions,place,effectiveOn and, if wanted, reference,version,"
                            + "to,toOrganisation,limitPence,limitKind,maySubDelegate,expiresOn,"
                            + "legalBasis,grantingDecision,conditions (semicolons between"
                            + " functions, bars between conditions). Powers are granted before what"
                            + " is passed on from them, wherever they stand in the file.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DelegationToGrant.class),
                        examples = @ExampleObject(name = "A grant", ref = "grant")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two of Rochdale", ref = "scheme-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {DelegationView.class, Imported.class})))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: every faulty cell by line, column, and every rule it breaks")
    @APIResponse(responseCode = "409", description = "DELEGATION_REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_THEIRS_TO_DELEGATE, LIMIT_WIDER_THAN_OWN, LONGER_THAN_OWN, LIMIT_NEGATIVE,"
                            + " GRANTING_DECISION_NOT_VALID,"
                            + " OUTLIVES_A_BODY, RESERVED, ONE_HOLDER, DELEGATION_CIRCULAR,"
                            + " UNKNOWN_FUNCTION, UNKNOWN_ORGANISATION")
    public Response grant(@NotNull @Valid DelegationToGrant request) {
        var grantor = bodies.requireForWriting(request.from(), request.effectiveOn());
        var holder =
                request.to() == null
                        ? null
                        : bodies.require(request.to(), request.effectiveOn()).id();
        var source = recorder.provenance(request.provenance());
        var delegation =
                grantDelegation.handle(request.delegation(grantor.id(), holder, source), grantor);
        return answer(
                Response.created(URI.create("/api/governance/v1/delegations/" + delegation.id)),
                delegation,
                recorder.today());
    }

    @POST
    @Consumes(Spreadsheet.CSV)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Grant a whole scheme from a spreadsheet")
    public Response grantCsv(@NotNull String csv) {
        var done = importScheme.handle(csv);
        return Response.status(Response.Status.CREATED).entity(done).build();
    }

    @POST
    @Path("/{delegation}/revoke")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Revoke a delegation",
            description =
                    "What its holder passed on from it, and rests on nothing else, ends that day.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "revoke")))
    @APIResponseSchema(DelegationView.class)
    @APIResponse(responseCode = "409", description = "DELEGATION_ENDED_ALREADY")
    public Response revoke(
            @PathParam("delegation") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToRevoke request) {
        PersonalData.requireNone("reason", request.reason);
        var day = recorder.day(request.effectiveOn, null);
        return answer(
                Response.ok(),
                revokeDelegation.handle(idOrReference, ifMatch, day, request.reason),
                day);
    }

    private Delegations.Wanted wanted(
            @Nullable LocalDate on,
            @Nullable String function,
            @Nullable String from,
            @Nullable String to,
            @Nullable String toOrganisation) {
        var day = recorder.day(on, null);
        return new Delegations.Wanted(
                on,
                function,
                from == null ? null : bodies.require(from, day).id(),
                to == null ? null : bodies.require(to, day).id(),
                toOrganisation);
    }

    private static Response answer(
            Response.ResponseBuilder builder, Delegation delegation, LocalDate on) {
        return builder.entity(DelegationView.of(delegation, on))
                .header(HttpHeaders.ETAG, new EntityTag(delegation.version))
                .build();
    }
}
