package locality.platform.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What governance-service tells of a partnership over time: what its partners agreed, what passed
/// to a contract, how it was assessed, what may go wrong, whom they asked.
public sealed interface PartnershipEvent extends PublishedEvent {
    /// A version of an agreement was drafted, or something became of it.
    ///
    /// @param kind `SECTION_75`, `RISK_SHARE`, `PARTNERSHIP`, `MEMORANDUM_OF_UNDERSTANDING`,
    ///   `INVESTMENT`, `INTEGRATION`, `COMPACT`, `ACCOUNTABILITY` or
    ///   `PROGRAMME_INITIATION_DOCUMENT`
    /// @param version counted from 1
    /// @param state of that version: `DRAFT`, `IN_REVIEW`, `FOR_RATIFICATION`, `RATIFIED`,
    ///   `IN_FORCE`, `EXPIRED`, `TERMINATED` or `SUPERSEDED`
    /// @param beginsOn from when it is meant to hold, null while it is not said
    /// @param endsOn its last day, null without an end
    /// @param reviewOn when it is to be reviewed, null when nothing was said
    /// @param retrospective whether it was ratified after the day it begins
    @EventType("governance.agreement-changed.v1")
    record AgreementChanged(
            UUID agreementId,
            String reference,
            String title,
            String kind,
            int version,
            String state,
            List<Party> parties,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate reviewOn,
            boolean retrospective,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PartnershipEvent {
        @Override
        public String subjectType() {
            return "agreement";
        }

        @Override
        public String subjectId() {
            return agreementId.toString();
        }
    }

    /// An organisation that is bound by an agreement, or would be.
    ///
    /// @param capacity `FULL` or `ASSOCIATE`
    /// @param signedOn when it signed this version, null while it has not
    /// @param decisionId its decision to ratify this version, null while there is none
    record Party(
            String organisation,
            String capacity,
            @Nullable LocalDate signedOn,
            @Nullable UUID decisionId) {}

    /// A gateway was planned, or something became of it.
    ///
    /// @param contract the reference of the contract that what passes goes to
    /// @param number counted from 1 within its contract
    /// @param beginsOn the first day of its block: of six months, or of the weeks of a transaction
    /// @param endsOn the last day of its block
    /// @param state `PLANNED`, `DUE_DILIGENCE`, `FOR_DECISION`, `PASSED`, `PASSED_WITH_CONDITIONS`,
    ///   `NOT_PASSED`, `DEFERRED` or `CLOSED`
    /// @param assessmentId the due diligence it rests on, null while there is none
    /// @param decisionId the decision that passed it, null while there is none
    @EventType("governance.gateway-changed.v1")
    record GatewayChanged(
            UUID gatewayId,
            String reference,
            String contract,
            int number,
            LocalDate beginsOn,
            LocalDate endsOn,
            String state,
            @Nullable UUID assessmentId,
            List<Condition> conditions,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PartnershipEvent {
        @Override
        public String subjectType() {
            return "gateway";
        }

        @Override
        public String subjectId() {
            return gatewayId.toString();
        }
    }

    /// What is still to be done although a gateway was passed.
    ///
    /// @param dueOn the last day it is in time
    /// @param metOn when it was met, null until then
    record Condition(String text, LocalDate dueOn, @Nullable LocalDate metOn) {}

    /// What a gateway passed goes over to its contract, from the day it is effective on.
    ///
    /// It is told once for each scope item, and again for one that was refused and is handed over
    /// again; intervention-service answers with `intervention.contract-scope-changed.v1` about the
    /// same id.
    ///
    /// @param kind `SERVICE` or `INTERVENTION`
    /// @param intervention the intervention's reference, null for a service
    @EventType("governance.scope-transferred.v1")
    record ScopeTransferred(
            UUID scopeItemId,
            UUID gatewayId,
            String contract,
            String reference,
            String title,
            String kind,
            @Nullable String intervention,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PartnershipEvent {
        @Override
        public String subjectType() {
            return "scope-item";
        }

        @Override
        public String subjectId() {
            return scopeItemId.toString();
        }
    }

    /// What was told to go over to a contract does not: it was withdrawn before its day, or once it
    /// had been refused.
    ///
    /// intervention-service answers with `intervention.contract-scope-changed.v1` about the same
    /// id.
    ///
    /// @param effectiveOn the day it was withdrawn
    @EventType("governance.scope-withdrawn.v1")
    record ScopeWithdrawn(
            UUID scopeItemId,
            UUID gatewayId,
            String contract,
            String reference,
            String reason,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PartnershipEvent {
        @Override
        public String subjectType() {
            return "scope-item";
        }

        @Override
        public String subjectId() {
            return scopeItemId.toString();
        }
    }

    /// An assessment was planned, or something became of it.
    ///
    /// @param framework the code of the framework it is made by
    /// @param subject what is assessed, null when it is the locality
    /// @param state `PLANNED`, `CONDUCTED`, `DRAFT_SHARED`, `AGREED` or `CLOSED`
    /// @param scale the words it rates in, from the worst to the best; empty when it rates nothing
    /// @param findings what was found in words, in the order in which it was written down
    @EventType("governance.assessment-changed.v1")
    record AssessmentChanged(
            UUID assessmentId,
            String reference,
            String title,
            String framework,
            BoardEvent.@Nullable Subject subject,
            String state,
            List<String> scale,
            List<Rating> ratings,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            List<Finding> findings)
            implements PartnershipEvent {
        @Override
        public String subjectType() {
            return "assessment";
        }

        @Override
        public String subjectId() {
            return assessmentId.toString();
        }
    }

    /// How one criterion was rated, in words of the framework's scale, or `UNKNOWN` where that is
    /// said expressly; null where nobody rated it.
    ///
    /// @param self what who is assessed says
    /// @param reviewer what the reviewer says
    /// @param agreed what both hold in the end
    record Rating(
            String domain,
            String criterion,
            @Nullable String self,
            @Nullable String reviewer,
            @Nullable String agreed) {}

    /// What was found, in words: each of the strengths and weaknesses, a gap, something told.
    ///
    /// @param kind `NARRATIVE`, `STRENGTH`, `WEAKNESS`, `OPPORTUNITY`, `THREAT` or `GAP`
    /// @param domain the part of the framework it is about, null when it is about the whole
    /// @param criterion the title of the one it is about, null when it is about none alone
    record Finding(String kind, @Nullable String domain, @Nullable String criterion, String text) {}

    /// A risk, issue, assumption or dependency was entered, or something became of it.
    ///
    /// @param kind `RISK`, `ISSUE`, `ASSUMPTION` or `DEPENDENCY`
    /// @param state `OPEN`, `ESCALATED`, `TOLERATED`, `MATERIALISED` or `CLOSED`
    /// @param bodyId the body that has it now, null while none has
    /// @param likelihood residual, 1 to 5, null when it was not scored
    /// @param impact residual, 1 to 5, null when it was not scored
    /// @param post who looks after it, null while nobody does; never a person
    /// @param reviewOn when it is to be looked at next, null when nothing was said
    /// @param causedBy the entry it came of, null when it came of none
    /// @param organisation whose it is to look after, null while nobody's
    /// @param escalatedTo the body above that is to accept it, null when it is handed to none
    @EventType("governance.register-entry-changed.v1")
    record RegisterEntryChanged(
            UUID entryId,
            String reference,
            String kind,
            String title,
            String state,
            @Nullable UUID bodyId,
            @Nullable Integer likelihood,
            @Nullable Integer impact,
            @Nullable String post,
            @Nullable LocalDate reviewOn,
            @Nullable UUID causedBy,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            @Nullable String organisation,
            @Nullable UUID escalatedTo)
            implements PartnershipEvent {
        @Override
        public String subjectType() {
            return "register-entry";
        }

        @Override
        public String subjectId() {
            return entryId.toString();
        }
    }

    /// People were consulted, told or asked: a consultation reached a stage, or an event took
    /// place.
    ///
    /// @param kind `CONSULTATION`, `BRIEFING`, `EVENT`, `SURVEY` or `COMMUNICATION`
    /// @param audience `STAFF`, `PUBLIC`, `PATIENTS`, `PROVIDERS` or `PARTNERS`
    /// @param stage of a consultation: `PLANNED`, `COMMENCED`, `FORMAL`, `CONCLUDED`; null for what
    ///   takes place once
    /// @param count how many such there were, from 1
    /// @param reached how many people it reached, null when nobody counted
    @EventType("governance.engagement-recorded.v1")
    record EngagementRecorded(
            UUID engagementId,
            String reference,
            String title,
            String kind,
            String audience,
            @Nullable String stage,
            int count,
            @Nullable Integer reached,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PartnershipEvent {
        @Override
        public String subjectType() {
            return "engagement";
        }

        @Override
        public String subjectId() {
            return engagementId.toString();
        }
    }
}
