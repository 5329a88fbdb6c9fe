package locality.governance.post;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;

/// Takes in a spreadsheet of posts: new ones, and an export that was edited. All of it or nothing.
@ApplicationScoped
class ImportPosts {

    private final Posts posts;
    private final PostsOnDate postsOnDate;
    private final ChangePost changePost;
    private final SheetOfRecord sheet;
    private final Recorder recorder;

    ImportPosts(
            Posts posts,
            PostsOnDate postsOnDate,
            ChangePost changePost,
            SheetOfRecord sheet,
            Recorder recorder) {
        this.posts = posts;
        this.postsOnDate = postsOnDate;
        this.changePost = changePost;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    @Transactional
    SheetOfRecord.Taken handle(String csv) {
        var rows = PostTable.read(csv, recorder.provenance(null));
        return sheet.take(rows, new Returned(), false);
    }

    /// The posts of one sheet.
    private final class Returned implements SheetOfRecord.Keeper<PostTable.Row, Post> {
        private final List<Post> found = new ArrayList<>();
        private final Map<UUID, PostView> onRecord = new HashMap<>();

        @Override
        public SheetOfRecord.Key keyOf(PostTable.Row row) {
            return new SheetOfRecord.Key(row.line(), row.reference(), row.version());
        }

        @Override
        public Optional<Post> lookUp(String reference) {
            var post = posts.lookUpForChange(reference);
            post.ifPresent(one -> recorder.requireWriting(one.locality, "post", reference));
            post.ifPresent(found::add);
            return post;
        }

        @Override
        public long versionOf(Post post) {
            return post.version;
        }

        @Override
        public void add(PostTable.Row row) {
            changePost.create(row.post());
        }

        @Override
        public boolean change(Post post, PostTable.Row row) {
            var told = row.post();
            var others = row.differingFrom(asBefore(post));
            if (!others.isEmpty()) {
                throw new PostRefusal.NotInASpreadsheet(post.reference, others);
            }
            if (told.title().equals(post.title) && told.kind() == post.kind) {
                return false;
            }
            changePost.reword(
                    post.id.toString(),
                    told.title(),
                    told.kind(),
                    recorder.today(),
                    told.provenance());
            return true;
        }

        /// A post before the sheet changed it. All of the sheet are read at once.
        private PostView asBefore(Post post) {
            if (onRecord.isEmpty()) {
                postsOnDate
                        .views(found.stream().distinct().toList(), recorder.today())
                        .forEach(view -> onRecord.put(view.id(), view));
            }
            return requireNonNull(onRecord.get(post.id));
        }
    }
}
