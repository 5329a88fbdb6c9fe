package locality.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The database, the broker and the issuer of a suite that is given none.
final class OwnServers {
    private final Layout layout;
    private final Map<Port, Integer> ports;
    private final Launcher launcher;
    private final Stages stages;
    private final Topics topics;
    private final Progress progress;

    OwnServers(
            Layout layout,
            Map<Port, Integer> ports,
            Launcher launcher,
            Stages stages,
            Topics topics,
            Progress progress) {
        this.layout = layout;
        this.ports = ports;
        this.launcher = launcher;
        this.stages = stages;
        this.topics = topics;
        this.progress = progress;
    }

    /// Side by side; done when all three answer, each service has its database and each topic is
    /// there.
    Surroundings start() {
        var passwords = new Passwords(layout.passwords());
        var postgres = new Postgres(layout.postgres(), port(Port.POSTGRES), passwords);
        var surroundings = Surroundings.own(postgres, passwords, ports, Services.names());
        InParallel.run(
                List.of(
                        () -> startPostgres(postgres, passwords),
                        () -> startKafka(surroundings.kafka()),
                        this::startIssuer));
        return surroundings;
    }

    private void startPostgres(Postgres postgres, Passwords passwords) {
        postgres.prepare(launcher);
        stages.start(postgres.part(layout.logs()));
        new Databases(postgres, passwords).create(Services.names());
        progress.say("PostgreSQL on port %d, a database for each service", port(Port.POSTGRES));
    }

    private void startKafka(String bootstrapServers) {
        Folders.create(layout.kafka());
        stages.start(
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
                        Duration.ofSeconds(30)));
        topics.make(bootstrapServers, Optional.empty(), progress);
    }

    private void startIssuer() {
        Folders.create(layout.issuer());
        var port = port(Port.ISSUER);
        stages.start(
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
                        Part.USUAL_PATIENCE));
        progress.say("issuer of local tokens on port %d", port);
    }

    private int port(Port port) {
        return ports.getOrDefault(port, 0);
    }
}
