package locality.intervention.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import locality.intervention.Entered;
import locality.intervention.theme.Theme;
import locality.intervention.theme.Themes;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Malformed;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Takes a register from a spreadsheet: all of it, or, with every fault named, nothing.
@ApplicationScoped
class ImportRegister {

    private final Interventions interventions;
    private final Themes themes;
    private final ProposeIntervention propose;
    private final EventLog eventLog;
    private final Clock clock;

    ImportRegister(
            Interventions interventions,
            Themes themes,
            ProposeIntervention propose,
            EventLog eventLog,
            Clock clock) {
        this.interventions = interventions;
        this.themes = themes;
        this.propose = propose;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// What an import did, in rows.
    @Schema(name = "RegisterImport")
    record Outcome(int created, int changed, int unchanged) {}

    /// A line and the intervention it is about: a new one, or the one it was edited from.
    private record Entry(RegisterCsv.Line line, Intervention intervention, boolean isNew) {}

    @Transactional
    Outcome handle(Caller caller, Locality locality, String text) {
        caller.requireSight(locality, "locality", locality);
        var csv = Csv.read(text, RegisterCsv.REQUIRED, RegisterCsv.OPTIONAL);
        var register = new RegisterCsv(named -> usable(caller, named, locality));
        var lines = csv.map(register::read);
        var entries = new ArrayList<Entry>();
        for (var line : lines) {
            var entry = entry(caller, line, locality);
            if (entry != null) {
                entries.add(entry);
            }
        }
        csv.refuseFaults();
        return apply(entries);
    }

    private Theme usable(Caller caller, String named, Locality locality) {
        var theme = themes.require(caller, named);
        theme.requireOpenFor(locality);
        return theme;
    }

    private @Nullable Entry entry(Caller caller, RegisterCsv.Line line, Locality locality) {
        var known = interventions.lockByReference(line.reference()).orElse(null);
        if (line.version() == null) {
            if (known != null) {
                line.row()
                        .fault(
                                "version",
                                "is empty, but %s is on the register already"
                                        .formatted(line.reference()));
                return null;
            }
            return new Entry(line, proposed(caller, line, locality), true);
        }
        if (known == null || known.locality != locality) {
            line.row().fault("reference", "there is no \"%s\"".formatted(line.reference()));
            return null;
        }
        if (known.version != line.version()) {
            line.row()
                    .fault(
                            "version",
                            "is stale: you edited %d, it is now %d"
                                    .formatted(line.version(), known.version));
            return null;
        }
        return new Entry(line, known, false);
    }

    private Intervention proposed(Caller caller, RegisterCsv.Line line, Locality locality) {
        var proposed = new Intervention();
        proposed.id = Ids.next();
        proposed.reference = line.reference();
        proposed.name = line.name();
        proposed.themes.addAll(line.themes());
        proposed.describe(line.particulars());
        proposed.locality = locality;
        proposed.effectiveOn = BusinessClock.today(clock);
        proposed.provenance = provenance(caller, line);
        return proposed;
    }

    private static Provenance provenance(Caller caller, RegisterCsv.Line line) {
        try {
            return Entered.by(caller, line.document(), line.section(), line.formula());
        } catch (Malformed contradictory) {
            line.row().fault("document", contradictory.detail());
            return Entered.by(caller, null);
        }
    }

    private Outcome apply(Iterable<Entry> entries) {
        int created = 0;
        int changed = 0;
        int unchanged = 0;
        for (var entry : entries) {
            if (entry.isNew()) {
                propose.enter(entry.intervention());
                created++;
            } else if (entry.intervention().rewrite(entry.line())) {
                interventions.flush();
                eventLog.append(entry.intervention().changed());
                changed++;
            } else {
                unchanged++;
            }
        }
        return new Outcome(created, changed, unchanged);
    }
}
