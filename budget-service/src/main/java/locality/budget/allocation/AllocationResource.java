package locality.budget.allocation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import locality.platform.caller.Roles;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/budget/v1/allocations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Allocations", description = "Splitting an amount, to the penny; nothing is stored")
class AllocationResource {

    @Schema(name = "Allocation")
    record Asked(
            @NotNull Pence totalPence,
            @NotEmpty @Size(max = 10_000) @Schema(description = "Zero or more each, not all zero")
                    List<@NotNull Long> weights) {}

    @Schema(name = "Shares")
    record Shares(List<Pence> sharesPence) {}

    @POST
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Split an amount by weights, to the penny",
            description =
                    "Each share is floored; the pennies left over go one each to the largest"
                            + " remainders, ties to the earlier weight. The shares sum to the"
                            + " total.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Asked.class),
                            examples =
                                    @ExampleObject(
                                            name = "Eight partners",
                                            value =
                                                    "{\"totalPence\": 11281500, \"weights\": [1, 1,"
                                                            + " 1, 1, 1, 1, 1, 1]}")))
    @APIResponse(
            responseCode = "200",
            description = "The shares, in the order of the weights",
            content = @Content(schema = @Schema(implementation = Shares.class)))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: a weight is negative, or all are zero")
    public Shares allocate(@Valid @NotNull Asked asked) {
        try {
            return new Shares(asked.totalPence().allocate(asked.weights()));
        } catch (IllegalArgumentException wrong) {
            throw new Malformed(String.valueOf(wrong.getMessage()));
        }
    }
}
