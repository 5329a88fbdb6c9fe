package locality.governance.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Numbering;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Sets and ends standing items, and raises deep dives.
@ApplicationScoped
class SetStanding {

    private final StandingItems items;
    private final DeepDives deepDives;
    private final PlaceStanding placeStanding;
    private final BodyRegister bodies;
    private final Numbering numbering;
    private final Recorder recorder;
    private final EventLog eventLog;

    SetStanding(
            StandingItems items,
            DeepDives deepDives,
            PlaceStanding placeStanding,
            BodyRegister bodies,
            Numbering numbering,
            Recorder recorder,
            EventLog eventLog) {
        this.items = items;
        this.deepDives = deepDives;
        this.placeStanding = placeStanding;
        this.bodies = bodies;
        this.numbering = numbering;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// @param everyMonths null for every meeting
    /// @param from null for today
    record Wanted(
            String body,
            String title,
            @Nullable Integer everyMonths,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Provenance provenance) {}

    /// @param raisedOn null for today
    record Concern(
            String body,
            String text,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable LocalDate raisedOn,
            Provenance provenance) {}

    @Transactional
    StandingItem set(Wanted wanted) {
        PersonalData.requireNone("title", wanted.title);
        var from = wanted.from == null ? recorder.today() : wanted.from;
        if (wanted.until != null && wanted.until.isBefore(from)) {
            throw new StandingRefusal.EndsBeforeItBegins(from, wanted.until);
        }
        var body = bodies.requireForWriting(wanted.body, from);
        var item = new StandingItem();
        item.id = Ids.next();
        item.number = numbering.next(StandingItem.class, body.id());
        item.reference = "%s-SI-%d".formatted(body.reference(), item.number);
        item.bodyId = body.id();
        item.bodyReference = body.reference();
        item.locality = body.locality();
        item.title = wanted.title;
        item.everyMonths = wanted.everyMonths;
        item.fromDay = from;
        item.untilDay = wanted.until;
        item.provenance = wanted.provenance;
        items.persistAndFlush(item);
        eventLog.append(item.told(from));
        placeStanding.place(item);
        return item;
    }

    /// All of them or none.
    @Transactional
    void set(List<Wanted> all) {
        all.forEach(this::set);
    }

    /// @param until the last day it stands
    @Transactional
    StandingItem end(String idOrReference, @Nullable String ifMatch, LocalDate until) {
        var item = items.require(idOrReference);
        recorder.requireWriting(item.locality, "standing item", idOrReference);
        item.requireUnchanged(ifMatch);
        var told = item.endOn(until);
        items.flush();
        eventLog.append(told);
        return item;
    }

    @Transactional
    DeepDive raise(Concern concern) {
        PersonalData.requireNone("concern", concern.text);
        var today = recorder.today();
        var raisedOn = concern.raisedOn == null ? today : concern.raisedOn;
        if (raisedOn.isAfter(today)) {
            throw new StandingRefusal.InTheFuture(raisedOn, today);
        }
        var body = bodies.requireForWriting(concern.body, raisedOn);
        var dive = new DeepDive();
        dive.id = Ids.next();
        dive.number = numbering.next(DeepDive.class, body.id());
        dive.reference = "%s-DD-%d".formatted(body.reference(), dive.number);
        dive.bodyId = body.id();
        dive.bodyReference = body.reference();
        dive.locality = body.locality();
        dive.concern = concern.text;
        dive.subjectType = concern.subjectType;
        dive.subjectId = concern.subjectId;
        dive.raisedOn = raisedOn;
        dive.provenance = concern.provenance;
        var told = dive.raise();
        deepDives.persistAndFlush(dive);
        eventLog.append(told);
        placeStanding.place(dive);
        deepDives.flush();
        return dive;
    }
}
