package locality.platform.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What governance-service tells of who exists and who may decide.
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
}
