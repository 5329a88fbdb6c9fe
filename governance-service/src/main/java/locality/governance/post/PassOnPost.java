package locality.governance.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import locality.platform.fact.Provenance;

/// Makes a post of one organisation another's, for the rest of the service.
@ApplicationScoped
public class PassOnPost {

    private final ChangePost changePost;

    PassOnPost(ChangePost changePost) {
        this.changePost = changePost;
    }

    /// @param effectiveOn the first day it is the other's; until then it stays as it was
    /// @throws locality.platform.refusal.Refusal `NOT_THEIRS_TO_PASS_ON`
    public void handle(
            String post, String from, String to, LocalDate effectiveOn, Provenance source) {
        changePost.passOn(post, from, to, effectiveOn, source);
    }
}
