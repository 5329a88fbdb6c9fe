package locality.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Brings the suite up, keeps it up, and takes it down again when told to stop.
public final class Suite {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final Layout layout;
    private final Map<String, String> environment;
    private final Options options;
    private final Map<Port, Integer> ports = new EnumMap<>(Port.class);
    private final Progress progress;
    private final RunRecords records;
    private final Launcher launcher;
    private final Deque<List<Watched>> stages = new ArrayDeque<>();
    private volatile boolean stopping;
    private volatile @Nullable Process task;

    private Suite(Layout layout, Map<String, String> environment, Options options) {
        this.layout = layout;
        this.environment = environment;
        this.options = options;
        this.progress = new Progress(System.out, headStart(environment));
        this.records = new RunRecords(layout.run());
        this.launcher = new Launcher(records);
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
            outcome("ready");
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
        outcome("failed");
        System.exit(1);
    }

    private void start() {
        outcome("starting");
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
        writeAddresses();
        var surroundings = options.external() ? givenSurroundings() : ownSurroundings();
        startServices(surroundings);
        startGateway();
        progress.say("all four services answer behind the gateway");
        loadDemo(surroundings);
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
        makeTopics(given.kafka(), Optional.of((short) -1));
        return given;
    }

    private Surroundings ownSurroundings() {
        var passwords = new Passwords(layout.passwords());
        var postgres = new Postgres(layout.postgres(), port(Port.POSTGRES), passwords);
        var surroundings = Surroundings.own(postgres, passwords, ports, Services.names());
        inParallel(
                List.of(
                        () -> startPostgres(postgres, passwords),
                        () -> startKafka(surroundings.kafka()),
                        this::startIssuer));
        return surroundings;
    }

    private void startPostgres(Postgres postgres, Passwords passwords) {
        postgres.prepare(launcher);
        startAndAwait(watch(postgres.part(layout.logs())));
        new Databases(postgres, passwords).create(Services.names());
        progress.say("PostgreSQL on port %d, a database for each service", port(Port.POSTGRES));
    }

    private void startKafka(String bootstrapServers) {
        Folders.create(layout.kafka());
        startAndAwait(
                watch(
                        new Part(
                                KafkaNode.NAME,
                                Jvm.main(
                                        KafkaNode.class,
                                        256,
                                        layout.kafka().toString(),
                                        Integer.toString(port(Port.KAFKA)),
                                        Integer.toString(port(Port.KAFKA_CONTROLLER))),
                                Map.of(),
                                layout.logs().resolve("kafka.log"),
                                port(Port.KAFKA),
                                Part.tcp(port(Port.KAFKA)),
                                Signals.TERM,
                                Duration.ofSeconds(30))));
        makeTopics(bootstrapServers, Optional.empty());
    }

    private void makeTopics(String bootstrapServers, Optional<Short> replication) {
        var topics = Topics.in(layout.topics());
        var made = topics.create(bootstrapServers, replication);
        progress.say(
                "Kafka at %s, %d topics%s",
                bootstrapServers,
                topics.declared().size(),
                made.isEmpty() ? "" : ", " + made.size() + " of them new");
    }

    private void startIssuer() {
        Folders.create(layout.issuer());
        var port = port(Port.ISSUER);
        startAndAwait(
                watch(
                        new Part(
                                Issuer.NAME,
                                Jvm.main(
                                        Issuer.class,
                                        64,
                                        layout.issuer().toString(),
                                        Integer.toString(port)),
                                Map.of(),
                                layout.logs().resolve("issuer.log"),
                                port,
                                Part.http(port, "/" + Issuer.ID + "/jwks"),
                                Signals.TERM,
                                Part.USUAL_PATIENCE)));
        progress.say("issuer of local tokens on port %d", port);
    }

    private void startServices(Surroundings surroundings) {
        var starts = new ArrayList<Runnable>();
        for (var name : Services.names()) {
            var service = watch(Services.part(name, layout, ports, surroundings));
            starts.add(
                    () -> {
                        startAndAwait(service);
                        progress.say("%s service ready", name);
                    });
        }
        inParallel(starts);
    }

    private void startGateway() {
        startAndAwait(watch(Gateway.part(layout, ports, environment)));
        progress.say("gateway on port %d", port(Port.GATEWAY));
    }

