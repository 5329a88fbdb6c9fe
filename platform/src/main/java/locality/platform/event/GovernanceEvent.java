package locality.platform.event;

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

    /// An organisation is on record, under its ODS or GSS code.
    @EventType("governance.organisation-recorded.v1")
    record OrganisationRecorded(
            String code,
            String name,
            String kind,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            List<String> predecessors,
            Provenance provenance)
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
            Provenance provenance)
            implements OfBody {}

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
    @EventType("governance.function-arranged.v1")
    record FunctionArranged(
            UUID arrangementId,
            String function,
            boolean reserved,
            @Nullable String ownerKind,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            Provenance provenance)
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

    /// A meeting was planned, noticed, opened, closed or cancelled.
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

    /// An organisation whose money a decision is about.
    ///
    /// @param sharePence its part of the value, null when it was not said
    record MoneyOwner(String organisation, @Nullable Pence sharePence) {}

    /// What a decision is about.
    record Subject(String type, String id) {}
}
