package locality.platform.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What governance-service tells: who exists, who may decide, what was decided.
public sealed interface GovernanceEvent extends PublishedEvent {
    /// What happened to an organisation.
    sealed interface OfOrganisation extends GovernanceEvent {
        String code();

        @Override
        default String subjectType() {
            return "organisation";
        }

        @Override
        default String subjectId() {
            return code();
        }
    }

    /// What happened to a body.
    sealed interface OfBody extends GovernanceEvent {
        UUID bodyId();

        @Override
        default String subjectType() {
            return "body";
        }

        @Override
        default String subjectId() {
            return bodyId().toString();
        }
    }

    /// What happened to a delegation.
    sealed interface OfDelegation extends GovernanceEvent {
        UUID delegationId();

        @Override
        default String subjectType() {
            return "delegation";
        }

        @Override
        default String subjectId() {
            return delegationId().toString();
        }
    }

    /// What happened to a function in the register.
    sealed interface OfFunction extends GovernanceEvent {
        String code();

        @Override
        default String subjectType() {
            return "function";
        }

        @Override
        default String subjectId() {
            return code();
        }
    }

    /// What happened to the way a place arranges a function.
    sealed interface OfArrangement extends GovernanceEvent {
        UUID arrangementId();

        @Override
        default String subjectType() {
            return "function-arrangement";
        }

        @Override
        default String subjectId() {
            return arrangementId().toString();
        }
    }

    /// What happened to a meeting.
    sealed interface OfMeeting extends GovernanceEvent {
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
    sealed interface OfDecision extends GovernanceEvent {
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

    /// What happened to a post.
    sealed interface OfPost extends GovernanceEvent {
        UUID postId();

        @Override
        default String subjectType() {
            return "post";
        }

        @Override
        default String subjectId() {
            return postId().toString();
        }
    }

    /// What happened to the receiving end of a delegation.
    sealed interface OfReceipt extends GovernanceEvent {
        UUID receiptId();

        @Override
        default String subjectType() {
            return "delegation-receipt";
        }

        @Override
        default String subjectId() {
            return receiptId().toString();
        }
    }

    /// What happened to a paper.
    sealed interface OfPaper extends GovernanceEvent {
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
    sealed interface OfForwardPlanEntry extends GovernanceEvent {
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
    sealed interface OfRecommendation extends GovernanceEvent {
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
    sealed interface OfAction extends GovernanceEvent {
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
    sealed interface OfDispute extends GovernanceEvent {
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

    /// An organisation is on record, under its ODS or GSS code.
    ///
    /// @param nameFrom the first day it is called so, which may be to come; null in what was told
    ///   before names had their days
    @EventType("governance.organisation-recorded.v1")
    record OrganisationRecorded(
            String code,
            String name,
            String kind,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            List<String> predecessors,
            Provenance provenance,
            @Nullable LocalDate nameFrom)
            implements OfOrganisation {}

    /// A body was proposed, established, dissolved, or otherwise changed. `state` is the state it
    /// is in from `effectiveOn`.
    @EventType("governance.body-changed.v1")
    record BodyChanged(
            UUID bodyId,
            String reference,
            String name,
            String classification,
            String spatialLevel,
            String state,
            @Nullable String organisation,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            @Nullable List<Locality> alsoServes,
            @Nullable List<UUID> predecessors,
            @Nullable LocalDate sunsetOn)
            implements OfBody {}

    /// A body is accountable to another, advises it, or is a sounding board of it, from
    /// `effectiveOn` to the end of `endsOn` where it is known. Told again when it ends.
    @EventType("governance.body-related.v1")
    record BodyRelated(
            UUID bodyId,
            String reference,
            String kind,
            UUID toBody,
            String toReference,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            Provenance provenance)
            implements OfBody {}

    /// A seat of a body is filled or vacant from `effectiveOn`, or is no more. Who sits in it is
    /// not told.
    ///
    /// @param post the post the seat is for
    /// @param organisation on whose behalf, null when on nobody's
    /// @param state `FILLED`, `VACANT` or `ABOLISHED`
    @EventType("governance.seat-changed.v1")
    record SeatChanged(
            UUID bodyId,
            String reference,
            String seat,
            String post,
            boolean votingRight,
            @Nullable String organisation,
            String state,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            Provenance provenance)
            implements OfBody {}

    /// A post is filled or vacant from `effectiveOn`, or is no more. Who holds it is not told.
    ///
    /// @param organisations who employ its holder or share the post; more than one for a joint post
    /// @param state `FILLED`, `VACANT` or `ABOLISHED`
    @EventType("governance.post-changed.v1")
    record PostChanged(
            UUID postId,
            String reference,
            String title,
            List<String> organisations,
            String state,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            Provenance provenance)
            implements OfPost {}

    /// A function is in the register: something that can be decided, the same in every place.
    @EventType("governance.function-recorded.v1")
    record FunctionRecorded(
            String code,
            String name,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfFunction {}

    /// A place arranges a function from `effectiveOn`, to the end of `endsOn` where it is known.
    /// Told again when the arrangement ends.
    ///
    /// @param reserved whether only the owners' top bodies may decide it
    /// @param owner the organisation that holds the function, by code
    /// @param spatialLevel where it is decided: `NEIGHBOURHOOD`, `LOCALITY`, `SECTOR` or
    ///   `GREATER_MANCHESTER`
    /// @param arrangement `IN_HOUSE`, `OTHER` or `JOINT`
    /// @param wholeTimeEquivalents how many people's work it is
    /// @param direction where it is to go, in the source's words
    /// @param state `DRAFT`, `AGREED`, `IN_FORCE` or `ENDED`
    @EventType("governance.function-arranged.v1")
    record FunctionArranged(
            UUID arrangementId,
            String function,
            boolean reserved,
            @Nullable String ownerKind,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            Provenance provenance,
            @Nullable String owner,
            @Nullable String spatialLevel,
            @Nullable String arrangement,
            @Nullable BigDecimal wholeTimeEquivalents,
            @Nullable String direction,
            @Nullable String state)
            implements OfArrangement {}

    /// A delegation is in force from `effectiveOn`: its holder may decide these functions in this
    /// place up to the limit. The holder is a body, or the officers of an organisation.
    ///
    /// @param fromOrganisation the organisation whose body delegates, null for a body of several
    @EventType("governance.delegation-granted.v1")
    record DelegationGranted(
            UUID delegationId,
            String reference,
            UUID fromBody,
            @Nullable String fromOrganisation,
            @Nullable UUID toBody,
            @Nullable String toOrganisation,
            List<String> functions,
            @Nullable Pence limitPence,
            String limitKind,
            boolean maySubDelegate,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            Provenance provenance)
            implements OfDelegation {}

    /// A delegation ends on `effectiveOn`: it was revoked, a delegation above it ended, a body that
    /// gave or held it was dissolved, or its function was reserved.
    @EventType("governance.delegation-ended.v1")
    record DelegationEnded(
            UUID delegationId, String reason, Locality locality, LocalDate effectiveOn)
            implements OfDelegation {}

    /// The receiving end of a delegation is on record: what the receiver says it was given, which
    /// may differ from what the giver says it gave.
    ///
    /// @param delegationId the giving end, null while none is on record
    /// @param limitPence null for no limit
    @EventType("governance.delegation-received.v1")
    record DelegationReceived(
            UUID receiptId,
            String reference,
            @Nullable UUID delegationId,
            @Nullable UUID toBody,
            @Nullable String toOrganisation,
            List<String> functions,
            @Nullable Pence limitPence,
            String limitKind,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            Provenance provenance)
            implements OfReceipt {}

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
            Provenance provenance)
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
