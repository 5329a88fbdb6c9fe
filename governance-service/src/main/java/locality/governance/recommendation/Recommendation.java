package locality.governance.recommendation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BoardEvent.RecommendationChanged;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One thing that is recommended, and what became of it.
@Entity
class Recommendation {
    @Id UUID id;

    /// `MCR-HWBB-2014-05-14/2/P1/R1`: the paper's, and which of its recommendations; of another
    /// document the one it was given.
    String reference;

    /// Its place among those of its source, from one.
    int number;

    /// What is asked: `NOTE`, `SUPPORT`, `APPROVE`, ...
    String verb;

    String text;

    /// What it is counted with: the paper's reference, or the document's title and section.
    String source;

    /// Null when it stands in another document.
    @Nullable UUID paperId;

    /// Whether it stands in a paper that the public may not read.
    boolean exempt;

    @Nullable UUID bodyId;
    @Nullable String bodyReference;
    Locality locality;
    LocalDate madeOn;

    @Enumerated(EnumType.STRING)
    @Nullable RecommendationOutcome outcome;

    @Nullable UUID decisionId;
    @Nullable LocalDate answeredOn;
    @Nullable String note;

    /// What became of it, in order; the last is what it is now.
    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(
            name = "recommendation_step",
            joinColumns = @JoinColumn(name = "recommendation_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<RecommendationStep> steps = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Recommendation() {}

    /// What was said of it by way of an answer.
    ///
    /// @param decision the one that answered it; null keeps the one that did before
    record Answer(
            RecommendationOutcome outcome,
            @Nullable UUID decision,
            LocalDate on,
            @Nullable String note) {}

    RecommendationChanged made() {
        return changed(madeOn);
    }

    /// Puts right what it says, as long as nobody answered it.
    ///
    /// @throws RecommendationRefusal if it has an outcome
    RecommendationChanged reword(String verb, String text, LocalDate on) {
        if (outcome != null) {
            throw new RecommendationRefusal.AnsweredAlready(reference, outcome);
        }
        this.verb = verb;
        this.text = text;
        return changed(on);
    }

    /// @throws RecommendationRefusal if what became of it before does not allow that, or it is
    ///   answered before it was made
    RecommendationChanged answer(Answer answer) {
        var allowed = outcome == null ? RecommendationOutcome.first() : outcome.next();
        if (!allowed.contains(answer.outcome)) {
            throw new RecommendationRefusal.IllegalStep(
                    reference, outcome, answer.outcome, allowed);
        }
        var since = answeredOn == null ? madeOn : answeredOn;
        if (answer.on.isBefore(since)) {
            throw new RecommendationRefusal.OutOfOrder(reference, since, answer.on);
        }
        outcome = answer.outcome;
        decisionId = answer.decision == null ? decisionId : answer.decision;
        answeredOn = answer.on;
        note = answer.note;
        steps.add(new RecommendationStep(answer.outcome, answer.on, decisionId, note));
        return changed(answer.on);
    }

    /// What had become of it by a day; null while it had no outcome.
    @Nullable RecommendationOutcome outcomeOn(LocalDate day) {
        return steps.reversed().stream()
                .filter(step -> !step.answeredOn().isAfter(day))
                .map(RecommendationStep::outcome)
                .findFirst()
                .orElse(null);
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    private RecommendationChanged changed(LocalDate on) {
        return new RecommendationChanged(
                id,
                reference,
                verb,
                exempt ? "Exempt from publication" : text,
                bodyId,
                outcome == null ? null : outcome.name(),
                decisionId,
                locality,
                on,
                provenance);
    }
}
