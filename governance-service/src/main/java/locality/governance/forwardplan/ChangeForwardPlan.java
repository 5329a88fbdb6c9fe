package locality.governance.forwardplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.function.Functions;
import locality.governance.recorder.Numbering;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.event.BoardEvent.ForwardPlanChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Puts matters on the forward plan of a body and changes what it says of them.
@ApplicationScoped
class ChangeForwardPlan {

    private final ForwardPlanEntries entries;
    private final BodyRegister bodies;
    private final Functions functions;
    private final Numbering numbering;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final Clock clock;

    ChangeForwardPlan(
            ForwardPlanEntries entries,
            BodyRegister bodies,
            Functions functions,
            Numbering numbering,
            Recorder recorder,
            EventLog eventLog,
            Clock clock) {
        this.entries = entries;
        this.bodies = bodies;
        this.functions = functions;
        this.numbering = numbering;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// What is to be published of a matter.
    ///
    /// @param body its id or reference
    /// @param key whether it is said to be key; one whose value makes it so is key all the same
    /// @param place null for the body's own
    /// @param publishedOn null for today
    record Announcement(
            String body,
            String title,
            Expected expected,
            boolean key,
            @Nullable Pence value,
            @Nullable String function,
            @Nullable Locality place,
            List<String> documents,
            @Nullable String contactPost,
            @Nullable String privateReason,
            @Nullable LocalDate publishedOn,
            Provenance provenance) {}

    /// When the plan says another date for a matter, and why.
    ///
    /// @param publishedOn null for today
    record Move(
            Expected expected,
            String reason,
            @Nullable LocalDate publishedOn,
            Provenance provenance) {}

    @Transactional
    ForwardPlanEntry publish(Announcement said) {
        requirePostsOnly(said);
        var publishedOn = past("publishedOn", said.publishedOn);
        var body = bodies.requireForWriting(said.body, publishedOn);
        var entry = entry(said, body);
        recorder.requireWriting(entry.place, "place", entry.place.code());
        if (said.function != null) {
            functions.requireKnown(List.of(said.function));
        }
        entry.number = numbering.next(ForwardPlanEntry.class, body.id());
        entry.reference = "%s-FP-%d".formatted(body.reference(), entry.number);
        var told =
                entry.publish(
                        new PlanVersion(
                                publishedOn,
                                said.expected,
                                null,
                                clock.instant(),
                                said.provenance));
        entries.persist(entry);
        eventLog.append(told);
        return entry;
    }

    /// All of them or none.
    @Transactional
    void publish(List<Announcement> all) {
        all.forEach(this::publish);
    }

    @Transactional
    ForwardPlanEntry move(String entry, @Nullable String ifMatch, Move move) {
        PersonalData.requireNone("reason", move.reason);
        var next =
                new PlanVersion(
                        past("publishedOn", move.publishedOn),
                        move.expected,
                        move.reason,
                        clock.instant(),
                        move.provenance);
        return change(entry, ifMatch, found -> found.move(next));
    }

    @Transactional
    ForwardPlanEntry withdraw(String entry, @Nullable String ifMatch, String reason) {
        PersonalData.requireNone("reason", reason);
        return change(entry, ifMatch, found -> found.withdraw(reason, recorder.today()));
    }

    @Transactional
    ForwardPlanEntry except(
            String entry, @Nullable String ifMatch, @Nullable LocalDate noticedOn, String reason) {
        PersonalData.requireNone("reason", reason);
        var day = past("noticedOn", noticedOn);
        return change(entry, ifMatch, found -> found.except(day, reason));
    }

    @Transactional
    ForwardPlanEntry hurry(
            String entry, @Nullable String ifMatch, @Nullable LocalDate agreedOn, String reason) {
        PersonalData.requireNone("reason", reason);
        var day = past("agreedOn", agreedOn);
        return change(entry, ifMatch, found -> found.hurry(day, reason));
    }

    private ForwardPlanEntry change(
            String idOrReference,
            @Nullable String ifMatch,
            Function<ForwardPlanEntry, ForwardPlanChanged> change) {
        var entry = entries.require(idOrReference);
        recorder.requireWriting(entry.locality, "forward plan entry", idOrReference);
        entry.requireUnchanged(ifMatch);
        var told = change.apply(entry);
        entries.flush();
        eventLog.append(told);
        return entry;
    }

    private static ForwardPlanEntry entry(Announcement said, BodyOnDate body) {
        var terms = body.terms();
        var entry = new ForwardPlanEntry();
        entry.id = Ids.next();
        entry.title = said.title;
        entry.bodyId = body.id();
        entry.bodyReference = body.reference();
        entry.bodyName = body.name();
        entry.locality = body.locality();
        entry.place = said.place == null ? body.locality() : said.place;
        entry.keyBecause =
                ForwardPlanEntry.keyBecause(
                        said.key, said.value, terms == null ? null : terms.keyDecisionFromPence());
        entry.value = said.value;
        entry.functionCode = said.function;
        entry.documents = said.documents;
        entry.contactPost = said.contactPost;
        entry.privateReason = said.privateReason;
        entry.provenance = said.provenance;
        return entry;
    }

    private static void requirePostsOnly(Announcement said) {
        PersonalData.requireNone("title", said.title);
        PersonalData.requireNone("documents", said.documents);
        PersonalData.requireNone("contactPost", said.contactPost);
        PersonalData.requireNone("privateReason", said.privateReason);
    }

    /// Today when no day is given.
    private LocalDate past(String field, @Nullable LocalDate day) {
        var today = recorder.today();
        if (day != null && day.isAfter(today)) {
            throw new ForwardPlanRefusal.InTheFuture(field, day, today);
        }
        return day == null ? today : day;
    }
}
