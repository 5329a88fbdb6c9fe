package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.approval.ApprovalRequest;
import locality.governance.approval.ApprovalRequests;
import locality.governance.authority.Owner;
import locality.governance.body.BodyRegister;
import locality.governance.forwardplan.ForwardPlan;
import locality.governance.function.Functions;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingRecord;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Puts a matter on a meeting's agenda: for discussion, or for a decision. Whose meeting it is
/// comes first: of what is asked nothing is looked at by those who may not write there.
@ApplicationScoped
class TableMatter {

    private final Meetings meetings;
    private final Decisions decisions;
    private final Tablings tablings;
    private final Ballots ballots;
    private final ForwardPlan forwardPlan;
    private final BodyRegister bodies;
    private final Functions functions;
    private final ApprovalRequests requests;
    private final Recorder recorder;
    private final LeaveAgenda leaveAgenda;
    private final ProposeDecision proposeDecision;
    private final ReplaceDecision replace;
    private final EventLog eventLog;

    TableMatter(
            Meetings meetings,
            Decisions decisions,
            Tablings tablings,
            Ballots ballots,
            ForwardPlan forwardPlan,
            BodyRegister bodies,
            Functions functions,
            ApprovalRequests requests,
            Recorder recorder,
            LeaveAgenda leaveAgenda,
            ProposeDecision proposeDecision,
            ReplaceDecision replace,
            EventLog eventLog) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.tablings = tablings;
        this.ballots = ballots;
        this.forwardPlan = forwardPlan;
        this.bodies = bodies;
        this.functions = functions;
        this.requests = requests;
        this.recorder = recorder;
        this.leaveAgenda = leaveAgenda;
        this.proposeDecision = proposeDecision;
        this.replace = replace;
        this.eventLog = eventLog;
    }

    /// What was put on the agenda.
    record Tabled(Meeting meeting, int item, @Nullable Decision decision) {}

    /// @param meeting its id or reference
    /// @param ifMatch the version of it the caller read
    /// @param forwardPlan the entry of the forward plan it was expected as, null for none
    /// @param provenance null for whoever enters it
    record Place(
            String meeting,
            @Nullable String ifMatch,
            String title,
            @Nullable String forwardPlan,
            @Nullable Provenance provenance) {}

    @Transactional
    Tabled forDiscussion(Place place) {
        var meeting = require(place);
        if (place.forwardPlan != null) {
            throw new MatterRefusal.ExpectedForDecision(place.forwardPlan);
        }
        int item = put(meeting, place);
        eventLog.append(written(meeting, item, null));
        return new Tabled(meeting, item, null);
    }

    @Transactional
    Tabled forDecision(Place place, Proposal proposal) {
        var meeting = require(place);
        if (proposal.function() != null) {
            functions.requireKnown(List.of(proposal.function()));
        }
        return propose(meeting, place, proposal.at(meeting.locality()), proposal.supersedes());
    }

    /// @param approvalRequest its id, or the reference of what it is about
    /// @param proposal what the secretary says of it, null for nothing
    @Transactional
    Tabled toAnswer(Place place, String approvalRequest, @Nullable Proposal proposal) {
        requireWritingAt(place);
        var request = requireOpen(approvalRequest);
        var meeting = require(place);
        if (proposal != null) {
            proposal.requireSameAs(request);
        }
        var owners = proposal == null ? request.owners() : proposal.ownersOf(request);
        var placed = placedByRule(request, owners);
        var supersedes = proposal == null ? null : proposal.supersedes();
        if (placed != null && meeting.id().equals(placed.meetingId)) {
            return there(meeting, placed, supersedes);
        }
        if (placed != null) {
            leaveAgenda.handle(placed, "Tabled at %s instead.".formatted(meeting.reference()));
        }
        requireNotBeforeABody(request, owners);
        return propose(meeting, place, Matter.of(request, owners), supersedes);
    }

    /// It is on the agenda already; what it supersedes may be said until the first vote.
    private Tabled there(Meeting meeting, Decision placed, @Nullable String supersedes) {
        int item = requireNonNull(placed.item);
        if (supersedes == null) {
            return new Tabled(meeting, item, placed);
        }
        placed.requireNoVotes();
        replace.propose(placed, supersedes, meeting.heldOn());
        return tabled(meeting, item, placed);
    }

    /// Each owner's money is decided once: not while it stands on an agenda, or was carried and
    /// waits to take effect, or was approved and the request waits for others' bodies alone.
    private void requireNotBeforeABody(ApprovalRequest request, List<Owner> owners) {
        Stream.concat(
                        decisions.liveOn(request.id()).stream().filter(this::isBeforeABody),
                        decisions.approving(request.id()).stream())
                .filter(decision -> decision.matter.isOfAnyOf(owners))
                .findFirst()
                .ifPresent(
                        decision -> {
                            throw new MatterRefusal.RequestTabledAlready(
                                    request.reference(), decision.reference, decision.state);
                        });
    }

    private boolean isBeforeABody(Decision decision) {
        return switch (decision.state) {
            case CARRIED, CALLED_IN -> true;
            case TABLED ->
                    decision.meetingId == null || !meetings.findById(decision.meetingId).isOver();
            default -> false;
        };
    }

    /// Where the request was put on an agenda because that body is the lowest that may decide it,
    /// and is still to be decided; null when it is nowhere, or a secretary put it there.
    private @Nullable Decision placedByRule(ApprovalRequest request, List<Owner> owners) {
        return decisions.liveOn(request.id()).stream()
                .filter(decision -> decision.placedByRule)
                .filter(decision -> Set.copyOf(decision.matter.owners()).equals(Set.copyOf(owners)))
                .filter(decision -> decision.state == DecisionState.TABLED)
                .findFirst()
                .orElse(null);
    }

    /// @param deferred a decision that was deferred or sent back, or that its meeting ended without
    ///   coming to
    @Transactional
    Tabled again(Place place, String deferred) {
        var meeting = require(place);
        var decision = decisions.require(deferred);
        recorder.requireWriting(decision.matter.place(), "decision", deferred);
        var former = decision.meetingId == null ? null : meetings.findById(decision.meetingId);
        if (decision.isLeftOver(former)) {
            tablings.persist(decision.asItStands(ballots.on(decision)));
        }
        var body = bodies.requireForWriting(meeting.bodyId().toString(), meeting.heldOn());
        if (decision.matter.forwardPlanEntry() != null && decision.referredFrom == null) {
            forwardPlan.requireFor(
                    decision.matter.forwardPlanEntry().toString(),
                    meeting.bodyId(),
                    decision.matter.asProposed());
        }
        int item = put(meeting, place);
        decision.tableAgain(former, meeting, item, body);
        if (decision.matter.forwardPlanEntry() != null) {
            forwardPlan.tabled(decision.matter.forwardPlanEntry(), decision.id, meeting.heldOn());
        }
        return tabled(meeting, item, decision);
    }

    private Tabled propose(
            Meeting meeting, Place place, Matter matter, @Nullable String supersedes) {
        recorder.requireWriting(matter.place(), "place", matter.place().code());
        var body = bodies.requireForWriting(meeting.bodyId().toString(), meeting.heldOn());
        var entry =
                place.forwardPlan == null
                        ? null
                        : forwardPlan
                                .requireFor(
                                        place.forwardPlan, meeting.bodyId(), matter.asProposed())
                                .id();
        var decision = proposeDecision.handle(place.title, matter.expectedAs(entry), source(place));
        int item = put(meeting, place);
        decision.table(meeting, item, body.id(), body.name());
        replace.propose(decision, supersedes, meeting.heldOn());
        decisions.persist(decision);
        if (entry != null) {
            forwardPlan.tabled(entry, decision.id, meeting.heldOn());
        }
        return tabled(meeting, item, decision);
    }

    private Tabled tabled(Meeting meeting, int item, Decision decision) {
        decisions.flush();
        eventLog.append(written(meeting, item, decision.id));
        return new Tabled(meeting, item, decision);
    }

    /// Without holding the meeting: whoever places matters by rule holds the request first, too.
    private void requireWritingAt(Place place) {
        var meeting = meetings.require(place.meeting);
        meetings.getEntityManager().detach(meeting);
        recorder.requireWriting(meeting.locality(), "meeting", place.meeting);
    }

    private Meeting require(Place place) {
        var meeting = meetings.requireAlone(place.meeting);
        recorder.requireWriting(meeting.locality(), "meeting", place.meeting);
        meeting.requireUnchanged(place.ifMatch);
        return meeting;
    }

    private ApprovalRequest requireOpen(String idOrReference) {
        var request = requests.require(idOrReference);
        recorder.requireWriting(request.locality(), "approval request", idOrReference);
        requests.getEntityManager().refresh(request, LockModeType.PESSIMISTIC_WRITE);
        request.requireOpen();
        return request;
    }

    private int put(Meeting meeting, Place place) {
        int item = meeting.put(place.title, source(place));
        meetings.flush();
        return item;
    }

    private Provenance source(Place place) {
        return recorder.provenance(place.provenance);
    }

    private static MeetingRecord written(Meeting meeting, int item, @Nullable UUID decision) {
        return new MeetingRecord.AgendaWritten(
                Ids.next(), meeting.id(), item, decision, meeting.locality(), meeting.heldOn());
    }
}
