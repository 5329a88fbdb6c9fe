package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Decisions, for features of which a step takes one about a subject of theirs.
@ApplicationScoped
public class DecisionsInEffect {

    private final Decisions decisions;
    private final DecidedMatters matters;
    private final Recorder recorder;

    DecisionsInEffect(Decisions decisions, DecidedMatters matters, Recorder recorder) {
        this.decisions = decisions;
        this.matters = matters;
        this.recorder = recorder;
    }

    /// A decision, as far as something may rest on it.
    ///
    /// @param state as in `IN_EFFECT`
    /// @param inEffect whether it is an APPROVE or RATIFY that binds now
    /// @param subjectType what kind of thing it is about, null when nothing was said
    /// @param subjectId which of them, null when nothing was said
    /// @param effectiveOn the day it took effect; null until it has an outcome
    public record About(
            UUID id,
            String reference,
            String state,
            boolean inEffect,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable LocalDate effectiveOn) {

        /// @param ids the ways in which the subject may be named: its id, its reference
        public boolean isAbout(String type, String... ids) {
            return type.equals(subjectType)
                    && Arrays.stream(ids).anyMatch(id -> id.equals(subjectId));
        }

        /// As in `plan OLD-ICS`; null when nothing was said.
        public @Nullable String subject() {
            return subjectType == null ? null : subjectType + " " + subjectId;
        }
    }

    /// @param idOrReference its id, or the reference of any item it was tabled as
    /// @param place that it is of, or else of Greater Manchester
    /// @throws NotFound if there is none there that the caller reads
    public About require(String idOrReference, Locality place) {
        var matter = matters.require(idOrReference);
        var decision = decisions.findById(matter.id());
        if (decision.matter.place() != place
                && decision.matter.place() != Locality.GREATER_MANCHESTER) {
            throw new NotFound("decision", idOrReference);
        }
        recorder.requireReading(decision.matter.place(), "decision", idOrReference);
        return new About(
                decision.id,
                decision.reference,
                decision.state.name(),
                decision.state.binds()
                        && decision.takenAs != null
                        && decision.takenAs.needsAuthority(),
                decision.matter.subjectType(),
                decision.matter.subjectId(),
                decision.effectiveOn);
    }
}
