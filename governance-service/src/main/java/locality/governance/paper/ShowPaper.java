package locality.governance.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Shows papers to those who may read them.
@ApplicationScoped
class ShowPaper {

    private final Papers papers;
    private final Contents contents;
    private final ExemptReading exemptReading;
    private final ClearDaysRules clearDays;
    private final Recorder recorder;

    ShowPaper(
            Papers papers,
            Contents contents,
            ExemptReading exemptReading,
            ClearDaysRules clearDays,
            Recorder recorder) {
        this.papers = papers;
        this.contents = contents;
        this.exemptReading = exemptReading;
        this.clearDays = clearDays;
        this.recorder = recorder;
    }

    /// A version of a paper's content.
    ///
    /// @param bytes null when it is kept elsewhere
    record Shown(Paper paper, Content content, byte @Nullable [] bytes) {}

    /// @throws locality.platform.refusal.Refusal `NOT_FOUND` unless the caller reads its place,
    ///   `PAPER_EXEMPT` when that is not enough
    Paper require(String idOrReference) {
        var paper = papers.require(idOrReference);
        recorder.requireReading(paper.locality, "paper", idOrReference);
        if (paper.exemption != null && !exemptReading.isAllowedIn(paper.locality)) {
            throw new PaperRefusal.Exempt(paper.reference, paper.exemption.paragraph());
        }
        return paper;
    }

    PaperView of(Paper paper) {
        return PaperView.of(
                paper, contents.of(paper.id), clearDays.of(NoticeOf.MEETING, paper.heldOn));
    }

    /// As a list shows it, without the versions of its content.
    Function<Paper, PaperView> briefly() {
        var counted = clearDays.of(NoticeOf.MEETING);
        return paper -> PaperView.of(paper, null, counted.apply(paper.heldOn));
    }

    /// @param number null for the last
    /// @throws PaperRefusal if there is no such version
    Shown content(String idOrReference, @Nullable Integer number) {
        var paper = require(idOrReference);
        var content =
                contents.of(paper.id).stream()
                        .filter(one -> one.number() == (number == null ? paper.contents : number))
                        .findFirst()
                        .orElseThrow(() -> new PaperRefusal.NoContent(paper.reference, number));
        return new Shown(paper, content, contents.bytes(paper.id, content.number()).orElse(null));
    }

    /// What the paper rests on, while it may be asked for: today decides, whatever day the caller
    /// is interested in.
    ///
    /// @throws PaperRefusal once the stated period is over
    List<FrontSheet.BackgroundPaper> background(Paper paper) {
        paper.requireBackgroundOpen(recorder.today());
        return paper.frontSheet.backgroundPapers();
    }

    Set<Locality> exemptPlaces() {
        return exemptReading.places();
    }
}
