package locality.governance.dispute;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.util.Map;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
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

/// Disputes over HTTP.
@Path("/api/governance/v1/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Disputes", description = "What partners disagree about, and how it is resolved")
class DisputeResource {

    private final Disputes disputes;
    private final FollowDispute followDispute;
    private final BodyRegister bodies;
    private final Recorder recorder;

    DisputeResource(
            Disputes disputes,
            FollowDispute followDispute,
            BodyRegister bodies,
            Recorder recorder) {
        this.disputes = disputes;
        this.followDispute = followDispute;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param raisedBy the organisation that raises it, by code
    /// @param parties all organisations in dispute, by code; the one that raises it among them
    /// @param raisedOn today when left out
    @Schema(name = "DisputeToRaise")
    record ToRaise(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank String title,
            @NotNull Locality locality,
            @NotBlank String raisedBy,
            @NotEmpty List<@NotBlank String> parties,
            @Nullable @Valid AboutWhat about,
            @Nullable LocalDate raisedOn,
            @Nullable Provenance provenance) {}

    /// @param reference of the agreement, fund or decision
    @Schema(name = "WhatADisputeIsAbout")
    record AboutWhat(@NotNull Dispute.About type, @NotBlank String reference) {}

    /// What a list may be narrowed to.
    static class Filter {
        @Parameter(description = "The forum they are referred to")
        @QueryParam("body")
        @Nullable String body;

        @Parameter(description = "An organisation in dispute, by code")
        @QueryParam("party")
        @Nullable String party;

        @QueryParam("state")
        @Nullable DisputeState state;

        @Parameter(description = "The day by which they are overdue or not; today if left out")
        @QueryParam("on")
        @Nullable LocalDate on;

        @Parameter(description = "The same as on")
        @QueryParam("effectiveAt")
        @Nullable LocalDate effectiveAt;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List disputes, in the order of their references, or export them as CSV",
            description =
                    "`overdue` says that the forum let more days pass since the last step than its"
                            + " rule allows.")
    public Page<DisputeView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @BeanParam Filter filter,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(filter.on, filter.effectiveAt);
        var found = found(locality, filter, after, limit);
        var rules = disputes.daysBetweenSteps(found, day);
        return Page.of(found, limit, one -> one.reference)
                .map(dispute -> view(dispute, rules, day));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List disputes, in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality, @BeanParam Filter filter) {
        var day = recorder.day(filter.on, filter.effectiveAt);
        var found = found(locality, filter, "", Page.ALL);
        var rules = disputes.daysBetweenSteps(found, day);
        var shown = found.stream().map(dispute -> view(dispute, rules, day)).toList();
        return Spreadsheet.named("disputes", DisputeView.csv(shown));
    }

    @GET
    @Path("/{dispute}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show a dispute with its steps")
    @APIResponseSchema(DisputeView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "MCR-DISP-1") @PathParam("dispute") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var dispute = disputes.require(idOrReference);
        recorder.requireReading(dispute.locality, "dispute", idOrReference);
        return answer(Response.ok(), view(dispute, recorder.day(on, effectiveAt)));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Raise a dispute")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "dispute")))
    @APIResponseSchema(value = DisputeView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "DISPUTE_REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "TOO_FEW_PARTIES, RAISED_BY_NO_PARTY, UNKNOWN_ORGANISATION, IN_THE_FUTURE,"
                            + " PERSONAL_DATA")
    public Response raise(@NotNull @Valid ToRaise request) {
        var about = request.about;
        var dispute =
                followDispute.raise(
                        new FollowDispute.Raised(
                                request.reference,
                                request.title,
                                request.locality,
                                request.raisedBy,
                                request.parties,
                                about == null ? null : about.type,
                                about == null ? null : about.reference,
                                request.raisedOn,
                                recorder.provenance(request.provenance)));
        return answer(
                Response.created(URI.create("/api/governance/v1/disputes/" + dispute.id)),
                view(dispute, recorder.today()));
    }

    private List<Dispute> found(
            @Nullable Locality locality, Filter filter, String after, int limit) {
        var of = filter.body == null ? null : bodies.require(filter.body, recorder.today()).id();
        return disputes.inPlaces(
                recorder.shown(locality),
                new Disputes.Wanted(of, filter.party, filter.state),
                after,
                limit);
    }

    private DisputeView view(Dispute dispute, LocalDate on) {
        return DisputeView.of(dispute, disputes.daysBetweenSteps(dispute, on), on);
    }

    /// @param rules the days between steps, by the forum
    private static DisputeView view(Dispute dispute, Map<UUID, Integer> rules, LocalDate on) {
        return DisputeView.of(
                dispute, dispute.bodyId == null ? null : rules.get(dispute.bodyId), on);
    }

    static Response answer(Response.ResponseBuilder builder, DisputeView dispute) {
        return builder.entity(dispute)
                .header(HttpHeaders.ETAG, new EntityTag(dispute.version()))
                .build();
    }
}
