package locality.governance.decision;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import locality.governance.authority.Owner;
import locality.governance.validity.DecisionType;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What was validly approved of a subject, for features whose steps rest on it.
@ApplicationScoped
public class ApprovalsInEffect {

    private static final List<DecisionState> EVER_IN_EFFECT =
            List.of(
                    DecisionState.CARRIED,
                    DecisionState.IN_EFFECT,
                    DecisionState.RATIFIED,
                    DecisionState.SUPERSEDED,
                    DecisionState.RESCINDED);

    private final Decisions decisions;

    ApprovalsInEffect(Decisions decisions) {
        this.decisions = decisions;
    }

    /// An approval that is or was in effect, or that nobody can call in any longer.
    ///
    /// @param bodyName the body that decided, or the officers who did with its power
    /// @param owners the organisations whose power it used: a chain from the top body of each to
    ///   the one that decided was proven when it was taken
    /// @param decidedOn the day the vote was held or the officers decided
    /// @param from the first day it is in effect
    /// @param endedOn the first day it is no longer, once rescinded or superseded
    public record InEffect(
            UUID id,
            String reference,
            String subject,
            UUID bodyId,
            String bodyName,
            List<String> owners,
            Locality place,
            LocalDate decidedOn,
            LocalDate from,
            @Nullable LocalDate endedOn) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (endedOn == null || day.isBefore(endedOn));
        }

        /// What Greater Manchester decides binds in each of its places.
        public boolean bindsIn(Locality other) {
            return place == other || place == Locality.GREATER_MANCHESTER;
        }
    }

    /// In the order in which they were taken. What is carried is in effect the day after the last
    /// on which scrutiny may call it in; what was called in is not until it is upheld.
    public List<InEffect> about(String subjectType, Collection<String> subjects) {
        return decisions
                .find(
                        "matter.subjectType = ?1 and matter.subjectId in ?2 and state in ?3 and"
                            + " takenAs in ?4 and effectiveOn is not null order by effectiveOn, id",
                        subjectType,
                        subjects,
                        EVER_IN_EFFECT,
                        List.of(DecisionType.APPROVE, DecisionType.RATIFY))
                .stream()
                .map(ApprovalsInEffect::inEffect)
                .toList();
    }

    private static InEffect inEffect(Decision decision) {
        var effectiveOn = requireNonNull(decision.effectiveOn);
        boolean waits = decision.state == DecisionState.CARRIED && decision.callInUntil != null;
        return new InEffect(
                decision.id,
                decision.reference,
                requireNonNull(decision.matter.subjectId()),
                decision.bodyId,
                decision.bodyName,
                decision.matter.owners().stream().map(Owner::organisation).toList(),
                decision.matter.place(),
                requireNonNullElse(decision.decidedOn, effectiveOn),
                waits ? requireNonNull(decision.callInUntil).plusDays(1) : effectiveOn,
                decision.endedOn);
    }
}
