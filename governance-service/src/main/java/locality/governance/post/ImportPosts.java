package locality.governance.post;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.recorder.Recorder;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Takes in a spreadsheet of posts: new ones, and an export that was edited. All of it or nothing.
@ApplicationScoped
class ImportPosts {

    private final Posts posts;
    private final PostsOnDate postsOnDate;
    private final ChangePost changePost;
    private final Recorder recorder;

    ImportPosts(Posts posts, PostsOnDate postsOnDate, ChangePost changePost, Recorder recorder) {
        this.posts = posts;
        this.postsOnDate = postsOnDate;
        this.changePost = changePost;
        this.recorder = recorder;
    }

    /// What a spreadsheet did; rows that say what is on record change nothing.
    @Schema(name = "PostsImported")
    record Imported(int imported, int changed, int unchanged) {}

    /// A row of a post that is on record.
    ///
    /// @param version of the post when the sheet was read
    private record Returned(PostTable.Row row, long version, Post post) {}

    /// @throws PostRefusal naming every row that is stale, or else every row that a rule refuses
    @Transactional
    Imported handle(String csv) {
        var rows = PostTable.read(csv, recorder.provenance(null));
        var returned = requireFresh(rows);
        int changed = change(returned);
        var created = rows.stream().filter(PostTable.Row::isNew).map(PostTable.Row::post).toList();
        changePost.create(created);
        return new Imported(created.size(), changed, returned.size() - changed);
    }

    /// Locked in the order of their references, so that two sheets wait for each other and no more.
    private List<Returned> requireFresh(List<PostTable.Row> rows) {
        var returned =
                rows.stream()
                        .filter(row -> !row.isNew())
                        .sorted(Comparator.comparing(PostTable.Row::reference))
                        .map(
                                row ->
                                        new Returned(
                                                row,
                                                requireNonNull(row.version()),
                                                require(row.reference())))
                        .toList();
        var stale =
                returned.stream()
                        .filter(one -> one.version != one.post.version)
                        .map(
                                one ->
                                        new PostRefusal.StaleRows.Stale(
                                                one.row.line(),
                                                one.post.reference,
                                                one.version,
                                                one.post.version))
                        .sorted(Comparator.comparing(PostRefusal.StaleRows.Stale::line))
                        .toList();
        if (!stale.isEmpty()) {
            throw new PostRefusal.StaleRows(stale);
        }
        return returned;
    }

    private Post require(String reference) {
        var post = posts.requireForChange(reference);
        recorder.requireReading(post.locality, "post", reference);
        return post;
    }

    /// @return how many it changed
    private int change(List<Returned> returned) {
        var onRecord = onRecord(returned);
        var refused = new ArrayList<PostRefusal.RowsRefused.Row>();
        var named = new HashSet<UUID>();
        int changed = 0;
        for (var one : returned) {
            try {
                if (!named.add(one.post.id)) {
                    throw new PostRefusal.NamedTwice(one.post.reference);
                }
                if (reword(one, requireNonNull(onRecord.get(one.post.id)))) {
                    changed++;
                }
            } catch (NotFound notTheirs) {
                throw notTheirs;
            } catch (Refusal no) {
                refused.add(
                        new PostRefusal.RowsRefused.Row(one.row.line(), no.code(), no.detail()));
            }
        }
        if (!refused.isEmpty()) {
            refused.sort(Comparator.comparing(PostRefusal.RowsRefused.Row::line));
            throw new PostRefusal.RowsRefused(refused);
        }
        return changed;
    }

    private Map<UUID, PostView> onRecord(List<Returned> returned) {
        var posts = returned.stream().map(Returned::post).distinct().toList();
        return postsOnDate.views(posts, recorder.today()).stream()
                .collect(Collectors.toMap(PostView::id, view -> view));
    }

    /// @return whether it was called or counted otherwise before
    private boolean reword(Returned one, PostView onRecord) {
        var told = one.row.post();
        var others = one.row.differingFrom(onRecord);
        if (!others.isEmpty()) {
            throw new PostRefusal.NotInASpreadsheet(one.post.reference, others);
        }
        if (told.title().equals(one.post.title) && told.kind() == one.post.kind) {
            return false;
        }
        changePost.reword(
                one.post.id.toString(),
                told.title(),
                told.kind(),
                recorder.today(),
                told.provenance());
        return true;
    }
}
