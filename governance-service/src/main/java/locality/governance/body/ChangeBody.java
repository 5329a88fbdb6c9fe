package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import locality.governance.function.Functions;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.event.GovernanceEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Changes one body: load, change, tell.
@ApplicationScoped
class ChangeBody {

    private final Bodies bodies;
    private final Organisations organisations;
    private final Functions functions;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final Event<BodyDissolved> dissolutions;

    ChangeBody(
            Bodies bodies,
            Organisations organisations,
            Functions functions,
            Recorder recorder,
            EventLog eventLog,
            Event<BodyDissolved> dissolutions) {
        this.bodies = bodies;
        this.organisations = organisations;
        this.functions = functions;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.dissolutions = dissolutions;
    }

    /// A body that is dissolved takes the delegations from and to it along.
    @Transactional
    Body become(String idOrReference, @Nullable String ifMatch, Step step) {
        var body =
                change(
                        idOrReference,
                        ifMatch,
                        found -> found.become(step.state(), step.effectiveOn(), step.provenance()));
        if (step.state() == BodyState.DISSOLVED) {
            body.dissolution().ifPresent(dissolutions::fire);
        }
        return body;
    }

    /// One whose day has come already is dissolved at once.
    @Transactional
    Body limit(String idOrReference, @Nullable String ifMatch, Sunset sunset) {
        var today = recorder.today();
        var body = changeInSeveral(idOrReference, ifMatch, found -> found.limit(sunset, today));
        if (sunset.hasComeBy(today)) {
            body.dissolution().ifPresent(dissolutions::fire);
        }
        return body;
    }

    @Transactional
    Body rename(String body, @Nullable String ifMatch, Name name) {
        return change(body, ifMatch, found -> found.rename(name));
    }

    @Transactional
    Body serve(String body, @Nullable String ifMatch, ServedPlace place) {
        return change(body, ifMatch, found -> found.serve(place));
    }

    @Transactional
    Body leave(
            String body,
            @Nullable String ifMatch,
            Locality place,
            LocalDate firstDayWithout,
            Provenance source) {
        return change(body, ifMatch, found -> found.leave(place, firstDayWithout, source));
    }

    @Transactional
    Body adopt(String body, @Nullable String ifMatch, TermsOfReference terms) {
        functions.requireKnown(terms.remitFunctions());
        return change(body, ifMatch, found -> found.adopt(terms));
    }

    /// All of them or none, as one change of the body.
    @Transactional
    Body seat(String body, @Nullable String ifMatch, List<Membership> members) {
        members.forEach(member -> PersonalData.requireNone("post", member.post()));
        members.stream()
                .map(Membership::organisation)
                .distinct()
                .forEach(organisations::requireOnRecord);
        return changeInSeveral(body, ifMatch, found -> members.stream().map(found::seat).toList());
    }

    @Transactional
    Body unseat(
            String body,
            @Nullable String ifMatch,
            String seat,
            LocalDate firstDayEmpty,
            Provenance source) {
        return change(body, ifMatch, found -> found.unseat(seat, firstDayEmpty, source));
    }

    @Transactional
    Body abolish(
            String body,
            @Nullable String ifMatch,
            String seat,
            LocalDate firstDayWithout,
            Provenance source) {
        return change(body, ifMatch, found -> found.abolish(seat, firstDayWithout, source));
    }

    private Body change(
            String idOrReference,
            @Nullable String ifMatch,
            Function<Body, GovernanceEvent> change) {
        return changeInSeveral(idOrReference, ifMatch, found -> List.of(change.apply(found)));
    }

    private Body changeInSeveral(
            String idOrReference,
            @Nullable String ifMatch,
            Function<Body, List<? extends GovernanceEvent>> change) {
        var body = bodies.requireForWriting(idOrReference, ifMatch);
        var told = change.apply(body);
        bodies.flush();
        eventLog.appendAll(told);
        return body;
    }
}
