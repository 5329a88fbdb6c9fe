package locality.governance.decision;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import locality.governance.authority.Owner;
import locality.governance.recorder.Recorder;
import locality.governance.validity.DecisionType;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Decisions, for features of which a step rests on an approval.
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
    private final Recorder recorder;

    ApprovalsInEffect(Decisions decisions, Recorder recorder) {
        this.decisions = decisions;
        this.recorder = recorder;
    }

    /// A decision, as far as something may rest on it.
    ///
    /// @param state as in `IN_EFFECT`
    /// @param subjectType what kind of thing it is about, null when nothing was said
    /// @param subjectId which of them, null when nothing was said
    /// @param bodyName the body that decides, or the officers who did with its power
    /// @param owners the organisations whose power it uses: a chain from the top body of each to
    ///   the one that decided was proven when it was taken
    /// @param place where it was decided
    /// @param decidedOn the day the vote was held or the officers decided; null before
    /// @param from the first day it is in effect as an approval: of what waits for scrutiny the day
    ///   after the last on which that may call it in; null for what is none, and for what was
    ///   called in until it is upheld
    /// @param endedOn the first day it is no longer, once rescinded or superseded
    public record Decided(
            UUID id,
            String reference,
            String state,
            @Nullable String subjectType,
            @Nullable String subjectId,
            String bodyName,
            List<String> owners,
            Locality place,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate from,
            @Nullable LocalDate endedOn) {

        static Decided of(Decision decision) {
            var matter = decision.matter;
            return new Decided(
                    decision.id,
                    decision.reference,
                    decision.state.name(),
                    matter.subjectType(),
                    matter.subjectId(),
                    decision.bodyName,
                    matter.owners().stream().map(Owner::organisation).toList(),
                    matter.place(),
                    decision.effectiveOn == null
                            ? null
                            : requireNonNullElse(decision.decidedOn, decision.effectiveOn),
                    decision.binding().from(),
                    decision.endedOn);
        }

        /// Whether it is an approval in effect on a day, whoever has yet to record that: nobody can
        /// call it in any longer, and it was not rescinded or superseded by then.
        public boolean holdsOn(LocalDate day) {
            return from != null
                    && !day.isBefore(from)
                    && (endedOn == null || day.isBefore(endedOn));
        }

        /// What Greater Manchester decides binds in each of its places.
        public boolean bindsIn(Locality other) {
            return place == other || place == Locality.GREATER_MANCHESTER;
        }

        public boolean isDecidedSince(LocalDate day) {
            return decidedOn != null && !decidedOn.isBefore(day);
        }

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

    /// Approvals that are or were in effect, or will be once nobody can call them in any longer, in
    /// the order in which they were taken.
    public List<Decided> about(String subjectType, Collection<String> subjects) {
        return decisions
                .find(
                        "matter.subjectType = ?1 and matter.subjectId in ?2 and state in ?3 and"
                            + " takenAs in ?4 and effectiveOn is not null order by effectiveOn, id",
                        subjectType,
                        subjects,
                        EVER_IN_EFFECT,
                        List.of(DecisionType.APPROVE, DecisionType.RATIFY))
                .stream()
                .map(Decided::of)
                .toList();
    }

    /// One decision, whatever became of it.
    ///
    /// @param idOrReference its id, or the reference of any item it was tabled as
    /// @param place that it binds in
    /// @throws NotFound if there is none there that the caller reads
    public Decided require(String idOrReference, Locality place) {
        var decided = Decided.of(decisions.require(idOrReference));
        if (!decided.bindsIn(place)) {
            throw new NotFound("decision", idOrReference);
        }
        recorder.requireReading(decided.place, "decision", idOrReference);
        return decided;
    }
}