    /// Remembered before it is started, in the order in which it must be stopped.
    private Watched watch(Part part) {
        var watched = new Watched(part, launcher, records, progress);
        synchronized (stages) {
            var tier = tier(part.name());
            while (stages.size() <= tier) {
                stages.addLast(new ArrayList<>());
            }
            new ArrayList<>(stages).get(tier).add(watched);
        }
        return watched;
    }

    private static int tier(String name) {
        return switch (name) {
            case Postgres.NAME -> 0;
            case KafkaNode.NAME -> 1;
            case Issuer.NAME -> 2;
            case Gateway.NAME -> 4;
            default -> 3;
        };
    }

    private static void startAndAwait(Watched watched) {
        watched.start();
        watched.awaitReady(PATIENCE);
    }

    /// Done when all are; the first that fails is not kept waiting by the rest.
    private static void inParallel(List<Runnable> works) {
        var done = new LinkedBlockingQueue<Optional<RuntimeException>>();
        for (var work : works) {
            Thread.ofVirtual().start(() -> done.add(failureOf(work)));
        }
        try {
            for (var remaining = works.size(); remaining > 0; remaining--) {
                var failure = done.take();
                if (failure.isPresent()) {
                    throw failure.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped while starting.");
        }
    }

    private static Optional<RuntimeException> failureOf(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    private void loadDemo(Surroundings surroundings) {
        if (!options.demo() || Files.exists(layout.demoLoaded())) {
            return;
        }
        progress.say("loading the demo through the gateway");
        var exit =
                runTask(
                        "demo",
                        Jvm.jar(
                                layout.demo(),
                                128,
                                "--gateway",
                                "http://localhost:" + port(Port.GATEWAY),
                                "--issuer",
                                surroundings.issuer()));
        if (exit != 0 && !stopping) {
            outcome("demo-failed");
            progress.say(
                    "The demo was not loaded (exit %d): the lines above say why. The suite itself"
                            + " runs; deploy/down and deploy/up try again.",
                    exit);
            return;
        }
        try {
            Files.writeString(layout.demoLoaded(), java.time.Instant.now() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("demo loaded");
    }

    private int runTask(String name, List<String> command) {
        var process = launcher.startTask(name, command, Map.of());
        task = process;
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> progress.say("  %s", line));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            launcher.ended(name);
        }
    }

    private void introduce(Surroundings surroundings) {
        var origin = "http://localhost:" + port(Port.GATEWAY);
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

    /// For `deploy/token` and `deploy/status`, which know nothing but the data folder.
    private void writeAddresses() {
        var text = new StringBuilder();
        ports.forEach(
                (port, number) ->
                        text.append(port.variable).append('=').append(number).append('\n'));
        if (options.external()) {
            text.append("OIDC_ISSUER=")
                    .append(environment.getOrDefault("OIDC_ISSUER", ""))
                    .append('\n');
        }
        write("addresses", text.toString());
    }

    private void outcome(String outcome) {
        if (outcome.equals("ready") && "demo-failed".equals(readOutcome())) {
            return;
        }
        write("outcome", outcome + "\n");
    }

    private String readOutcome() {
        try {
            return Files.readString(layout.run().resolve("outcome")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(layout.run().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        stopping = true;
        synchronized (stages) {
            if (stages.isEmpty()) {
                records.remove(RunRecords.SUPERVISOR);
                return;
            }
        }
        progress.plain("");
        progress.say("stopping");
        var running = task;
        if (running != null && running.isAlive()) {
            running.destroy();
        }
        List<List<Watched>> lastFirst;
        synchronized (stages) {
            lastFirst = new ArrayList<>(stages).reversed();
        }
        for (var stage : lastFirst) {
            stopTogether(stage);
        }
        // A task such as initdb may have been started by a thread that was not told yet.
        new Leftovers(records, layout.cluster(), progress).stopAll();
        records.remove(RunRecords.SUPERVISOR);
        progress.say("stopped; the data stays in %s", layout.data());
    }

    private static void stopTogether(List<Watched> stage) {
        var threads = new ArrayList<Thread>();
        for (var watched : List.copyOf(stage)) {
            threads.add(Thread.ofVirtual().start(watched::stop));
        }
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int port(Port port) {
        return ports.getOrDefault(port, 0);
    }
}
