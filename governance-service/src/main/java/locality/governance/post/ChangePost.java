package locality.governance.post;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import locality.governance.body.BodyRegister;
import locality.governance.organisation.Organisations;
import locality.governance.period.Ascent;
import locality.governance.period.Period;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.event.GovernanceEvent.PostChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Puts posts on record and changes them: load, change, tell.
@ApplicationScoped
class ChangePost {

    private final Posts posts;
    private final BodyRegister bodies;
    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;

    ChangePost(
            Posts posts,
            BodyRegister bodies,
            Organisations organisations,
            Recorder recorder,
            EventLog eventLog) {
        this.posts = posts;
        this.bodies = bodies;
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// A post to put on record.
    ///
    /// @param reportsTo posts or bodies, by id or reference
    /// @param holder who holds it from its first day or a later one, null while it is vacant
    record ToCreate(
            @Nullable String reference,
            String title,
            PostKind kind,
            Locality locality,
            Period period,
            List<String> organisations,
            List<String> reportsTo,
            @Nullable ToAppoint holder,
            Provenance provenance) {}

    /// Somebody to hold a post.
    record ToAppoint(String person, boolean acting, Period period, Provenance provenance) {}

    @Transactional
    Post create(ToCreate asked) {
        recorder.requireWriting(asked.locality, "locality", asked.locality.code());
        PersonalData.requireNone("title", asked.title);
        asked.organisations.forEach(organisations::requireOnRecord);
        if (asked.reference != null && posts.lookUp(asked.reference).isPresent()) {
            throw new PostRefusal.ReferenceTaken(asked.reference);
        }
        var now = posts.recordingTime();
        var post = asNew(asked, now);
        var first = asked.period.from();
        if (!asked.reportsTo.isEmpty()) {
            post.reportTo(ends(asked.reportsTo, first), first, asked.provenance, now);
        }
        var told = new ArrayList<>(List.of(post.created()));
        if (asked.holder != null) {
            told.add(appoint(post, asked.holder, now));
        }
        posts.persistAndFlush(post);
        eventLog.appendAll(told);
        return post;
    }

    @Transactional
    Post appoint(String post, @Nullable String ifMatch, ToAppoint asked) {
        return change(post, ifMatch, (found, now) -> appoint(found, asked, now));
    }

    /// @param firstDayWithout the first day they no longer hold it
    @Transactional
    Post release(
            String post,
            @Nullable String ifMatch,
            @Nullable String person,
            LocalDate firstDayWithout,
            Provenance source) {
        return change(
                post, ifMatch, (found, now) -> found.release(person, firstDayWithout, source, now));
    }

    /// @param on the day it is told of
    @Transactional
    Post reword(String post, String title, PostKind kind, LocalDate on, Provenance source) {
        PersonalData.requireNone("title", title);
        return change(post, null, (found, now) -> found.reword(title, kind, on, source, now));
    }

    @Transactional
    Post abolish(
            String post, @Nullable String ifMatch, LocalDate firstDayWithout, Provenance source) {
        return change(post, ifMatch, (found, now) -> found.abolish(firstDayWithout, source, now));
    }

    @Transactional
    Post reportTo(
            String post,
            @Nullable String ifMatch,
            List<String> to,
            LocalDate from,
            Provenance source) {
        posts.holdLines();
        return change(
                post,
                ifMatch,
                (found, now) -> {
                    var ends = ends(to, from);
                    ends.forEach(end -> requireNoCircle(found, end, new Period(from, null)));
                    return found.reportTo(ends, from, source, now);
                });
    }

    @Transactional
    Post passOn(String post, String from, String to, LocalDate effectiveOn, Provenance source) {
        organisations.requireOnRecord(to);
        return change(post, null, (found, now) -> found.passOn(from, to, effectiveOn, source, now));
    }

    private Post change(
            String idOrReference,
            @Nullable String ifMatch,
            BiFunction<Post, Instant, PostChanged> change) {
        var post = posts.requireForChange(idOrReference);
        recorder.requireWriting(post.locality, "post", idOrReference);
        new EntityTag(post.version).check(ifMatch);
        var told = change.apply(post, posts.recordingTime());
        posts.flush();
        eventLog.append(told);
        return post;
    }

    private static Post asNew(ToCreate asked, Instant now) {
        var id = Ids.next();
        return new Post(
                id,
                asked.reference == null ? generated(id) : asked.reference,
                asked.title,
                asked.kind,
                asked.locality,
                asked.period,
                asked.organisations,
                asked.provenance,
                now);
    }

    private static String generated(UUID id) {
        return "POST-" + id.toString().substring(28).toUpperCase(Locale.ROOT);
    }

    private static PostChanged appoint(Post post, ToAppoint asked, Instant now) {
        return post.appoint(asked.person, asked.acting, asked.period, asked.provenance, now);
    }

    /// A post's reference is looked for before a body's.
    private List<Line.End> ends(List<String> to, LocalDate on) {
        return to.stream().map(one -> end(one, on)).toList();
    }

    private Line.End end(String idOrReference, LocalDate on) {
        var post = posts.lookUp(idOrReference);
        if (post.isPresent()) {
            recorder.requireReading(post.get().locality, "post or body", idOrReference);
            return new Line.End(post.get().id, null);
        }
        try {
            return new Line.End(null, bodies.require(idOrReference, on).id());
        } catch (NotFound neither) {
            throw new NotFound("post or body", idOrReference);
        }
    }

    /// Nobody reports to themselves on any day, however long the way round.
    private void requireNoCircle(Post post, Line.End end, Period during) {
        if (end.post() != null && new Ascent(end.post(), during).leadsTo(post.id, this::above)) {
            throw new PostRefusal.ReportsInACircle(
                    post.reference, posts.require(end.post().toString()).reference);
        }
    }

    private Stream<Ascent> above(UUID post) {
        return Known.current(posts.findById(post).lines, line -> line.toPost() != null).stream()
                .map(line -> new Ascent(requireNonNull(line.toPost()), line.period()));
    }
}
