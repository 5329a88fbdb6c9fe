package locality.budget.commitment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// How a commitment goes on in a later year.
@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Commitments", description = "Money promised to a provider, or waiting to be")
class CarryResource {

    private static final String CARRY =
            """
            {"toLineId": "MCR-BCF-2015-16-L06", "decisionId": "CMCCG-GB-2015-04-22-3"}
            """;

    private final CarryCommitment carryCommitment;
    private final ShowCommitments show;
    private final CurrentCaller caller;

    CarryResource(CarryCommitment carryCommitment, ShowCommitments show, CurrentCaller caller) {
        this.carryCommitment = carryCommitment;
        this.show = show;
        this.caller = caller;
    }

    @Schema(name = "CarryOfCommitment")
    record Carry(
            @NotBlank @Schema(description = "Id or reference of a line of a later year's fund")
                    String toLineId,
            @NotBlank
                    @Schema(
                            description =
                                    "Id or reference of a decision on the commitment, that line or"
                                            + " the intervention, that covers what is carried")
                    String decisionId,
            @Schema(description = "The last day on which it pays in that year; none if not given")
                    @Nullable LocalDate expiresOn) {}

    @POST
    @Path("/commitments/{commitment}/carry")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Carry what a commitment still holds into a later year, under a decision")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Carry.class),
                            examples = @ExampleObject(name = "Into 2015/16", value = CARRY)))
    @APIResponse(
            responseCode = "201",
            description = "The commitment that goes on; the one it was is CARRIED",
            content = @Content(schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such commitment or line in your localities")
    @APIResponse(
            responseCode = "409",
            description = "COMMITMENT_NOT_OPEN, DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_A_LATER_YEAR, NOTHING_TO_CARRY, MORE_THAN_HELD, CARRY_CHANGES_KIND,"
                        + " CARRY_CHANGES_RING_FENCE, CARRY_CHANGES_BASIS, CARRY_CHANGES_AGREEMENT,"
                        + " CARRY_NOT_PERMITTED, CARRY_BEYOND_SCHEME, EXPIRES_BEFORE_IT_BEGINS,"
                        + " OVER_COMMITTED, ONLY_IN_VIEW, AGREEMENT_NOT_IN_FORCE,"
                        + " OWNER_NOT_COMMISSIONER, OWNER_CONTRIBUTES_NOTHING,"
                        + " DECISION_NOT_IN_EFFECT, DECISION_NOT_AN_APPROVAL, DECISION_SUBJECT,"
                        + " DECISION_FUNCTION, DECISION_AMOUNT, DECISION_OWNER, DECISION_DATE")
    public Response carry(
            @PathParam("commitment") String commitment,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Carry asked) {
        var successor = carryCommitment.handle(caller.get(), commitment, asked, ifMatch, dryRun);
        return Response.status(Response.Status.CREATED)
                .location(URI.create("/api/budget/v1/commitments/" + successor.id))
                .header(HttpHeaders.ETAG, new EntityTag(successor.version))
                .entity(show.one(successor))
                .build();
    }
}
