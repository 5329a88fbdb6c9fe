package locality.governance.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.decision.DecisionRegister;
import locality.governance.paper.PaperAsks;
import locality.governance.paper.PaperRegister;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Puts recommendations on record and writes down what became of them.
@ApplicationScoped
class RecordRecommendation {

    private final Recommendations recommendations;
    private final PaperRegister papers;
    private final BodyRegister bodies;
    private final DecisionRegister decisions;
    private final Recorder recorder;
    private final EventLog eventLog;

    RecordRecommendation(
            Recommendations recommendations,
            PaperRegister papers,
            BodyRegister bodies,
            DecisionRegister decisions,
            Recorder recorder,
            EventLog eventLog) {
        this.recommendations = recommendations;
        this.papers = papers;
        this.bodies = bodies;
        this.decisions = decisions;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What is to be put on record.
    ///
    /// @param paper the one it stands in, else:
    /// @param document the title of the document it stands in
    /// @param body to which it is made; the paper's when left out
    /// @param locality of one to no body
    record Made(
            @Nullable String reference,
            int number,
            String verb,
            String text,
            @Nullable String paper,
            @Nullable String document,
            @Nullable String section,
            @Nullable String body,
            @Nullable Locality locality,
            @Nullable LocalDate madeOn,
            Provenance provenance) {}

    /// What became of one.
    record Answered(
            RecommendationOutcome outcome,
            @Nullable String decision,
            @Nullable LocalDate on,
            @Nullable String note) {}

    @Transactional
    Recommendation make(Made made) {
        PersonalData.requireNone("text", made.text);
        PersonalData.requireNone("document", made.document);
        PersonalData.requireNone("section", made.section);
        var recommendation = of(made);
        recommendation.number = made.number;
        recommendation.verb = made.verb;
        recommendation.text = made.text;
        recommendation.provenance = made.provenance;
        return keep(recommendation);
    }

    /// What a paper recommends is followed from the moment it is published.
    @Transactional(Transactional.TxType.MANDATORY)
    void follow(@Observes PaperAsks paper) {
        int number = 0;
        for (var asked : paper.recommendations()) {
            var recommendation = of(paper);
            recommendation.number = ++number;
            recommendation.verb = asked.verb();
            recommendation.text = asked.text();
            recommendation.reference = "%s/R%d".formatted(paper.reference(), number);
            recommendation.provenance = paper.provenance();
            keep(recommendation);
        }
    }

    /// @return whether it said otherwise before
    @Transactional
    boolean reword(Recommendation recommendation, String verb, String text) {
        if (verb.equals(recommendation.verb) && text.equals(recommendation.text.strip())) {
            return false;
        }
        PersonalData.requireNone("text", text);
        var told = recommendation.reword(verb, text, recorder.today());
        recommendations.flush();
        eventLog.append(told);
        return true;
    }

    @Transactional
    Recommendation answer(String idOrReference, @Nullable String ifMatch, Answered answered) {
        var recommendation = recommendations.require(idOrReference);
        recorder.requireWriting(recommendation.locality, "recommendation", idOrReference);
        recommendation.requireUnchanged(ifMatch);
        PersonalData.requireNone("note", answered.note);
        var today = recorder.today();
        if (answered.on != null && answered.on.isAfter(today)) {
            throw new RecommendationRefusal.InTheFuture(answered.on, today);
        }
        var told =
                recommendation.answer(
                        new Recommendation.Answer(
                                answered.outcome,
                                answered.decision == null
                                        ? null
                                        : decisions.require(answered.decision),
                                answered.on == null ? today : answered.on,
                                answered.note));
        recommendations.flush();
        eventLog.append(told);
        return recommendation;
    }

    private Recommendation keep(Recommendation recommendation) {
        if (recommendations.lookUp(recommendation.reference).isPresent()) {
            throw new RecommendationRefusal.ReferenceTaken(recommendation.reference);
        }
        if (recommendations.hasNumber(
                recommendation.locality, recommendation.source, recommendation.number)) {
            throw new RecommendationRefusal.NumberTaken(
                    recommendation.source, recommendation.number);
        }
        recommendations.persistAndFlush(recommendation);
        eventLog.append(recommendation.made());
        return recommendation;
    }

    private Recommendation of(Made made) {
        if (made.paper != null && made.document == null) {
            return ofPaper(made, made.paper);
        }
        if (made.paper == null && made.document != null) {
            return ofDocument(made, made.document);
        }
        throw new RecommendationRefusal.OneSource();
    }

    private Recommendation ofPaper(Made made, String idOrReference) {
        var paper = papers.requireForWriting(idOrReference);
        var recommendation = of(paper);
        recommendation.reference =
                made.reference == null
                        ? "%s/R%d".formatted(paper.reference(), made.number)
                        : made.reference;
        recommendation.madeOn = made.madeOn == null ? paper.heldOn() : made.madeOn;
        if (made.body != null) {
            to(recommendation, made.body);
        }
        return recommendation;
    }

    private Recommendation ofDocument(Made made, String document) {
        var recommendation = new Recommendation();
        recommendation.id = Ids.next();
        recommendation.source = made.section == null ? document : document + ", " + made.section;
        recommendation.madeOn = made.madeOn == null ? recorder.today() : made.madeOn;
        recommendation.reference =
                made.reference == null ? generated(recommendation.id) : made.reference;
        if (made.body != null) {
            recommendation.locality = to(recommendation, made.body);
        } else if (made.locality != null) {
            recommendation.locality = made.locality;
        } else {
            throw new RecommendationRefusal.OfNoPlace();
        }
        recorder.requireWriting(
                recommendation.locality, "locality", recommendation.locality.code());
        return recommendation;
    }

    private Locality to(Recommendation recommendation, String idOrReference) {
        var body = bodies.require(idOrReference, recommendation.madeOn);
        recommendation.bodyId = body.id();
        recommendation.bodyReference = body.reference();
        return body.locality();
    }

    private Recommendation of(PaperAsks paper) {
        var recommendation = new Recommendation();
        recommendation.id = Ids.next();
        recommendation.source = paper.reference();
        recommendation.paperId = paper.paper();
        recommendation.exempt = paper.exempt();
        recommendation.bodyId = paper.body();
        recommendation.bodyReference =
                bodies.require(paper.body().toString(), paper.heldOn()).reference();
        recommendation.locality = paper.locality();
        recommendation.madeOn = paper.heldOn();
        return recommendation;
    }

    private static String generated(UUID id) {
        return "REC-" + id.toString().substring(28).toUpperCase(Locale.ROOT);
    }
}
