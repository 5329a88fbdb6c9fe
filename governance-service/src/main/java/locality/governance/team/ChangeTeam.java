package locality.governance.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import locality.governance.body.BodyRegister;
import locality.governance.function.Functions;
import locality.governance.organisation.Organisations;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Writes teams down, says what they do, moves and ends them.
@ApplicationScoped
class ChangeTeam {

    private final Teams teams;
    private final BodyRegister bodies;
    private final Organisations organisations;
    private final Functions functions;
    private final Recorder recorder;
    private final EventLog eventLog;

    ChangeTeam(
            Teams teams,
            BodyRegister bodies,
            Organisations organisations,
            Functions functions,
            Recorder recorder,
            EventLog eventLog) {
        this.teams = teams;
        this.bodies = bodies;
        this.organisations = organisations;
        this.functions = functions;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// A team to write down.
    ///
    /// @param organisation where it belongs, by code, or null when to a body
    /// @param body by id or reference, or null when to an organisation
    /// @param locality null for that of where it belongs
    /// @param functions by their codes in the register
    record ToWrite(
            @Nullable String reference,
            String name,
            @Nullable String organisation,
            @Nullable String body,
            @Nullable Locality locality,
            List<String> functions,
            Period period,
            Provenance provenance) {}

    @Transactional
    Team write(ToWrite asked) {
        var home = home(asked.organisation, asked.body, asked.period.from());
        var locality = asked.locality == null ? home.locality : asked.locality;
        recorder.requireWriting(locality, "locality", locality.code());
        if (asked.reference != null && teams.lookUp(asked.reference).isPresent()) {
            throw new TeamRefusal.ReferenceTaken(asked.reference);
        }
        functions.requireKnown(asked.functions);
        var from = asked.period.from();
        var team = new Team(asked.reference, asked.name, locality, asked.period, asked.provenance);
        team.homes.add(new Home(home.organisation, home.body, from, team.endsOn, asked.provenance));
        team.does(asked.functions, from, asked.provenance);
        teams.persistAndFlush(team);
        eventLog.append(team.written(from));
        return team;
    }

    /// All of them or none.
    @Transactional
    void write(List<ToWrite> all) {
        all.forEach(this::write);
    }

    @Transactional
    Team does(
            String team,
            @Nullable String ifMatch,
            List<String> codes,
            LocalDate from,
            Provenance source) {
        functions.requireKnown(codes);
        return change(team, ifMatch, from, found -> found.does(codes, from, source));
    }

    @Transactional
    Team end(String team, @Nullable String ifMatch, LocalDate firstDayWithout) {
        return change(team, ifMatch, firstDayWithout, found -> found.end(firstDayWithout));
    }

    @Transactional
    Team moveTo(String team, String organisation, LocalDate from, Provenance source) {
        organisations.requireOnRecord(organisation);
        return change(team, null, from, found -> found.moveTo(organisation, null, from, source));
    }

    private Team change(
            String idOrReference, @Nullable String ifMatch, LocalDate day, Consumer<Team> change) {
        var team = teams.require(idOrReference);
        recorder.requireWriting(team.locality, "team", idOrReference);
        new EntityTag(team.version).check(ifMatch);
        change.accept(team);
        teams.flush();
        eventLog.append(team.written(day));
        return team;
    }

    private record Found(@Nullable String organisation, @Nullable UUID body, Locality locality) {}

    private Found home(@Nullable String organisation, @Nullable String body, LocalDate on) {
        if ((organisation == null) == (body == null)) {
            throw new TeamRefusal.OneHome(organisation != null);
        }
        if (organisation != null) {
            var known = organisations.requireKnown(organisation);
            return new Found(known.code(), null, known.locality());
        }
        var found = bodies.require(String.valueOf(body), on);
        return new Found(null, found.id(), found.locality());
    }
}
