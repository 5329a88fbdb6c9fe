package locality.platform.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What governance-service tells of boards at work: when they meet, what is before them, what they
/// decided and what followed.
public sealed interface BoardEvent extends PublishedEvent {
    /// What happened to a meeting.
    sealed interface OfMeeting extends BoardEvent {
        UUID meetingId();

        @Override
        default String subjectType() {
            return "meeting";
        }

        @Override
        default String subjectId() {
            return meetingId().toString();
        }
    }

    /// What happened to a decision.
    sealed interface OfDecision extends BoardEvent {
        UUID decisionId();

        @Override
        default String subjectType() {
            return "decision";
        }

        @Override
        default String subjectId() {
            return decisionId().toString();
        }
    }

    /// What happened to a paper.
    sealed interface OfPaper extends BoardEvent {
        UUID paperId();

        @Override
        default String subjectType() {
            return "paper";
        }

        @Override
        default String subjectId() {
            return paperId().toString();
        }
    }

    /// What happened to an entry of a forward plan.
    sealed interface OfForwardPlanEntry extends BoardEvent {
        UUID entryId();

        @Override
        default String subjectType() {
            return "forward-plan-entry";
        }

        @Override
        default String subjectId() {
            return entryId().toString();
        }
    }

    /// What happened to a recommendation.
    sealed interface OfRecommendation extends BoardEvent {
        UUID recommendationId();

        @Override
        default String subjectType() {
            return "recommendation";
        }

        @Override
        default String subjectId() {
            return recommendationId().toString();
        }
    }

    /// What happened to an action.
    sealed interface OfAction extends BoardEvent {
        UUID actionId();

        @Override
        default String subjectType() {
            return "action";
        }

        @Override
        default String subjectId() {
            return actionId().toString();
        }
    }

    /// What happened to a dispute.
    sealed interface OfDispute extends BoardEvent {
        UUID disputeId();

        @Override
        default String subjectType() {
            return "dispute";
        }

        @Override
        default String subjectId() {
            return disputeId().toString();
        }
    }

    /// A meeting was planned, noticed, opened, adjourned, closed or cancelled, or its minutes were
    /// approved.
    @EventType("governance.meeting-changed.v1")
    record MeetingChanged(
            UUID meetingId,
            String reference,
            UUID bodyId,
            String bodyName,
            String startsAt,
            String state,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfMeeting {}

    /// A paper was put with an item of an agenda.
    ///
    /// @param open whether the public may read it
    /// @param backgroundUntil the last day its background papers may be asked for, null when no
    ///   period is stated
    @EventType("governance.paper-published.v1")
    record PaperPublished(
            UUID paperId,
            String reference,
            String title,
            UUID meetingId,
            int item,
            boolean open,
            @Nullable LocalDate backgroundUntil,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfPaper {}

    /// A matter is on the forward plan of a body, was changed or taken off it.
    ///
    /// @param key whether it is a key decision
    /// @param state `PLANNED`, `TABLED`, `DECIDED` or `WITHDRAWN`
    /// @param effectiveOn the day the plan says so from
    /// @param expectedOn the day the body is expected to decide
    /// @param decisionId the decision it became, null until then
    @EventType("governance.forward-plan-changed.v1")
    record ForwardPlanChanged(
            UUID entryId,
            String reference,
            String title,
            UUID bodyId,
            String bodyName,
            boolean key,
            String state,
            LocalDate expectedOn,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfForwardPlanEntry {}

    /// A body recorded an outcome. It binds only when `state` is `IN_EFFECT`; `validityCodes` says
    /// why an invalid one does not. When it answers a request of another service it repeats that
    /// request's id and content hash.
    ///
    /// @param valuePence whole-life value the decision covers, null when it is not about money
    /// @param basis `POOLED` or `ALIGNED`, null when it is not about money
    /// @param owners whose money it decided about, null when it is about nobody's
    /// @param subject what it is about: `commitment`, `fund-plan`, ... and its id
    @EventType("governance.decision-taken.v1")
    record DecisionTaken(
            UUID decisionId,
            String reference,
            String title,
            UUID bodyId,
            String bodyName,
            @Nullable UUID meetingId,
            String decisionType,
            String outcome,
            String state,
            List<String> validityCodes,
            @Nullable String function,
            @Nullable Pence valuePence,
            @Nullable String basis,
            @Nullable List<MoneyOwner> owners,
            @Nullable Subject subject,
            @Nullable UUID requestId,
            @Nullable String contentHash,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfDecision {}

    /// A decision that had been taken no longer stands as it was told: it was called in, sent back,
    /// rescinded or superseded. One that comes to bind later is told as taken again. So is told
    /// that a matter was taken off an agenda before anything was decided on it, or where it was
    /// referred.
    ///
    /// @param state `CALLED_IN`, `PROPOSED`, `RESCINDED`, `SUPERSEDED`, `WITHDRAWN` or `REFERRED`
    /// @param byDecision the decision that did it, null when none did
    @EventType("governance.decision-changed.v1")
    record DecisionChanged(
            UUID decisionId,
            String reference,
            String state,
            String reason,
            @Nullable UUID byDecision,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfDecision {}

    /// A recommendation was made, or something became of it.
    ///
    /// @param verb what is asked: `NOTE`, `ENDORSE`, `AGREE`, ...
    /// @param outcome what became of it, null until then
    /// @param decisionId the decision that answered it, null until then
    @EventType("governance.recommendation-changed.v1")
    record RecommendationChanged(
            UUID recommendationId,
            String reference,
            String verb,
            String text,
            @Nullable UUID bodyId,
            @Nullable String outcome,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfRecommendation {}

    /// An action was given to a post, or something became of it.
    ///
    /// @param post who is to do it
    /// @param dueOn the last day, null when none was said
    /// @param state `OPEN`, `IN_PROGRESS`, `COMPLETE` or `SUPERSEDED`
    /// @param bodyId the body whose action it is, null when it is of none
    /// @param area of that body's action plan it stands in, null when it stands in none
    @EventType("governance.action-changed.v1")
    record ActionChanged(
            UUID actionId,
            String reference,
            String title,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable LocalDate dueOn,
            String state,
            @Nullable UUID meetingId,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            @Nullable UUID bodyId,
            @Nullable String area)
            implements OfAction {}

    /// A dispute was referred to a body, or something became of it.
    ///
    /// @param parties the organisations in dispute, by code
    /// @param bodyId the body it is referred to, null while it is raised only
    /// @param state `RAISED`, `REFERRED`, `RESOLVED` or `WITHDRAWN`
    @EventType("governance.dispute-changed.v1")
    record DisputeChanged(
            UUID disputeId,
            String reference,
            String title,
            List<String> parties,
            @Nullable UUID bodyId,
            String state,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfDispute {}

    /// An organisation whose money a decision is about.
    ///
    /// @param sharePence its part of the value, null when it was not said
    record MoneyOwner(String organisation, @Nullable Pence sharePence) {}

    /// What a decision is about.
    record Subject(String type, String id) {}
}
