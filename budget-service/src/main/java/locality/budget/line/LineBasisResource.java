package locality.budget.line;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.time.LocalDate;
import locality.budget.agreement.Basis;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
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

@Path("/api/budget/v1/lines/{line}/bases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Lines", description = "What a fund plans to spend, line by line")
class LineBasisResource {

    private static final String POOLED_FROM_OCTOBER =
            """
            {"basis": "POOLED", "startsOn": "2015-10-01", "agreementVersion": 2}
            """;

    private final ChangeLineBasis changeLineBasis;
    private final CurrentCaller caller;

    LineBasisResource(ChangeLineBasis changeLineBasis, CurrentCaller caller) {
        this.changeLineBasis = changeLineBasis;
        this.caller = caller;
    }

    @Schema(name = "NewLineBasis")
    record NewBasis(
            @NotNull Basis basis,
            @Schema(description = "The first day of a period of the fund's year, after the first")
                    @NotNull
                    LocalDate startsOn,
            @Schema(
                            description =
                                    "The version of the fund's agreement that allows it, which is"
                                            + " the one that holds that day")
                    @Nullable Integer agreementVersion,
            @Schema(
                            description =
                                    "Id or reference of a decision on the line or its fund; asked"
                                            + " for where no agreement holds that day")
                    @Nullable String decisionId,
            @Nullable Provenance provenance) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Change the basis of a line from a later period on",
            description =
                    "What held before is kept, and money that moved stays on the basis under which"
                            + " it did.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewBasis.class),
                            examples =
                                    @ExampleObject(name = "Pooled", value = POOLED_FROM_OCTOBER)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = LineView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such line in your localities")
    @APIResponse(responseCode = "409", description = "DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "412",
            description = "STALE: the line has changed since you read it")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_A_PERIOD_BOUNDARY, BASIS_NOT_IN_THE_YEAR, BASIS_NOT_AFTER_THE_LAST,"
                            + " BASIS_UNCHANGED, MONEY_MOVED_SINCE, AGREEMENT_DOES_NOT_POOL,"
                            + " AGREEMENT_NOT_IN_FORCE,"
                            + " OTHER_AGREEMENT_VERSION, NO_AUTHORITY, DECISION_NOT_IN_EFFECT,"
                            + " DECISION_NOT_AN_APPROVAL, DECISION_SUBJECT, DECISION_AMOUNT,"
                            + " DECISION_OWNER, DECISION_DATE")
    public Response change(
            @PathParam("line") String idOrReference,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewBasis asked) {
        var changed = changeLineBasis.handle(caller.get(), idOrReference, asked, ifMatch, dryRun);
        return Response.ok(LineView.of(changed.line(), changed.fund(), asked.startsOn()))
                .header(HttpHeaders.ETAG, new EntityTag(changed.line().version))
                .build();
    }
}
