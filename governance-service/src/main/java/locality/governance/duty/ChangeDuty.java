package locality.governance.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.body.BodyRegister;
import locality.governance.organisation.Organisations;
import locality.governance.period.Period;
import locality.governance.post.PostRegister;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Writes duties down, passes them on and ends them.
@ApplicationScoped
class ChangeDuty {

    private final Duties duties;
    private final BodyRegister bodies;
    private final PostRegister posts;
    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;

    ChangeDuty(
            Duties duties,
            BodyRegister bodies,
            PostRegister posts,
            Organisations organisations,
            Recorder recorder,
            EventLog eventLog) {
        this.duties = duties;
        this.bodies = bodies;
        this.posts = posts;
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// Whose a duty is: exactly one of them, by id or reference, an organisation by its code.
    record Whose(@Nullable String body, @Nullable String post, @Nullable String organisation) {}

    /// A duty to write down.
    ///
    /// @param locality null for the one its holder belongs to
    record ToWrite(
            @Nullable String reference,
            String text,
            Whose whose,
            @Nullable Locality locality,
            Period period,
            Provenance provenance) {}

    @Transactional
    Duty write(ToWrite asked) {
        var found = find(asked.whose, asked.period.from());
        var locality = asked.locality == null ? found.locality : asked.locality;
        recorder.requireWriting(locality, "locality", locality.code());
        if (asked.reference != null && duties.lookUp(asked.reference).isPresent()) {
            throw new DutyRefusal.ReferenceTaken(asked.reference);
        }
        var duty =
                new Duty(
                        String.valueOf(asked.reference),
                        asked.text,
                        found.holder,
                        locality,
                        asked.period,
                        asked.provenance);
        if (asked.reference == null) {
            duty.reference = generated(duty.id);
        }
        duties.persistAndFlush(duty);
        eventLog.append(duty.written());
        return duty;
    }

    /// All of them or none.
    @Transactional
    void write(List<ToWrite> all) {
        all.forEach(this::write);
    }

    /// @param effectiveOn the first day it is the other's
    /// @return the duty as the other has it
    @Transactional
    Duty passOn(
            String idOrReference,
            @Nullable String ifMatch,
            Whose to,
            LocalDate effectiveOn,
            Provenance source) {
        var duty = require(idOrReference, ifMatch);
        var next =
                duty.passOn(
                        find(to, effectiveOn).holder,
                        duties.free(duty.reference),
                        effectiveOn,
                        source);
        duties.persistAndFlush(next);
        eventLog.appendAll(List.of(duty.written(), next.written()));
        return next;
    }

    /// @param firstDayWithout the first day it is nobody's
    @Transactional
    Duty end(
            String idOrReference,
            @Nullable String ifMatch,
            LocalDate firstDayWithout,
            Provenance source) {
        var duty = require(idOrReference, ifMatch);
        duty.end(firstDayWithout, source);
        duties.flush();
        eventLog.append(duty.written());
        return duty;
    }

    private Duty require(String idOrReference, @Nullable String ifMatch) {
        var duty = duties.require(idOrReference);
        recorder.requireWriting(duty.locality, "duty", idOrReference);
        new EntityTag(duty.version).check(ifMatch);
        duties.requireNotPassedOn(duty);
        return duty;
    }

    private record Found(Duty.Holder holder, Locality locality) {}

    private Found find(Whose whose, LocalDate on) {
        long given =
                Stream.of(whose.body, whose.post, whose.organisation)
                        .filter(Objects::nonNull)
                        .count();
        if (given != 1) {
            throw new DutyRefusal.OneHolder(given);
        }
        if (whose.body != null) {
            var body = bodies.require(whose.body, on);
            return new Found(new Duty.Holder(body.id(), null, null), body.locality());
        }
        if (whose.post != null) {
            var post = posts.require(whose.post);
            return new Found(new Duty.Holder(null, post.id(), null), post.locality());
        }
        var organisation = organisations.requireKnown(String.valueOf(whose.organisation));
        return new Found(new Duty.Holder(null, null, organisation.code()), organisation.locality());
    }

    private static String generated(UUID id) {
        return "DUTY-" + id.toString().substring(28).toUpperCase(Locale.ROOT);
    }
}
