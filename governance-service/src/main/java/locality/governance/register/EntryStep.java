package locality.governance.register;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyOnDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What an entry was from a day on, whole: its state, who had it, and every score.
@Embeddable
class EntryStep {
    @Enumerated(EnumType.STRING)
    EntryEvent what;

    @Enumerated(EnumType.STRING)
    EntryState state;

    LocalDate effectiveOn;
    @Nullable UUID bodyId;
    @Nullable String bodyReference;
    @Nullable UUID escalatedTo;
    @Nullable String escalatedToReference;
    @Nullable String post;
    @Nullable String organisation;
    @Nullable Integer inherentLikelihood;
    @Nullable Integer inherentImpact;
    @Nullable Integer residualLikelihood;
    @Nullable Integer residualImpact;
    @Nullable Integer targetLikelihood;
    @Nullable Integer targetImpact;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Control> controls = List.of();

    @Nullable LocalDate reviewOn;
    @Nullable LocalDate toleratedUntil;

    /// The residual score that the body above has answered: only a higher one goes up again.
    @Nullable Integer answeredScore;

    /// The review whose delay the body above has answered: only a later one goes up again.
    @Nullable LocalDate answeredReview;

    @Nullable String note;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    EntryStep() {}

    /// As it stands when it is entered.
    static EntryStep recorded(RegisterEntry.New said) {
        var first = new EntryStep();
        first.what = EntryEvent.RECORDED;
        first.state = EntryState.OPEN;
        first.effectiveOn = said.on();
        if (said.body() != null) {
            first.heldBy(said.body().id(), said.body().reference());
        }
        first.post = said.standing().post();
        first.organisation = said.standing().organisation();
        said.standing().scores().forEach(first::scored);
        first.controls = List.copyOf(said.standing().controls());
        first.reviewOn = said.standing().reviewOn();
        first.provenance = said.provenance();
        return first;
    }

    /// The same from another day, before anything of it changes.
    EntryStep then(EntryEvent next, LocalDate on, @Nullable String said, Provenance source) {
        var step = new EntryStep();
        step.what = next;
        step.state = state;
        step.effectiveOn = on;
        step.bodyId = bodyId;
        step.bodyReference = bodyReference;
        step.escalatedTo = escalatedTo;
        step.escalatedToReference = escalatedToReference;
        step.post = post;
        step.organisation = organisation;
        step.scored(ScoreKind.INHERENT, score(ScoreKind.INHERENT));
        step.scored(ScoreKind.RESIDUAL, score(ScoreKind.RESIDUAL));
        step.scored(ScoreKind.TARGET, score(ScoreKind.TARGET));
        step.controls = List.copyOf(controls);
        step.reviewOn = reviewOn;
        step.toleratedUntil = toleratedUntil;
        step.answeredScore = answeredScore;
        step.answeredReview = answeredReview;
        step.note = said;
        step.provenance = source;
        return step;
    }

    Score score(ScoreKind kind) {
        return switch (kind) {
            case INHERENT -> new Score(inherentLikelihood, inherentImpact);
            case RESIDUAL -> new Score(residualLikelihood, residualImpact);
            case TARGET -> new Score(targetLikelihood, targetImpact);
        };
    }

    void scored(ScoreKind kind, Score score) {
        switch (kind) {
            case INHERENT -> {
                inherentLikelihood = score.likelihood();
                inherentImpact = score.impact();
            }
            case RESIDUAL -> {
                residualLikelihood = score.likelihood();
                residualImpact = score.impact();
            }
            case TARGET -> {
                targetLikelihood = score.likelihood();
                targetImpact = score.impact();
            }
        }
    }

    @Nullable Integer residual() {
        return score(ScoreKind.RESIDUAL).product();
    }

    /// The body above has seen its score and how late its review is.
    void answered() {
        answeredScore = residual();
        answeredReview = reviewOn;
    }

    void answeredNothing() {
        answeredScore = null;
        answeredReview = null;
    }

    /// What scores less than was answered goes up again once it scores as much.
    void answeredNoMoreThanItScores() {
        var score = residual();
        answeredScore =
                score == null || answeredScore == null
                        ? null
                        : Integer.valueOf(Math.min(score, answeredScore));
    }

    /// Whether the body above has answered a score as high.
    boolean isAnswered(int score) {
        return answeredScore != null && score <= answeredScore;
    }

    void heldBy(@Nullable UUID body, @Nullable String reference) {
        bodyId = body;
        bodyReference = reference;
    }

    void handedTo(@Nullable BodyOnDate parent) {
        escalatedTo = parent == null ? null : parent.id();
        escalatedToReference = parent == null ? null : parent.reference();
    }

    /// What it is on a later day, as long as nothing else is done: tolerated to the end of its last
    /// day, and open from the next.
    EntryState stateOn(LocalDate day) {
        return isToleranceOverOn(day) ? EntryState.OPEN : state;
    }

    boolean isToleranceOverOn(LocalDate day) {
        return state == EntryState.TOLERATED
                && toleratedUntil != null
                && toleratedUntil.isBefore(day);
    }
}
