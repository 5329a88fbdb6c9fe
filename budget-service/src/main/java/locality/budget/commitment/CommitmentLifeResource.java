package locality.budget.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What becomes of a commitment.
@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Commitments", description = "Money promised to a provider, or waiting to be")
class CommitmentLifeResource {

    private static final String DISCHARGE =
            """
            {"amountPence": 70000000, "effectiveDate": "2014-07-31", "final": false}
            """;

    private static final String VARY =
            """
            {"amountPence": 290000000, "reason": "A second ward joins", "effectiveDate": "2014-10-01"}
            """;

    private final DischargeCommitment dischargeCommitment;
    private final VaryCommitment varyCommitment;
    private final ReleaseCommitment releaseCommitment;
    private final WithdrawCommitment withdrawCommitment;
    private final ShowCommitments show;
    private final CurrentCaller caller;

    CommitmentLifeResource(
            DischargeCommitment dischargeCommitment,
            VaryCommitment varyCommitment,
            ReleaseCommitment releaseCommitment,
            WithdrawCommitment withdrawCommitment,
            ShowCommitments show,
            CurrentCaller caller) {
        this.dischargeCommitment = dischargeCommitment;
        this.varyCommitment = varyCommitment;
        this.releaseCommitment = releaseCommitment;
        this.withdrawCommitment = withdrawCommitment;
        this.show = show;
        this.caller = caller;
    }

    @Schema(name = "Discharge")
    record Discharge(
            @NotNull Pence amountPence,
            @Schema(
                            description =
                                    "A day of the commitment's term. If not given, today; once the"
                                            + " year of the fund is over, no later than the"
                                            + " commitment expires")
                    @Nullable LocalDate effectiveDate,
            @Nullable @Size(max = 500) String description,
            @Schema(description = "Nothing more will be paid: the rest is given back")
                    @JsonProperty("final")
                    boolean isFinal) {}

    @Schema(name = "Release")
    record Release(@NotBlank @Size(max = 300) String reason) {}

    @Schema(name = "VariationOfCommitment")
    record Vary(
            @NotNull @Schema(description = "What is promised in all") Pence amountPence,
            @NotBlank @Size(max = 300) String reason,
            @Schema(
                            description =
                                    "Id or reference of a decision that covers the new amount as a"
                                            + " whole")
                    @Nullable String decisionId,
            @Schema(
                            description =
                                    "A day of the commitment's term. If not given, today; once the"
                                            + " year of the fund is over, no later than the"
                                            + " commitment expires")
                    @Nullable LocalDate effectiveDate) {}

    @Schema(name = "WithdrawalOfCommitment")
    record Withdrawal(@NotBlank @Size(max = 300) String reason) {}

    @POST
    @Path("/commitments/{commitment}/discharge")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Pay out a part: what was held becomes spend against creditors")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Discharge.class),
                            examples = @ExampleObject(name = "First part", value = DISCHARGE)))
    @APIResponse(
            responseCode = "200",
            description = "Paid out",
            content = @Content(schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such commitment in your localities")
    @APIResponse(responseCode = "409", description = "COMMITMENT_NOT_OPEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "MORE_THAN_HELD, OUTSIDE_ITS_TERM, LIES_AHEAD, AGREEMENT_NOT_IN_FORCE,"
                            + " ONLY_IN_VIEW, DECISION_NOT_IN_EFFECT")
    public Response discharge(
            @PathParam("commitment") String commitment,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Discharge asked) {
        return answer(dischargeCommitment.handle(caller.get(), commitment, asked, ifMatch, dryRun));
    }

    @POST
    @Path("/commitments/{commitment}/release")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Give back what a commitment still holds")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Release.class),
                            examples =
                                    @ExampleObject(
                                            name = "Not needed",
                                            value = "{\"reason\": \"The contract cost less\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Released",
            content = @Content(schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such commitment in your localities")
    @APIResponse(responseCode = "409", description = "COMMITMENT_NOT_OPEN")
    public Response release(
            @PathParam("commitment") String commitment,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Release asked) {
        return answer(
                releaseCommitment.handle(
                        caller.get(), commitment, asked.reason(), ifMatch, dryRun));
    }

    @POST
    @Path("/commitments/{commitment}/vary")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Promise more or less than was promised, or ask for it to be approved",
            description =
                    "Less is given back at once. More is promised at once when a cited decision"
                        + " covers the new amount as a whole, or a delegation to the officers of"
                        + " your organisation does. Else what is asked for beyond is set aside, the"
                        + " commitment stays what it was, and governance is asked.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Vary.class),
                            examples = @ExampleObject(name = "More", value = VARY)))
    @APIResponse(
            responseCode = "200",
            description = "Varied",
            content = @Content(schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(
            responseCode = "202",
            description = "PENDING_APPROVAL: the rise is set aside, governance is asked",
            content = @Content(schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such commitment in your localities")
    @APIResponse(
            responseCode = "409",
            description = "COMMITMENT_NOT_OPEN, VARIATION_WAITS, DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "422",
            description =
                    "LESS_THAN_PAID, MORE_THAN_HELD, VARIES_NOTHING, COMMITMENT_NOT_POSITIVE,"
                            + " OVER_COMMITTED, AGREEMENT_NOT_IN_FORCE,"
                            + " ONLY_IN_VIEW, OUTSIDE_ITS_TERM, LIES_AHEAD, OWNER_NOT_COMMISSIONER,"
                            + " OWNER_CONTRIBUTES_NOTHING, DECISION_NOT_IN_EFFECT,"
                            + " DECISION_NOT_AN_APPROVAL, DECISION_SUBJECT, DECISION_FUNCTION,"
                            + " DECISION_AMOUNT, DECISION_OWNER, DECISION_DATE")
    public Response vary(
            @PathParam("commitment") String commitment,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Vary asked) {
        var answer = varyCommitment.handle(caller.get(), commitment, asked, ifMatch, dryRun);
        return answer(
                answer.waits() ? Response.Status.ACCEPTED : Response.Status.OK,
                answer.commitment());
    }

    @POST
    @Path("/commitments/{commitment}/withdraw")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Withdraw a commitment or a variation on which nobody has decided")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Withdrawal.class),
                            examples =
                                    @ExampleObject(
                                            name = "Funded otherwise",
                                            value = "{\"reason\": \"Funded by the trust\"}")))
    @APIResponse(
            responseCode = "200",
            description = "WITHDRAWN: what was set aside is free again",
            content = @Content(schema = @Schema(implementation = CommitmentView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such commitment in your localities")
    @APIResponse(responseCode = "409", description = "COMMITMENT_NOT_WAITING")
    @APIResponse(
            responseCode = "422",
            description = "ASKED_BY_ANOTHER: only the organisation that asked withdraws")
    public Response withdraw(
            @PathParam("commitment") String commitment,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Withdrawal asked) {
        return answer(
                withdrawCommitment.handle(
                        caller.get(), commitment, asked.reason(), ifMatch, dryRun));
    }

    private Response answer(Commitment commitment) {
        return answer(Response.Status.OK, commitment);
    }

    private Response answer(Response.Status status, Commitment commitment) {
        return Response.status(status)
                .entity(show.one(commitment))
                .header(HttpHeaders.ETAG, new EntityTag(commitment.version))
                .build();
    }
}
