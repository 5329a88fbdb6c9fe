package locality.governance.assessment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a framework is for. The rules are the same for all; what differs is in its data.
@Schema(name = "AssessmentFrameworkKind")
enum FrameworkKind {
    /// By colleagues from elsewhere (*Twelve Month Review*, 2.1.5 and 3.1.4).
    PEER_REVIEW,
    /// How far programmes have come in each locality (*Twelve Month Review*, 4.1.5).
    MATURITY_MATRIX,
    /// Which programmes come first (*Twelve Month Review*, 4.1.5).
    PRIORITISATION,
    /// Conditions that a submission is to meet (*Living Longer, Living Better: Progress Update*,
    /// appendix 1).
    ASSURANCE,
    /// Strengths, weaknesses, opportunities and threats.
    SWOT,
    /// Before something is taken over (*Programme Initiation Document*, 5.1).
    DUE_DILIGENCE,
    /// Steps of a process to be gone through, as of integrated support and assurance or of closing
    /// an organisation.
    CHECKLIST,
    /// What an evaluation is to have looked at.
    EVALUATION,
    /// How an organisation develops.
    DEVELOPMENT
}
