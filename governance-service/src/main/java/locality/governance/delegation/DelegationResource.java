package locality.governance.delegation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.Locale;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    private final BodyRegister bodies;
    private final Recorder recorder;

    DelegationResource(
            Delegations delegations,
            GrantDelegation grantDelegation,
            RevokeDelegation revokeDelegation,
            BodyRegister bodies,
            Recorder recorder) {
        this.delegations = delegations;
        this.grantDelegation = grantDelegation;
        this.revokeDelegation = revokeDelegation;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param from the body that passes the power on
    /// @param to the body that receives it, or null for officers
    /// @param toOrganisation the organisation whose officers receive it
    /// @param limitPence null is no limit
    /// @param expiresOn the last day it is in force
    @Schema(name = "DelegationToGrant")
    record ToGrant(
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,59}") @Nullable String reference,
            @NotBlank String from,
            @Nullable String to,
            @Nullable String toOrganisation,
            @NotEmpty List<@NotBlank String> functions,
            @NotNull Locality place,
            @Nullable Pence limitPence,
            @Nullable LimitKind limitKind,
            @Nullable Boolean maySubDelegate,
            @NotNull LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable String legalBasis,
            @Nullable String grantingDecision,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn the first day it is no longer in force; today when left out
    @Schema(name = "Revocation")
    record ToRevoke(@Nullable LocalDate effectiveOn, @NotBlank String reason) {}

    @Schema(name = "Delegation")
    record DelegationView(
            UUID id,
            String reference,
            UUID from,
            @Nullable UUID to,
            @Nullable String toOrganisation,
            List<String> functions,
            Locality place,
            @Nullable Pence limitPence,
            LimitKind limitKind,
            boolean maySubDelegate,
            LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            boolean inForce,
            @Nullable String legalBasis,
            @Nullable String grantingDecision,
            Provenance provenance,
            long version) {

        static DelegationView of(Delegation delegation, LocalDate on) {
            return new DelegationView(
                    delegation.id,
                    delegation.reference,
                    delegation.fromBody,
                    delegation.toBody,
                    delegation.toOrganisation,
                    delegation.functions,
                    delegation.place,
                    delegation.limit,
                    delegation.limitKind,
                    delegation.maySubDelegate,
                    delegation.effectiveOn,
                    delegation.expiresOn,
                    delegation.endedOn,
                    delegation.endReason,
                    delegation.inForceOn(on),
                    delegation.legalBasis,
                    delegation.grantingDecision,
                    delegation.provenance,
                    delegation.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List delegations",
            description =
                    "With `on`, those in force that day; without, all. `from` and `to` are bodies.")
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
        var day = recorder.day(on, effectiveAt);
        var wanted =
                new Delegations.Wanted(
                        on == null ? effectiveAt : on,
                        function,
                        from == null ? null : bodies.require(from, day).id(),
                        to == null ? null : bodies.require(to, day).id(),
                        toOrganisation);
        var found = delegations.inPlaces(recorder.shown(locality), wanted, after, limit);
        return Page.of(found, limit, one -> one.reference).map(one -> DelegationView.of(one, day));
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

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Grant a delegation",
            description =
                    "To a body or to the officers of an organisation. It is a part of the"
                            + " grantor's own power in function, limit and time.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "A grant", ref = "grant")))
    @APIResponseSchema(value = DelegationView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "DELEGATION_REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_THEIRS_TO_DELEGATE, LIMIT_WIDER_THAN_OWN, LONGER_THAN_OWN, LIMIT_NEGATIVE,"
                            + " OUTLIVES_A_BODY, RESERVED, ONE_HOLDER, DELEGATION_CIRCULAR,"
                            + " UNKNOWN_FUNCTION, UNKNOWN_ORGANISATION")
    public Response grant(@NotNull @Valid ToGrant request) {
        var grantor = bodies.requireForWriting(request.from, request.effectiveOn);
        var delegation = grantDelegation.handle(delegation(request, grantor.id()), grantor);
        return answer(
                Response.created(URI.create("/api/governance/v1/delegations/" + delegation.id)),
                delegation,
                recorder.today());
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
        var day = recorder.day(request.effectiveOn, null);
        return answer(
                Response.ok(),
                revokeDelegation.handle(idOrReference, ifMatch, day, request.reason),
                day);
    }

    private Delegation delegation(ToGrant request, UUID grantor) {
        var delegation = new Delegation();
        delegation.id = Ids.next();
        delegation.reference =
                request.reference == null ? generated(delegation.id) : request.reference;
        delegation.fromBody = grantor;
        delegation.toBody =
                request.to == null ? null : bodies.require(request.to, request.effectiveOn).id();
        delegation.toOrganisation = request.toOrganisation;
        delegation.functions = List.copyOf(request.functions);
        delegation.place = request.place;
        delegation.limit = request.limitPence;
        delegation.limitKind =
                request.limitKind == null ? LimitKind.PER_DECISION : request.limitKind;
        delegation.maySubDelegate = Boolean.TRUE.equals(request.maySubDelegate);
        delegation.effectiveOn = request.effectiveOn;
        delegation.expiresOn = request.expiresOn;
        delegation.legalBasis = request.legalBasis;
        delegation.grantingDecision = request.grantingDecision;
        delegation.provenance = recorder.provenance(request.provenance);
        return delegation;
    }

    private static String generated(UUID id) {
        return "DEL-" + id.toString().substring(28).toUpperCase(Locale.ROOT);
    }

    private static Response answer(
            Response.ResponseBuilder builder, Delegation delegation, LocalDate on) {
        return builder.entity(DelegationView.of(delegation, on))
                .header(HttpHeaders.ETAG, new EntityTag(delegation.version))
                .build();
    }
}
