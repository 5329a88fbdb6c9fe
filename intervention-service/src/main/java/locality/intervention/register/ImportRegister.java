package locality.intervention.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.intervention.Entered;
import locality.intervention.theme.ThemeRefusal;
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

    private enum Effect {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /// An intervention as a line of the file has it, and what that means for the register.
    private record Entry(Intervention intervention, Effect effect) {}

    @Transactional
    Outcome handle(Caller caller, Locality locality, String text) {
        caller.requireSight(locality, "locality", locality);
        var csv = Csv.read(text, RegisterCsv.REQUIRED, RegisterCsv.OPTIONAL);
        var register = new RegisterCsv(named -> themes.require(caller, named));
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
            requireOpen(line, Set.of(), locality);
            return new Entry(proposed(caller, line, locality), Effect.CREATED);
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
        requireOpen(line, known.themes, locality);
        return rewritten(known, line);
    }

    /// A theme that an intervention serves already it may go on serving, retired or not.
    private static void requireOpen(RegisterCsv.Line line, Set<UUID> served, Locality locality) {
        for (var theme : line.themes().values()) {
            if (!served.contains(theme.id())) {
                try {
                    theme.requireOpenFor(locality);
                } catch (ThemeRefusal closed) {
                    line.row().fault("themes", closed.detail());
                }
            }
        }
    }

    private static @Nullable Entry rewritten(Intervention known, RegisterCsv.Line line) {
        try {
            return new Entry(known, known.rewrite(line) ? Effect.CHANGED : Effect.UNCHANGED);
        } catch (InterventionRefusal settled) {
            line.row().fault("reference", settled.detail());
            return null;
        }
    }

    private Intervention proposed(Caller caller, RegisterCsv.Line line, Locality locality) {
        var proposed = new Intervention();
        proposed.id = Ids.next();
        proposed.reference = line.reference();
        proposed.name = line.name();
        proposed.themes.addAll(line.themes().keySet());
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

    private Outcome apply(List<Entry> entries) {
        interventions.flush();
        for (var entry : entries) {
            switch (entry.effect()) {
                case CREATED -> propose.enter(entry.intervention());
                case CHANGED -> eventLog.append(entry.intervention().changed());
                case UNCHANGED -> {}
            }
        }
        return new Outcome(
                count(entries, Effect.CREATED),
                count(entries, Effect.CHANGED),
                count(entries, Effect.UNCHANGED));
    }

    private static int count(List<Entry> entries, Effect effect) {
        return (int) entries.stream().filter(entry -> entry.effect() == effect).count();
    }
}
