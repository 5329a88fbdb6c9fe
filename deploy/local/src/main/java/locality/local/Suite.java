package locality.local;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Brings the suite up, keeps it up, and takes it down again when told to stop.
public final class Suite {
    private final Layout layout;
    private final Map<String, String> environment;
    private final Options options;
    private final Map<Port, Integer> ports = new EnumMap<>(Port.class);
    private final Progress progress;
    private final RunRecords records;
    private final Launcher launcher;
    private final Stages stages;
    private final RunNotes notes;
    private final DemoLoad demo;
    private volatile boolean stopping;

    private Suite(Layout layout, Map<String, String> environment, Options options) {
        this.layout = layout;
        this.environment = environment;
        this.options = options;
        this.progress = new Progress(System.out, headStart(environment));
        this.records = new RunRecords(layout.run());
        this.launcher = new Launcher(records);
        this.stages = new Stages(launcher, records, progress);
        this.notes = new RunNotes(layout.run());
        this.demo = new DemoLoad(layout, launcher, notes, progress, () -> stopping);
    }

    public static void main(String[] arguments) throws Exception {
        var environment = System.getenv();
        var suite = new Suite(Layout.in(environment), environment, asked(arguments));
        Folders.create(suite.layout.run());
        var channel =
                FileChannel.open(
                        suite.layout.run().resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            System.out.println(
                    "The suite is already running from %s: deploy/status shows it, deploy/down stops it."
                            .formatted(suite.layout.data()));
            System.exit(3);
            return;
        }
        suite.run(lock);
    }

    private static Options asked(String[] arguments) {
        try {
            return Options.of(List.of(arguments));
        } catch (CannotStart contradiction) {
            System.out.println(contradiction.getMessage());
            System.exit(2);
            throw contradiction;
        }
    }

    /// The script that called us began before us, in microseconds since 1970.
    private static long headStart(Map<String, String> environment) {
        var began = environment.getOrDefault("SUITE_BEGAN", "");
        return began.matches("\\d{15,17}")
                ? Math.max(0, System.currentTimeMillis() - Long.parseLong(began) / 1000)
                : 0;
    }

    private void run(FileLock lock) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            start();
            notes.outcome(RunNotes.READY);
        } catch (CannotStart reason) {
            if (!stopping) {
                fail(reason.getMessage());
            }
        } catch (RuntimeException unforeseen) {
            if (!stopping) {
                unforeseen.printStackTrace(System.out);
                fail("The suite did not come up: " + unforeseen);
            }
        }
        new CountDownLatch(1).await();
        // Never reached; names the lock so that nothing lets go of it before the end.
        lock.isValid();
    }

    private void fail(@Nullable String reason) {
        progress.plain("");
        progress.plain(String.valueOf(reason));
        notes.outcome(RunNotes.FAILED);
        System.exit(1);
    }

    private void start() {
        notes.outcome(RunNotes.STARTING);
        for (var port : Port.values()) {
            if (!options.external() || !Port.OWN_SERVERS.contains(port)) {
                ports.put(port, port.in(environment));
            }
        }
        var left = new Leftovers(records, layout.cluster(), progress).stopAll();
        ProcessIdentity.of(ProcessHandle.current().pid())
                .ifPresent(
                        self ->
                                records.write(
                                        new RunRecords.Entry(
                                                RunRecords.SUPERVISOR, self, 0, Optional.empty())));
        if (left > 0) {
            progress.say("an earlier run had been killed; what it left running is stopped");
        }
        if (options.fresh()) {
            wipe();
        }
        var obstacles = Port.obstacles(ports);
        if (!obstacles.isEmpty()) {
            throw new CannotStart(String.join("\n", obstacles));
        }
        Folders.create(layout.logs());
        notes.addresses(
                ports,
                options.external()
                        ? Optional.of(environment.getOrDefault("OIDC_ISSUER", ""))
                        : Optional.empty());
        var surroundings = options.external() ? givenSurroundings() : ownSurroundings();
        startServices(surroundings);
        startGateway();
        progress.say("all four services answer behind the gateway");
        if (options.demo()) {
            demo.load(origin(), surroundings.issuer());
        }
        introduce(surroundings);
    }

    /// The mark of the demo goes first: cut short here, the next run loads it again rather than
    /// take what is half gone for whole.
    private void wipe() {
        progress.say("starting empty: the data under %s is removed", layout.data());
        for (var folder :
                List.of(
                        layout.demoLoaded(),
                        layout.cluster(),
                        layout.kafka(),
                        layout.issuer(),
                        layout.gateway(),
                        layout.logs(),
                        layout.passwords())) {
            Folders.delete(folder);
        }
    }

    private Surroundings givenSurroundings() {
        var given =
                Surroundings.given(
                        environment, new Passwords(layout.passwords()), Services.names());
        topics().make(given.kafka(), Optional.of((short) -1), progress);
        return given;
    }

    private Surroundings ownSurroundings() {
        return new OwnServers(layout, ports, launcher, stages, topics(), progress).start();
    }

    private Topics topics() {
        return Topics.in(layout.topics());
    }

    private void startServices(Surroundings surroundings) {
        var starts = new ArrayList<Runnable>();
        for (var name : Services.names()) {
            var service = stages.watch(Services.part(name, layout, ports, surroundings));
            starts.add(
                    () -> {
                        Stages.startAndAwait(service);
                        progress.say("%s service ready", name);
                    });
        }
        InParallel.run(starts);
    }

    private void startGateway() {
        stages.start(Gateway.part(layout, ports, environment));
        progress.say("gateway on port %d", port(Port.GATEWAY));
    }

    private void introduce(Surroundings surroundings) {
        var origin = origin();
        progress.plain(
                """

                The suite is up after %.0f s.

                  dashboards        %s/
                  OpenAPI reader    %s/docs
                  REST              %s/api/{budget,governance,intervention,reporting}/v1/
                  issuer            %s
                  logs              %s

                A token, and a call with it:

                  TOKEN=$(deploy/token finance E08000003)
                  curl -H "Authorization: Bearer $TOKEN" '%s/api/budget/v1/funds?locality=E08000003'
                """
                        .formatted(
                                progress.seconds(),
                                origin,
                                origin,
                                origin,
                                surroundings.issuer(),
                                layout.logs(),
                                origin));
        progress.plain(
                options.detached()
                        ? "It runs on in the background: deploy/status shows it, deploy/down stops"
                                + " it."
                        : "Ctrl-C stops all of it.");
    }

    private void stop() {
        stopping = true;
        if (stages.isEmpty()) {
            records.remove(RunRecords.SUPERVISOR);
            return;
        }
        progress.plain("");
        progress.say("stopping");
        demo.stop();
        stages.stop();
        // A task such as initdb may have been started by a thread that was not told yet.
        new Leftovers(records, layout.cluster(), progress).stopAll();
        records.remove(RunRecords.SUPERVISOR);
        progress.say("stopped; the data stays in %s", layout.data());
    }

    private String origin() {
        return "http://localhost:" + port(Port.GATEWAY);
    }

    private int port(Port port) {
        return ports.getOrDefault(port, 0);
    }
}
