package locality.governance.decision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Spelling;
import locality.governance.validity.DecisionType;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What officers decide between meetings, over HTTP.
@Path("/api/governance/v1/officer-decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Decisions", description = "What bodies decided, whether it binds, and the evidence")
class OfficerDecisionResource {

    private final RecordOfficerDecision recordDecision;
    private final ShowDecision show;

    OfficerDecisionResource(RecordOfficerDecision recordDecision, ShowDecision show) {
        this.recordDecision = recordDecision;
        this.show = show;
    }

    /// @param reference one of its own; made of the delegation's and the day when left out
    /// @param delegation to the officers of an organisation
    /// @param place the delegation's when left out
    /// @param valuePence whole-life
    /// @param takenOn the day, not one that lies ahead
    /// @param post of the officer who decided
    /// @param alternatives considered and rejected
    /// @param interests declared by the members consulted, by post
    /// @param urgent why it could not wait for a meeting, and who consented
    /// @param forwardPlan the entry of the forward plan it was expected as
    /// @param supersedes the decision of the same officers' whose place it takes
    @Schema(name = "OfficerDecisionToRecord")
    record ToRecord(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank String delegation,
            @NotBlank String title,
            @NotBlank String function,
            @Nullable Locality place,
            @Min(0) @Nullable Long valuePence,
            @Nullable Basis basis,
            @NotEmpty List<ItemResource.@Valid @NotNull OwnerOfMoney> owners,
            ItemResource.@Nullable @Valid SubjectOfDecision subject,
            @NotNull LocalDate takenOn,
            @NotBlank String post,
            @NotBlank String reasons,
            @Nullable String alternatives,
            @Nullable String interests,
            @Nullable @Valid Urgent urgent,
            @Nullable String forwardPlan,
            @Nullable String supersedes,
            @Nullable Provenance provenance) {

        RecordOfficerDecision.Said asSaid() {
            return new RecordOfficerDecision.Said(
                    delegation,
                    reference,
                    title,
                    takenOn,
                    new Proposal(
                            DecisionType.APPROVE,
                            place,
                            function,
                            valuePence == null ? null : Pence.of(valuePence),
                            basis,
                            owners.stream()
                                    .map(one -> new Owner(one.organisation(), one.sharePence()))
                                    .toList(),
                            subject == null ? null : subject.type(),
                            subject == null ? null : subject.id(),
                            supersedes),
                    post,
                    reasons,
                    alternatives,
                    interests,
                    urgent == null
                            ? null
                            : new OfficerRecord.Urgency(urgent.consentOf, urgent.reason),
                    forwardPlan,
                    provenance);
        }
    }

    /// @param consentOf the post that consented
    @Schema(name = "UrgentDecision")
    record Urgent(@NotBlank String consentOf, @NotBlank String reason) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Write down what officers decided under a delegation to them",
            description =
                    "The written record that The Openness of Local Government Bodies Regulations"
                            + " 2014, regulation 7, asks for. It binds, or does not, as the scheme"
                            + " of delegation stood that day, with the codes of authority,"
                            + " ROUTE_STEP_MISSING and KEY_NOTICE_SHORT. GET"
                            + " /decisions?forNoting={body} lists what the body is still to note.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "A contract", ref = "officer-decision")))
    @APIResponseSchema(value = DecisionView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such delegation")
    @APIResponse(
            responseCode = "409",
            description =
                    "DECISION_REFERENCE_TAKEN, FORWARD_PLAN_ENTRY_NOT_OPEN,"
                            + " FORWARD_PLAN_ENTRY_TABLED, SUPERSEDED_ALREADY,"
                            + " RATIFIED_WHAT_STANDS")
    @APIResponse(
            responseCode = "422",
            description =
                    "DELEGATION_NOT_TO_OFFICERS, TAKEN_ON_LIES_AHEAD, PERSONAL_DATA,"
                            + " OWNER_NAMED_TWICE, SHARES_DIFFER, UNKNOWN_FUNCTION,"
                            + " FORWARD_PLAN_ENTRY_OF_ANOTHER_BODY, FORWARD_PLAN_ENTRY_DIFFERS,"
                            + " FORWARD_PLAN_VALUE_EXCEEDED, SUBJECT_NOT_ON_RECORD,"
                            + " SUBJECT_OF_ANOTHER_PLACE, SUPERSEDES_NOTHING,"
                            + " BY_DECISION_IS_EARLIER, BY_ANOTHER_BODY,"
                            + " BY_DECISION_IS_ABOUT_ANOTHER")
    public Response write(@NotNull @Valid ToRecord request) {
        PersonalData.requireNone("title", request.title);
        var decision = recordDecision.handle(request.asSaid());
        return Response.created(URI.create("/api/governance/v1/decisions/" + decision.id))
                .entity(show.of(decision))
                .header(HttpHeaders.ETAG, new EntityTag(decision.version))
                .build();
    }
}
