package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.meeting.Meeting;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Evidence;
import locality.governance.validity.Outcome;
import locality.governance.validity.Verdict;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A matter before one body, or before officers: as which item it was put there and what came of
/// it, with the evidence frozen.
@MappedSuperclass
abstract class BeforeBody {
    /// The item's, as in `MCR-HWBB-2014-05-14/3`; of what officers decide, one of its own.
    String reference;

    UUID bodyId;
    String bodyName;

    /// Null for what officers decide.
    @Nullable UUID meetingId;

    @Nullable Integer item;

    @Enumerated(EnumType.STRING)
    DecisionState state;

    /// Null before there is one, and when the meeting ended without.
    @Enumerated(EnumType.STRING)
    @Nullable Outcome outcome;

    /// What the outcome counts as, which is less than was tabled when a shadow body approves.
    @Enumerated(EnumType.STRING)
    @Nullable DecisionType takenAs;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> validityCodes = List.of();

    @Nullable String explanation;

    /// From which day it is what its state says: the day it was decided, of one that took effect or
    /// was ratified later that day.
    @Nullable LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Evidence evidence;

    BeforeBody() {}

    /// What stands of another now.
    BeforeBody(BeforeBody other) {
        reference = other.reference;
        bodyId = other.bodyId;
        bodyName = other.bodyName;
        meetingId = other.meetingId;
        item = other.item;
        state = other.state;
        outcome = other.outcome;
        takenAs = other.takenAs;
        validityCodes = other.validityCodes;
        explanation = other.explanation;
        effectiveOn = other.effectiveOn;
        evidence = other.evidence;
    }

    /// Nothing of what came of it before another body stands here.
    void startAfresh(Meeting meeting, int item, UUID body, String nameOfBody) {
        reference = meeting.referenceOf(item);
        meetingId = meeting.id();
        this.item = item;
        bodyId = body;
        bodyName = nameOfBody;
        outcome = null;
        takenAs = null;
        validityCodes = List.of();
        explanation = null;
        effectiveOn = null;
        evidence = null;
    }

    void keep(Evidence on, Verdict verdict) {
        evidence = on;
        outcome = verdict.outcome();
        takenAs = verdict.type();
        validityCodes = verdict.codes().stream().map(Enum::name).toList();
        explanation = verdict.inWords();
        effectiveOn = on.heldOn();
    }

    /// The day it was decided.
    LocalDate takenOn() {
        return requireNonNull(evidence).heldOn();
    }

    /// A valid yes that is in effect, or a valid no; anything else leaves a request waiting.
    boolean answersItsRequest() {
        return takenAs != null && takenAs.needsAuthority() && isSettled();
    }

    /// Nothing more is to be decided on the matter: it binds, or a valid no was said.
    boolean isSettled() {
        return state.binds() || state == DecisionState.LOST && validityCodes.isEmpty();
    }

    /// It was taken or withdrawn, and nothing more becomes of it here by itself: its matter is
    /// still to be decided.
    boolean endedUnsettled() {
        return switch (state) {
            case INVALID, WITHDRAWN -> true;
            case LOST -> !isSettled();
            default -> false;
        };
    }
}
