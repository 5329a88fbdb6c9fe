package locality.governance.decision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import locality.governance.approval.ApprovalRequests;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.function.Functions;
import locality.governance.meeting.Meetings;
import locality.governance.meeting.Seats;
import locality.governance.recorder.Recorder;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Outcome;
import locality.governance.voting.Choice;
import locality.governance.voting.Vote;
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

/// Agenda items and what is decided on them, over HTTP.
@Path("/api/governance/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Decisions", description = "What bodies decided, whether it binds, and the evidence")
class ItemResource {

    private final TableMatter tableMatter;
    private final CastVotes castVotes;
    private final TakeDecision takeDecision;
    private final Meetings meetings;
    private final ApprovalRequests requests;
    private final Functions functions;
    private final Ballots ballots;
    private final Recorder recorder;

    ItemResource(
            TableMatter tableMatter,
            CastVotes castVotes,
            TakeDecision takeDecision,
            Meetings meetings,
            ApprovalRequests requests,
            Functions functions,
            Ballots ballots,
            Recorder recorder) {
        this.tableMatter = tableMatter;
        this.castVotes = castVotes;
        this.takeDecision = takeDecision;
        this.meetings = meetings;
        this.requests = requests;
        this.functions = functions;
        this.ballots = ballots;
        this.recorder = recorder;
    }

    /// @param decision what is to be decided; null for discussion, or when a request says it
    /// @param approvalRequest the request it answers: its id, or the reference of what it is about
    /// @param deferredDecision a deferred decision to put before this body
    @Schema(name = "ItemToTable")
    record ToTable(
            @NotBlank String title,
            @Nullable @Valid ToDecide decision,
            @Nullable String approvalRequest,
            @Nullable String deferredDecision,
            @Nullable Provenance provenance) {}

    /// @param place the meeting's locality when left out
    /// @param valuePence whole-life
    @Schema(name = "DecisionToTake")
    record ToDecide(
            @Nullable DecisionType type,
            @Nullable Locality place,
            @Nullable String function,
            @Min(0) @Nullable Long valuePence,
            @Nullable Basis basis,
            @Nullable List<@Valid OwnerOfMoney> owners,
            @Nullable @Valid SubjectOfDecision subject) {

        @Nullable Pence value() {
            return valuePence == null ? null : Pence.of(valuePence);
        }
    }

    @Schema(name = "OwnerOfMoney")
    record OwnerOfMoney(@NotBlank String organisation, @Nullable Pence sharePence) {}

    @Schema(name = "SubjectOfDecision")
    record SubjectOfDecision(@NotBlank String type, @NotBlank String id) {}

    /// @param votedAt the moment quorum is counted at; when the meeting began, if never given
    @Schema(name = "VotesToCast")
    record ToCast(@Nullable LocalTime votedAt, @NotEmpty List<@Valid VoteToCast> votes) {}

    @Schema(name = "VoteToCast")
    record VoteToCast(@NotBlank String member, @NotNull Choice vote) {}

    /// @param declared null for what the votes say
    /// @param castingVote of the seat that has one, on a tie
    @Schema(name = "OutcomeToRecord")
    record ToRecord(@Nullable Outcome declared, @Nullable Choice castingVote) {}

    @Schema(name = "TabledItem")
    record View(
            String meeting,
            int number,
            String reference,
            String title,
            @Nullable DecisionView decision) {

        static View of(TableMatter.Tabled tabled) {
            return new View(
                    tabled.meeting().reference(),
                    tabled.item(),
                    tabled.meeting().referenceOf(tabled.item()),
                    tabled.meeting().titleOf(tabled.item()),
                    tabled.decision() == null
                            ? null
                            : DecisionView.of(tabled.decision(), List.of()));
        }
    }

