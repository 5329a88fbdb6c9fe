package locality.budget.commitment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.fund.Funds;
import locality.budget.line.CostKind;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Commitments", description = "Money promised to a provider, or waiting to be")
class CommitmentResource {

    private static final String NEW_COMMITMENT =
            """
            {"lineId": "MCR-BCF-2014-15-L06", "amountPence": 279100000, "provider": "RW3",
             "purpose": "Central Manchester pre-alliance", "interventionId": "MCR-ALLIANCE",
             "contractId": "MCR-CM-ALLIANCE",
             "owners": [{"organisation": "00W", "sharePence": 279100000}],
             "effectiveOn": "2014-05-14", "expiresOn": "2015-03-31"}
            """;

    private final Funds funds;
    private final Commitments commitments;
    private final ShowCommitments show;
    private final OpenCommitment openCommitment;
    private final CurrentCaller caller;

    CommitmentResource(
            Funds funds,
            Commitments commitments,
            ShowCommitments show,
            OpenCommitment openCommitment,
            CurrentCaller caller) {
        this.funds = funds;
        this.commitments = commitments;
        this.show = show;
        this.openCommitment = openCommitment;
        this.caller = caller;
    }

    @Schema(name = "NewCommitment")
    record NewCommitment(
            @NotBlank @Schema(description = "Id or reference of a line of the fund") String lineId,
            @NotNull Pence amountPence,
            @NotBlank @Size(max = 50) @Schema(description = "ODS or GSS code") String provider,
            @NotBlank @Size(max = 500) String purpose,
            @Schema(description = "What it pays for, in intervention-service") @Size(max = 64)
                    @Nullable String interventionId,
            @Schema(
                            description =
                                    "Id or reference of a decision that covers it; without one, a"
                                            + " delegation to your officers, else governance is"
                                            + " asked")
                    @Nullable String decisionId,
            @Schema(
                            description =
                                    "If not given, today while the year of the fund runs; once it"
                                            + " is over, its first day, or that of the decision"
                                            + " cited if it took effect later")
                    @Nullable LocalDate effectiveOn,
            @Schema(description = "The last day on which it pays; no last day if not given")
                    @Nullable LocalDate expiresOn,
            @Schema(
                            description =
                                    "Whose money it is: the line's commissioner's, which is meant"
                                        + " if not given; of a POOLED line theirs who contribute to"
                                        + " the fund")
                    @Size(max = 50)
                    @Nullable List<@Valid @NotNull Owner> owners,
            @Schema(description = "What it is for; a line of the other kind refuses it")
                    @Nullable CostKind kind,
            @Nullable Provenance provenance,
            @Schema(
                            description =
                                    "The reference of the contract it pays for, in"
                                            + " intervention-service")
                    @Size(max = 64)
                    @Nullable String contractId) {}

    @POST
    @Path("/funds/{fund}/commitments")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Commit money of a line, or ask for it to be approved",
            description =
                    "Open at once when a cited decision covers it, or a delegation to the officers"
                        + " of your organisation by the only owner of the money does, together with"
                        + " all that was approved for the same intervention before, or, where none"
                        + " is said, on the same line for the same provider or contract. Else the"
                        + " money is set aside and governance is asked: its decision opens or"
                        + " rejects the commitment, and the due date lapses it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewCommitment.class),
                            examples =
                                    @ExampleObject(name = "Pre-alliance", value = NEW_COMMITMENT)))
    @APIResponse(
            responseCode = "201",
            description = "OPEN",
            content = @Content(schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(
            responseCode = "202",
            description = "PENDING_APPROVAL: the money is set aside, governance is asked",
            content = @Content(schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such fund or line")
    @APIResponse(responseCode = "409", description = "DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "422",
            description =
                    "OVER_COMMITTED, ONLY_IN_VIEW, AGREEMENT_NOT_IN_FORCE, WRONG_KIND,"
                        + " COMMITMENT_NOT_POSITIVE, OWNER_WITHOUT_SHARE, OWNER_NAMED_TWICE,"
                        + " OWNERS_DO_NOT_SUM, OWNER_NOT_COMMISSIONER, OWNER_CONTRIBUTES_NOTHING,"
                        + " LIES_AHEAD, EXPIRES_BEFORE_IT_BEGINS, BEFORE_THE_YEAR,"
                        + " DECISION_NOT_IN_EFFECT, DECISION_NOT_AN_APPROVAL, DECISION_SUBJECT,"
                        + " DECISION_FUNCTION, DECISION_AMOUNT, DECISION_OWNER, DECISION_DATE")
    public Response open(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull NewCommitment asked) {
        var commitment = openCommitment.handle(caller.get(), fund, asked, dryRun);
        var status =
                commitment.state == CommitmentState.OPEN
                        ? Response.Status.CREATED
                        : Response.Status.ACCEPTED;
        return answer(status, commitment)
                .location(URI.create("/api/budget/v1/commitments/" + commitment.id))
                .build();
    }

    @GET
    @Path("/commitments/{commitment}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a commitment, with the decisions that arrived for it")
    @APIResponse(
            responseCode = "200",
            description = "The commitment",
            content = @Content(schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such commitment in your localities")
    public Response read(@PathParam("commitment") String commitment) {
        return answer(Response.Status.OK, commitments.require(caller.get(), commitment)).build();
    }

    @GET
    @Path("/commitments")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List commitments, each with the decisions that arrived for it")
    public Page<CommitmentView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Schema(description = "Id or reference") @QueryParam("fundId") @Nullable String fund,
            @QueryParam("state") @Nullable CommitmentState state,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var who = caller.get();
        var fundId = fund == null ? null : funds.require(who, fund).id();
        var rows = commitments.page(who, locality, fundId, state, Cursor.orStart(after), limit);
        return show.page(Page.of(rows, limit, commitment -> commitment.id.toString()));
    }

    private Response.ResponseBuilder answer(Response.Status status, Commitment commitment) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, new EntityTag(commitment.version))
                .entity(show.one(commitment));
    }
}
