package locality.governance.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;

/// Posts for the rest of the service.
@ApplicationScoped
public class PostRegister {

    /// A post by its names.
    public record Named(UUID id, String reference, String title, Locality locality) {}

    private final Posts posts;
    private final Recorder recorder;

    PostRegister(Posts posts, Recorder recorder) {
        this.posts = posts;
        this.recorder = recorder;
    }

    /// @throws NotFound unless the caller reads its locality
    public Named require(String idOrReference) {
        var post = posts.require(idOrReference);
        recorder.requireReading(post.locality, "post", idOrReference);
        return new Named(post.id, post.reference, post.title, post.locality);
    }
}