    @POST
    @Path("/{meeting}/items")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a matter on a meeting's agenda",
            description =
                    "For discussion, for a decision, to answer an approval request, or a deferred"
                            + " decision again. An approval request is decided as it was asked:"
                            + " another amount or function is refused.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "A decision", ref = "item"),
                                @ExampleObject(name = "A request", ref = "item-request")
                            }))
    @APIResponseSchema(value = View.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such meeting or request")
    @APIResponse(
            responseCode = "409",
            description = "APPROVAL_REQUEST_NOT_OPEN, MEETING_NOT_IN_STATE, ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description =
                    "AMOUNT_DIFFERS, FUNCTION_DIFFERS, NOT_AN_APPROVAL, ONE_MATTER,"
                            + " NEEDS_FUNCTION_AND_OWNERS, UNKNOWN_FUNCTION")
    public Response table(@PathParam("meeting") String meeting, @NotNull @Valid ToTable request) {
        var tabled = View.of(put(meeting, request));
        return Response.created(
                        URI.create(
                                "/api/governance/v1/meetings/%s/items/%d"
                                        .formatted(tabled.meeting, tabled.number)))
                .entity(tabled)
                .build();
    }

    @POST
    @Path("/{meeting}/items/{item}/votes")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Write down votes on an item",
            description =
                    "One for each seat; a later one replaces it until the outcome is recorded.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Votes", ref = "votes")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(responseCode = "409", description = "MEETING_NOT_IN_STATE, NOTHING_TO_DECIDE")
    @APIResponse(
            responseCode = "422",
            description = "NO_SUCH_SEAT, NOT_A_VOTING_MEMBER, NOT_PRESENT")
    public Response vote(
            @PathParam("meeting") String meeting,
            @PathParam("item") int item,
            @NotNull @Valid ToCast request) {
        var votes =
                request.votes.stream()
                        .map(one -> new Vote(Seats.shortOf(one.member), one.vote))
                        .toList();
        return answer(castVotes.handle(meeting, item, request.votedAt, votes));
    }

    @POST
    @Path("/{meeting}/items/{item}/outcome")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record what became of an item",
            description =
                    "What the votes say, or what the chair declared. A carried motion is IN_EFFECT,"
                            + " or INVALID with validity codes: NOT_CONSTITUTED, DISSOLVED,"
                            + " NO_NOTICE, INQUORATE, INQUORATE_AFTER_CONFLICT, CONFLICTED_VOTE,"
                            + " MAJORITY_NOT_MET, OUTSIDE_TOR, RESERVED, NO_CHAIN,"
                            + " SUBDELEGATION_BARRED, LIMIT_EXCEEDED, DELEGATION_EXPIRED,"
                            + " OWNER_NOT_COVERED. With dryRun nothing is kept.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Votes", ref = "outcome")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(
            responseCode = "409",
            description = "MEETING_NOT_IN_STATE, NOTHING_TO_DECIDE, ILLEGAL_TRANSITION")
    public Response outcome(
            @PathParam("meeting") String meeting,
            @PathParam("item") int item,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid ToRecord request) {
        return answer(
                dryRun
                        ? takeDecision.dryRun(meeting, item, request.declared, request.castingVote)
                        : takeDecision.handle(
                                meeting, item, request.declared, request.castingVote));
    }

    private TableMatter.Tabled put(String meeting, ToTable request) {
        var source = recorder.provenance(request.provenance);
        if (request.approvalRequest != null && request.deferredDecision != null) {
            throw new DecisionRefusal.OneMatter();
        }
        if (request.deferredDecision != null) {
            return tableMatter.again(meeting, request.title, request.deferredDecision, source);
        }
        if (request.approvalRequest != null) {
            return tableMatter.forDecision(
                    meeting,
                    request.title,
                    asAsked(request.approvalRequest, request.decision),
                    source);
        }
        return request.decision == null
                ? tableMatter.forDiscussion(meeting, request.title, source)
                : tableMatter.forDecision(
                        meeting, request.title, matter(meeting, request.decision), source);
    }

    private Matter asAsked(String idOrReference, @Nullable ToDecide given) {
        var request = requests.require(idOrReference);
        recorder.requireWriting(request.locality(), "approval request", idOrReference);
        request.requireOpen();
        if (given != null) {
            request.requireAmount(given.value());
            request.requireFunction(given.function);
            if (given.type != null && given.type != DecisionType.APPROVE) {
                throw new DecisionRefusal.NotAnApproval(given.type);
            }
        }
        return Matter.of(request);
    }

    private Matter matter(String meeting, ToDecide asked) {
        if (asked.function != null) {
            functions.requireKnown(List.of(asked.function));
        }
        var owners = asked.owners == null ? List.<OwnerOfMoney>of() : asked.owners;
        return new Matter(
                asked.type == null ? DecisionType.APPROVE : asked.type,
                asked.place == null ? meetings.require(meeting).locality() : asked.place,
                asked.function,
                asked.value(),
                asked.basis == null ? Basis.ALIGNED : asked.basis,
                owners.stream().map(one -> new Owner(one.organisation, one.sharePence)).toList(),
                asked.subject == null ? null : asked.subject.type,
                asked.subject == null ? null : asked.subject.id,
                null);
    }

    private Response answer(Decision decision) {
        return Response.ok(DecisionView.of(decision, ballots.on(decision.id)))
                .header(HttpHeaders.ETAG, new EntityTag(decision.version))
                .build();
    }
}
