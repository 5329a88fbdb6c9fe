package locality.governance.approval;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Approval requests over HTTP.
@Path("/api/governance/v1/approval-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Approval requests", description = "What other services wait for a body to decide")
class ApprovalRequestResource {

    private final ApprovalRequests requests;
    private final Recorder recorder;

    ApprovalRequestResource(ApprovalRequests requests, Recorder recorder) {
        this.requests = requests;
        this.recorder = recorder;
    }

    /// @param suggestedBody the lowest body that may decide it alone, on `suggestedOn`; null when
    ///   none may
    /// @param whyNobody the codes of authority that stand against every body; empty when one may
    /// @param suggestedBecause who may decide, in words
    /// @param placedAt the items it is on and not yet decided at, as in `MCR-HWBB-2014-05-14/3`
    @Schema(name = "ApprovalRequest")
    record ApprovalRequestView(
            UUID requestId,
            String reference,
            Subject subject,
            Pence amountPence,
            String function,
            Basis basis,
            List<OwnerView> owners,
            @Nullable String provider,
            String purpose,
            String requestedBy,
            LocalDate dueOn,
            Locality locality,
            LocalDate effectiveOn,
            String contentHash,
            ApprovalState state,
            @Nullable UUID answeredBy,
            @Nullable UUID suggestedBody,
            @Nullable String suggestedBodyReference,
            List<String> whyNobody,
            @Nullable String suggestedBecause,
            @Nullable LocalDate suggestedOn,
            List<String> placedAt,
            long version) {

        @Schema(name = "ApprovalRequestSubject")
        record Subject(String type, UUID id) {}

        @Schema(name = "ApprovalRequestOwner")
        record OwnerView(String organisation, @Nullable Pence sharePence) {
            static OwnerView of(Owner owner) {
                return new OwnerView(owner.organisation(), owner.share());
            }
        }

        static ApprovalRequestView of(ApprovalRequest request, List<String> placedAt) {
            var suggested = request.suggestion;
            return new ApprovalRequestView(
                    request.id,
                    request.reference,
                    new Subject(request.subjectType, request.subjectId),
                    request.amount,
                    request.functionCode,
                    request.basis,
                    request.owners.stream().map(OwnerView::of).toList(),
                    request.provider,
                    request.purpose,
                    request.requestedBy,
                    request.dueOn,
                    request.locality,
                    request.effectiveOn,
                    request.contentHash,
                    request.state,
                    request.answeredBy,
                    suggested == null ? null : suggested.suggestedBody(),
                    suggested == null ? null : suggested.suggestedBodyReference(),
                    suggested == null ? List.of() : suggested.whyNobody(),
                    suggested == null ? null : suggested.suggestedBecause(),
                    suggested == null ? null : suggested.suggestedOn(),
                    placedAt,
                    request.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List approval requests, the oldest first",
            description =
                    "OPEN ones wait for a body with authority. The lowest that may decide one is"
                            + " suggested, and has it on the agenda of its next meeting in time."
                            + " With `unplaced`, those on no agenda: table them with POST"
                            + " /meetings/{meeting}/items.")
    public Page<ApprovalRequestView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("state") @Nullable ApprovalState state,
            @QueryParam("unplaced") @DefaultValue("false") boolean unplaced,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var found =
                unplaced
                        ? requests.unplaced(recorder.shown(locality), after, limit)
                        : requests.inPlaces(recorder.shown(locality), state, after, limit);
        var placed = requests.placedAt(found);
        return Page.of(found, limit, request -> request.id.toString())
                .map(
                        request ->
                                ApprovalRequestView.of(
                                        request, placed.getOrDefault(request.id, List.of())));
    }

    @GET
    @Path("/{request}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show one approval request, by its id or by what it is about")
    @APIResponseSchema(ApprovalRequestView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(description = "The request's id, or the commitment's reference")
                    @PathParam("request")
                    String idOrReference) {
        var request = requests.require(idOrReference);
        recorder.requireReading(request.locality, "approval request", idOrReference);
        var placed = requests.placedAt(List.of(request)).getOrDefault(request.id, List.of());
        return Response.ok(ApprovalRequestView.of(request, placed))
                .header(HttpHeaders.ETAG, new EntityTag(request.version))
                .build();
    }
}
