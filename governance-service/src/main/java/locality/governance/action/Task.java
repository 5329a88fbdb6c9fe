package locality.governance.action;

import java.time.LocalDate;
import java.util.Objects;
import locality.governance.recorder.PersonalData;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// What somebody is to do. Posts and organisations do things, never people by name.
///
/// @param post who is to do it
/// @param organisation whose it is to do, by ODS or GSS code; one of the two is given
/// @param givenOn the day it was given; the day of the meeting or decision it comes from, or today,
///   when left out
/// @param provenance null for whoever enters it
/// @param in where it stands in an action plan; null in none
public record Task(
        String title,
        @Nullable String post,
        @Nullable String organisation,
        Due due,
        @Nullable LocalDate givenOn,
        @Nullable Provenance provenance,
        @Nullable WorkArea in) {

    /// @throws ActionRefusal if nobody is to do it
    public Task {
        if (post == null && organisation == null) {
            throw new ActionRefusal.NobodyResponsible(title);
        }
    }

    /// What stands in no action plan.
    public Task(
            String title,
            @Nullable String post,
            @Nullable String organisation,
            Due due,
            @Nullable LocalDate givenOn,
            @Nullable Provenance provenance) {
        this(title, post, organisation, due, givenOn, provenance, null);
    }

    /// @throws locality.platform.refusal.Refusal `PERSONAL_DATA` naming the first field that has
    ///   any
    void requirePostsOnly() {
        PersonalData.requireNone("title", title);
        PersonalData.requireNone("post", post);
        if (in != null) {
            in.requirePostsOnly();
        }
    }

    /// Whether this asks the same of the same by the same day.
    boolean isAs(Action action) {
        return title.equals(action.title)
                && Objects.equals(post, action.post)
                && Objects.equals(organisation, action.organisation)
                && due.equals(action.given().due());
    }
}
