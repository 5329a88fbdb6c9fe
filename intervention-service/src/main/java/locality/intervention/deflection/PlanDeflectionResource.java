package locality.intervention.deflection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A class of its own: a request is matched to the class with the longest path before anything
/// else.
@Path("/api/intervention/v1/interventions/{intervention}/deflection-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deflection")
@RunOnVirtualThread
class PlanDeflectionResource {

    private static final String NEW_PLAN =
            """
            {"activityType": "non-elective admissions", "provider": "RW6", "tariffPence": 149000,
             "months": [{"month": "2018-04", "counterfactual": 120, "planned": 108},
                        {"month": "2018-05", "counterfactual": 121, "planned": 107}],
             "provenance": {"kind": "ILLUSTRATIVE"}}
            """;

    private final PlanDeflection planDeflection;
    private final CurrentCaller caller;

    PlanDeflectionResource(PlanDeflection planDeflection, CurrentCaller caller) {
        this.planDeflection = planDeflection;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ANALYST)
    @Operation(summary = "Plan what an intervention is to keep out of hospital")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DeflectionResource.NewPlan.class),
                            examples = @ExampleObject(name = "two months", value = NEW_PLAN)))
    @APIResponse(
            responseCode = "201",
            description = "Drafted as version 1",
            content =
                    @Content(schema = @Schema(implementation = DeflectionResource.PlanView.class)))
    @APIResponse(responseCode = "409", description = "PLANNED_ALREADY")
    @APIResponse(responseCode = "422", description = "MONTH_TWICE")
    public Response plan(
            @PathParam("intervention") String idOrReference,
            @Valid @NotNull DeflectionResource.NewPlan asked) {
        var plan = planDeflection.handle(caller.get(), idOrReference, asked);
        return DeflectionResource.answer(
                Response.created(URI.create("/api/intervention/v1/deflection-plans/" + plan.id)),
                plan);
    }
}
