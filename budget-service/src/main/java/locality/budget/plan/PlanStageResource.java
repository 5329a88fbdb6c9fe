package locality.budget.plan;

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
import locality.budget.fund.FundView;
import locality.budget.fund.PlanStage;
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

@Path("/api/budget/v1/funds/{fund}/plan/stage")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Funds", description = "The money of one agreement in one financial year")
class PlanStageResource {

    private final AdvancePlan advancePlan;
    private final CurrentCaller caller;

    PlanStageResource(AdvancePlan advancePlan, CurrentCaller caller) {
        this.advancePlan = advancePlan;
        this.caller = caller;
    }

    @Schema(name = "NewPlanStage")
    record NewStage(@NotNull PlanStage stage) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Take the plan as it stands to a later stage, as a version of its own",
            description =
                    "Outline, revised, draft, final. Only a final plan lets money move once it is"
                            + " approved, or one at the very stage that its decision names, as in"
                            + " the subject `fund-plan` `MCR-BCF-2015-16/DRAFT`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewStage.class),
                            examples =
                                    @ExampleObject(
                                            name = "Final",
                                            value = "{\"stage\": \"FINAL\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The fund with its plan at that stage",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    @APIResponse(
            responseCode = "409",
            description = "PLAN_STAGE: it is as far already, NOT_PLANNED")
    @APIResponse(
            responseCode = "412",
            description = "STALE: the fund has changed since you read it")
    public Response advance(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewStage asked) {
        var advanced = advancePlan.handle(caller.get(), fund, asked.stage(), ifMatch, dryRun);
        return Response.ok(FundView.of(advanced))
                .header(HttpHeaders.ETAG, new EntityTag(advanced.version()))
                .build();
    }
}
