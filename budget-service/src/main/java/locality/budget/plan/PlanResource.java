package locality.budget.plan;

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
import locality.budget.fund.FundView;
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

@Path("/api/budget/v1/funds/{fund}/approve")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Funds", description = "The money of one agreement in one financial year")
class PlanResource {

    private final ApprovePlan approvePlan;
    private final CurrentCaller caller;

    PlanResource(ApprovePlan approvePlan, CurrentCaller caller) {
        this.approvePlan = approvePlan;
        this.caller = caller;
    }

    @Schema(name = "ApprovePlan")
    record Approval(
            @NotBlank
                    @Schema(
                            description =
                                    "Id or reference of the decision: IN_EFFECT, APPROVE, its"
                                            + " subject `fund-plan` with the fund's id or"
                                            + " reference, its value at least the plan's sum")
                    String decisionId) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Approve the fund's plan as it stands, by a decision")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Approval.class),
                            examples =
                                    @ExampleObject(
                                            name = "By reference",
                                            value = "{\"decisionId\": \"MCR-HWBB-2014-03-19-3\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Approved: its lines take it over, and money may move on them",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    @APIResponse(responseCode = "409", description = "DECISION_NOT_KNOWN (yet), NOT_PLANNED")
    @APIResponse(
            responseCode = "422",
            description =
                    "DECISION_NOT_IN_EFFECT, DECISION_NOT_AN_APPROVAL, DECISION_SUBJECT,"
                            + " DECISION_FUNCTION, DECISION_AMOUNT, DECISION_OWNER, DECISION_DATE,"
                            + " DECISION_ON_ANOTHER_VERSION, PROTECTED_AMOUNT, LESS_THAN_PROMISED,"
                            + " LINE_KEEPS_ITS_BASIS, LINE_IN_USE")
    public Response approve(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Approval asked) {
        var approved = approvePlan.handle(caller.get(), fund, asked.decisionId(), ifMatch, dryRun);
        return Response.ok(FundView.of(approved))
                .header(HttpHeaders.ETAG, new EntityTag(approved.version()))
                .build();
    }
}
