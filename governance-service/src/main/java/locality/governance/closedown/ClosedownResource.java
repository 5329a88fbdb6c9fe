package locality.governance.closedown;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The closedown of an organisation over HTTP.
@Path("/api/governance/v1/organisations/{code}/closedown")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Organisations")
class ClosedownResource {

    private final Organisations organisations;
    private final Closedown closedown;
    private final TransferMatters transferMatters;
    private final Recorder recorder;

    ClosedownResource(
            Organisations organisations,
            Closedown closedown,
            TransferMatters transferMatters,
            Recorder recorder) {
        this.organisations = organisations;
        this.closedown = closedown;
        this.transferMatters = transferMatters;
        this.recorder = recorder;
    }

    /// @param endsOn its last day, null while no end is on record
    /// @param complete whether nothing is left, here and elsewhere
    /// @param counts how many there are of each kind that is left
    /// @param elsewhere how many there are besides in places that are not shown
    @Schema(name = "Closedown")
    record ClosedownView(
            String organisation,
            String name,
            @Nullable LocalDate endsOn,
            List<String> successors,
            LocalDate on,
            boolean complete,
            Map<OpenKind, Integer> counts,
            int elsewhere,
            List<OpenItem> items) {}

    /// @param to the code of who takes over
    /// @param effectiveOn the first day it is theirs; the day after the last one when left out
    /// @param items references of what is to be moved; all that can be when left out
    @Schema(name = "ClosedownTransfer")
    record ToTransfer(
            @NotBlank String to,
            @Nullable LocalDate effectiveOn,
            @Nullable Set<@NotBlank String> items,
            @Nullable Provenance provenance) {}

    /// @param moved what was moved, or would be
    /// @param byHand what is left, and why
    @Schema(name = "ClosedownTransferred")
    record Transferred(
            String organisation,
            String to,
            LocalDate effectiveOn,
            boolean dryRun,
            List<OpenItem> moved,
            List<OpenItem> byHand) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List what is still open of an organisation on a date",
            description =
                    "What is its own that day or is to be later: bodies not dissolved, a top body"
                        + " first, since power flows from it until it is; delegations from and to"
                        + " them and to its officers; seats on its behalf; posts, duties, teams and"
                        + " functions; approval requests about its money, and what was decided"
                        + " about it. Each with the call that clears it.")
    @APIResponseSchema(ClosedownView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public ClosedownView show(
            @Parameter(example = "00W") @PathParam("code") String code,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var organisation = organisations.require(code, recorder);
        var day = recorder.day(on, effectiveAt);
        var open = closedown.open(organisation, day);
        var places = recorder.shown(null);
        var shown = open.stream().filter(item -> places.contains(item.locality())).toList();
        var counts = new EnumMap<OpenKind, Integer>(OpenKind.class);
        shown.forEach(item -> counts.merge(item.kind(), 1, Integer::sum));
        return new ClosedownView(
                code,
                organisation.name(),
                organisation.days().until(),
                organisation.successors(),
                day,
                open.isEmpty(),
                counts,
                open.size() - shown.size(),
                shown);
    }

    @POST
    @Path("/transfer")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Move what a closing organisation holds to one that takes over",
            description =
                    "Seats, posts, duties, teams and the burden of what was decided, all or"
                            + " nothing. What is to be done by hand is told, and why: nobody passes"
                            + " power on by a change of list. On earlier days everything stays as"
                            + " it was. With dryRun nothing is kept.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "To a CCG", ref = "closedown")))
    @APIResponseSchema(Transferred.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "NOT_CLOSING, HANDED_OVER_ALREADY")
    @APIResponse(
            responseCode = "422",
            description =
                    "UNKNOWN_ORGANISATION, TRANSFER_TO_ITSELF, NOT_THERE_ON_THAT_DAY, NOT_OPEN,"
                            + " DONE_BY_HAND")
    public Response transfer(
            @Parameter(example = "00W") @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid ToTransfer request) {
        var lastDay = organisations.require(code, recorder).days().until();
        var effectiveOn =
                request.effectiveOn == null && lastDay != null
                        ? lastDay.plusDays(1)
                        : recorder.day(request.effectiveOn, null);
        var plan =
                transferMatters.handle(
                        code,
                        new TransferMatters.Asked(
                                request.to,
                                effectiveOn,
                                request.items,
                                dryRun,
                                recorder.provenance(request.provenance)));
        return Response.ok(
                        new Transferred(
                                code, request.to, effectiveOn, dryRun, plan.moved(), plan.byHand()))
                .build();
    }
}
