package locality.governance.decision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.meeting.Seats;
import locality.governance.recorder.PersonalData;
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
    private final ShowDecision show;
    private final Meetings meetings;
    private final Recorder recorder;

    ItemResource(
            TableMatter tableMatter,
            CastVotes castVotes,
            TakeDecision takeDecision,
            ShowDecision show,
            Meetings meetings,
            Recorder recorder) {
        this.tableMatter = tableMatter;
        this.castVotes = castVotes;
        this.takeDecision = takeDecision;
        this.show = show;
        this.meetings = meetings;
        this.recorder = recorder;
    }

    /// @param decision what is to be decided; null for discussion, or when a request says it
    /// @param approvalRequest the request it answers: its id, or the reference of what it is about
    /// @param deferredDecision a decision to put before this body again: one that was deferred or
    ///   sent back, or that its meeting was closed or cancelled without coming to
    /// @param forwardPlan the entry of the forward plan it was expected as
    @Schema(name = "ItemToTable")
    record ToTable(
            @NotBlank String title,
            @Nullable @Valid ToDecide decision,
            @Nullable String approvalRequest,
            @Nullable String deferredDecision,
            @Nullable String forwardPlan,
            @Nullable Provenance provenance) {}

    /// @param place the meeting's locality when left out
    /// @param valuePence whole-life
    /// @param supersedes the decision in effect whose place an APPROVE takes: of the same place,
    ///   subject and body, or of the body before it. It ends on the day this one is in effect, and
    ///   is left out of what was approved before; while scrutiny has its days, both count against a
    ///   third. Of a request that is on the agenda already, said until the first vote
    @Schema(name = "DecisionToTake")
    record ToDecide(
            @Nullable DecisionType type,
            @Nullable Locality place,
            @Nullable String function,
            @Min(0) @Nullable Long valuePence,
            @Nullable Basis basis,
            @Nullable List<@Valid OwnerOfMoney> owners,
            @Nullable @Valid SubjectOfDecision subject,
            @Nullable String supersedes) {

        Proposal asProposal() {
            return new Proposal(
                    type,
                    place,
                    function,
                    valuePence == null ? null : Pence.of(valuePence),
                    basis,
                    owners == null
                            ? List.of()
                            : owners.stream()
                                    .map(one -> new Owner(one.organisation, one.sharePence))
                                    .toList(),
                    subject == null ? null : subject.type,
                    subject == null ? null : subject.id,
                    supersedes);
        }
    }

    @Schema(name = "OwnerOfMoney")
    record OwnerOfMoney(@NotBlank String organisation, @Nullable Pence sharePence) {}

    @Schema(name = "SubjectOfDecision")
    record SubjectOfDecision(@NotBlank String type, @NotBlank String id) {}

    /// @param votedAt the moment quorum is counted at, the same for all votes on the item; when the
    ///   meeting began, if the first vote does not give it
    @Schema(name = "VotesToCast")
    record ToCast(@Nullable LocalTime votedAt, @NotEmpty List<@Valid VoteToCast> votes) {}

    @Schema(name = "VoteToCast")
    record VoteToCast(@NotBlank String member, @NotNull Choice vote) {}

    /// @param declared null for what the votes say
    /// @param castingVote of the seat that has one, on a tie
    /// @param votedAt puts the moment of the vote right, if it was written down wrongly
    @Schema(name = "OutcomeToRecord")
    record ToRecord(
            @Nullable Outcome declared,
            @Nullable Choice castingVote,
            @Nullable LocalTime votedAt) {}

    @Schema(name = "TabledItem")
    record View(
            String meeting,
            int number,
            String reference,
            String title,
            @Nullable DecisionView decision) {

        static View of(Meeting meeting, int item, @Nullable DecisionView decision) {
            return new View(
                    meeting.reference(),
                    item,
                    meeting.referenceOf(item),
                    meeting.titleOf(item),
                    decision);
        }
    }

    @GET
    @Path("/{meeting}/items/{item}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show an item of a meeting's agenda and what was decided on it",
            description = "What is decided for a place the caller does not read is left out.")
    @APIResponseSchema(View.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such meeting or item")
    public View show(@PathParam("meeting") String idOrReference, @PathParam("item") int item) {
        var meeting = meetings.require(idOrReference);
        recorder.requireReading(meeting.locality(), "meeting", idOrReference);
        meeting.requireItem(item);
        var shown = recorder.shown(null);
        return View.of(
                meeting,
                item,
                show.on(meeting.referenceOf(item))
                        .filter(decision -> shown.contains(decision.locality()))
                        .orElse(null));
    }

    @POST
    @Path("/{meeting}/items")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a matter on a meeting's agenda",
            description =
                    "For discussion, for a decision, to answer an approval request, or a deferred"
                        + " decision again. An approval request is decided as it was asked: another"
                        + " amount, function, place, basis, owner or subject is refused. Where no"
                        + " body decides for all owners, name those this one decides for; the"
                        + " request is answered once all were decided for. ALIGNED shares are given"
                        + " for every owner or for none, and sum to the value; with none, each"
                        + " owner is tested against the whole.")
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
            description =
                    "APPROVAL_REQUEST_NOT_OPEN, MEETING_NOT_IN_STATE, ILLEGAL_TRANSITION,"
                            + " FORWARD_PLAN_ENTRY_NOT_OPEN, FORWARD_PLAN_ENTRY_TABLED,"
                            + " REQUEST_TABLED_ALREADY, SUPERSEDED_ALREADY, RATIFIED_WHAT_STANDS,"
                            + " VOTING_HAS_BEGUN")
    @APIResponse(
            responseCode = "422",
            description =
                    "AMOUNT_DIFFERS, FUNCTION_DIFFERS, PLACE_DIFFERS, BASIS_DIFFERS,"
                            + " OWNERS_DIFFER, SUBJECT_DIFFERS, NOT_AN_APPROVAL, ONE_MATTER,"
                            + " NEEDS_FUNCTION_AND_OWNERS, OWNER_NAMED_TWICE, SHARES_DIFFER,"
                            + " UNKNOWN_FUNCTION, FORWARD_PLAN_ENTRY_OF_ANOTHER_BODY,"
                            + " FORWARD_PLAN_ENTRY_DIFFERS, FORWARD_PLAN_VALUE_EXCEEDED,"
                            + " EXPECTED_FOR_DECISION, RATIFIES_NOTHING,"
                            + " SUBJECT_NOT_ON_RECORD, SUBJECT_OF_ANOTHER_PLACE,"
                            + " SUPERSEDES_NOTHING, BY_DECISION_DOES_NOT_BIND,"
                            + " RATIFY_SUPERSEDES_NOTHING,"
                            + " BY_DECISION_IS_EARLIER, BY_ANOTHER_BODY,"
                            + " BY_DECISION_IS_ABOUT_ANOTHER")
    public Response table(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToTable request) {
        PersonalData.requireNone("title", request.title);
        var put =
                put(
                        new TableMatter.Place(
                                meeting,
                                ifMatch,
                                request.title,
                                request.forwardPlan,
                                request.provenance),
                        request);
        var decision = put.decision() == null ? null : show.of(put.decision());
        var tabled = View.of(put.meeting(), put.item(), decision);
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
                    "One for each seat; a later one replaces it until the outcome is recorded. The"
                            + " first says when the vote was taken, and holds for all.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Votes", ref = "votes")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(
            responseCode = "409",
            description =
                    "MEETING_NOT_IN_STATE, NOTHING_TO_DECIDE, ILLEGAL_TRANSITION,"
                            + " VOTED_AT_ANOTHER_TIME")
    @APIResponse(
            responseCode = "422",
            description = "NO_SUCH_SEAT, NOT_A_VOTING_MEMBER, NOT_PRESENT")
    public Response vote(
            @PathParam("meeting") String meeting,
            @PathParam("item") int item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToCast request) {
        var votes =
                request.votes.stream()
                        .map(one -> new Vote(Seats.shortOf(one.member), one.vote))
                        .toList();
        return answer(castVotes.handle(meeting, item, ifMatch, request.votedAt, votes));
    }

    @POST
    @Path("/{meeting}/items/{item}/outcome")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record what became of an item",
            description =
                    "What the votes say, or what the chair declared. A carried motion is IN_EFFECT,"
                        + " or INVALID with validity codes: NOT_CONSTITUTED, DISSOLVED, NO_NOTICE,"
                        + " INQUORATE, INQUORATE_AFTER_CONFLICT, CONFLICTED_VOTE, MAJORITY_NOT_MET,"
                        + " OUTSIDE_TOR, RESERVED, NO_CHAIN, SUBDELEGATION_BARRED, LIMIT_EXCEEDED,"
                        + " DELEGATION_EXPIRED, OWNER_NOT_COVERED, ROUTE_STEP_MISSING,"
                        + " KEY_NOTICE_SHORT. Where the body's terms give scrutiny days to call it"
                        + " in, a valid approval stays CARRIED for them. A valid yes or no answers"
                        + " the approval request it was tabled for, which must be open; anything"
                        + " else leaves it alone. What may by then not take the place of the"
                        + " decision it `supersedes` supersedes nothing, counts beside it, and says"
                        + " why in `explanation`. With dryRun nothing is kept.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Votes", ref = "outcome")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(
            responseCode = "409",
            description =
                    "MEETING_NOT_IN_STATE, NOTHING_TO_DECIDE, ILLEGAL_TRANSITION,"
                            + " APPROVAL_REQUEST_NOT_OPEN")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such meeting or item")
    public Response outcome(
            @PathParam("meeting") String meeting,
            @PathParam("item") int item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid ToRecord request) {
        var said = new TakeDecision.Said(request.declared, request.castingVote, request.votedAt);
        return answer(
                dryRun
                        ? takeDecision.dryRun(meeting, item, ifMatch, said)
                        : takeDecision.handle(meeting, item, ifMatch, said));
    }

    private TableMatter.Tabled put(TableMatter.Place place, ToTable request) {
        if (request.approvalRequest != null && request.deferredDecision != null) {
            throw new MatterRefusal.OneMatter();
        }
        if (request.deferredDecision != null) {
            return tableMatter.again(place, request.deferredDecision);
        }
        var proposal = request.decision == null ? null : request.decision.asProposal();
        if (request.approvalRequest != null) {
            return tableMatter.toAnswer(place, request.approvalRequest, proposal);
        }
        return proposal == null
                ? tableMatter.forDiscussion(place)
                : tableMatter.forDecision(place, proposal);
    }

    private Response answer(Decision decision) {
        return Response.ok(show.of(decision))
                .header(HttpHeaders.ETAG, new EntityTag(decision.version))
                .build();
    }
}
