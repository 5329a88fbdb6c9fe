package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import locality.governance.recorder.Recorder;
import locality.governance.validity.DecisionType;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;

/// Makes a proposal of a matter. What is about a decision may name it by its id or by the reference
/// of any item it was tabled as; from then on it names it by its id, so that nothing is split by
/// naming it another way.
@ApplicationScoped
class ProposeDecision {

    private final Decisions decisions;
    private final Recorder recorder;

    ProposeDecision(Decisions decisions, Recorder recorder) {
        this.decisions = decisions;
        this.recorder = recorder;
    }

    /// @throws DecisionRefusal `SUBJECT_NOT_ON_RECORD`, of a RATIFY `RATIFIES_NOTHING`, when the
    ///   caller reads no such decision; `SUBJECT_OF_ANOTHER_PLACE` when what is to bind is about
    ///   one of another place
    Decision handle(String title, Matter matter, Provenance provenance) {
        if (!matter.isAboutADecision() || matter.subjectId() == null) {
            return Decision.proposed(Ids.next(), title, matter, provenance);
        }
        var about = requireAboutIt(matter);
        var proposed = Decision.proposed(Ids.next(), title, matter.about(about.id), provenance);
        proposed.aboutDecision = about.id;
        return proposed;
    }

    private Decision requireAboutIt(Matter matter) {
        var named = requireNonNull(matter.subjectId());
        var about =
                decisions
                        .lookUp(named)
                        .filter(decision -> recorder.shown(null).contains(decision.matter.place()))
                        .orElseThrow(() -> notOnRecord(matter, named));
        if (matter.type().needsAuthority() && about.matter.place() != matter.place()) {
            throw new MatterRefusal.SubjectElsewhere(
                    about.reference, about.matter.place(), matter.place());
        }
        return about;
    }

    private static DecisionRefusal notOnRecord(Matter matter, String named) {
        return matter.type() == DecisionType.RATIFY
                ? new MatterRefusal.RatifiesNothing(matter.subjectType(), named)
                : new MatterRefusal.SubjectNotOnRecord(named);
    }
}
