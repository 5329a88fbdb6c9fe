package locality.governance.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Shows posts as they were on a date.
@ApplicationScoped
class PostsOnDate {

    private final Posts posts;
    private final PostNeighbours neighbours;
    private final Recorder recorder;

    PostsOnDate(Posts posts, PostNeighbours neighbours, Recorder recorder) {
        this.posts = posts;
        this.neighbours = neighbours;
        this.recorder = recorder;
    }

    /// As far as was known at a moment. One that is still to come is answered as of now, and the
    /// answer says so; what it says then never changes.
    ///
    /// @param knownAt null for what is known now
    /// @throws NotFound also for a post that was not on record by then
    @Transactional
    PostView asKnown(String idOrReference, LocalDate on, @Nullable Instant knownAt) {
        var post =
                knownAt == null
                        ? posts.require(idOrReference)
                        : posts.requireSettled(idOrReference);
        recorder.requireReading(post.locality, "post", idOrReference);
        if (knownAt == null) {
            return view(post, on, Instant.MAX);
        }
        if (knownAt.isBefore(post.recordedAt)) {
            throw new NotFound("post", idOrReference);
        }
        var settled = posts.recordingTime().minus(1, ChronoUnit.MICROS);
        return view(post, on, knownAt.isAfter(settled) ? settled : knownAt);
    }

    /// A post as a change left it.
    PostView view(Post post, LocalDate on) {
        return view(post, on, Instant.MAX);
    }

    @Transactional
    List<PostView> list(
            LocalDate on, Set<Locality> places, Posts.Wanted wanted, String after, int limit) {
        return views(posts.on(on, places, wanted, after, limit), on);
    }

    /// As a list shows them, in the same order: without what else their holders hold.
    List<PostView> views(List<Post> shown, LocalDate on) {
        var named =
                neighbours.named(
                        shown.stream().flatMap(one -> one.lines.stream()).toList(), Instant.MAX);
        return shown.stream()
                .map(
                        post ->
                                PostView.of(
                                        post,
                                        on,
                                        Instant.MAX,
                                        recorder.seesPeople(post.locality),
                                        named,
                                        _ -> null))
                .toList();
    }

    private PostView view(Post post, LocalDate on, Instant knownAt) {
        return PostView.of(
                post,
                on,
                knownAt,
                recorder.seesPeople(post.locality),
                neighbours.named(post.lines, knownAt),
                person ->
                        neighbours.alsoHeldBy(person, post.id, on, knownAt, recorder.shown(null)));
    }
}
