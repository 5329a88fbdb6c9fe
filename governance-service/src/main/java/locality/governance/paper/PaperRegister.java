package locality.governance.paper;

import jakarta.enterprise.context.ApplicationScoped;
import locality.governance.recorder.Recorder;

/// Papers for those who add to what one recommends.
@ApplicationScoped
public class PaperRegister {

    private final Papers papers;
    private final Recorder recorder;

    PaperRegister(Papers papers, Recorder recorder) {
        this.papers = papers;
        this.recorder = recorder;
    }

    /// @throws locality.platform.refusal.NotFound unless the caller writes for its place
    public PaperAsks requireForWriting(String idOrReference) {
        var paper = papers.require(idOrReference);
        recorder.requireWriting(paper.locality, "paper", idOrReference);
        return paper.asks();
    }
}
