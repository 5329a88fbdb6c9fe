package locality.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// A real Kafka broker, one node, that can be stopped and started again on the same port and data.
public final class Broker implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of(
                    "governance.events.v1",
                    "budget.events.v1",
                    "intervention.events.v1",
                    "reporting.events.v1");
    private static final int PARTITIONS = 6;

    private final Path data;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    private Broker(Path data, int port, int controllerPort) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
        format();
        this.server = run();
    }

    public static Broker start() {
        try {
            var broker =
                    new Broker(
                            Files.createTempDirectory("kafka"), FreePorts.next(), FreePorts.next());
            broker.createTopics(TOPICS);
            return broker;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public void createTopics(List<String> names) {
        inOwnClassLoader(
                () -> {
                    try (var admin = admin()) {
                        admin.createTopics(
                                        names.stream()
                                                .map(
                                                        name ->
                                                                new NewTopic(
                                                                        name,
                                                                        PARTITIONS,
                                                                        (short) 1))
                                                .toList())
                                .all()
                                .get();
                    }
                    return null;
                });
    }

    /// An outage begins.
    public void stop() {
        inOwnClassLoader(
                () -> {
                    server.shutdown();
                    server.awaitShutdown();
                    return null;
                });
    }

    /// The outage ends: the same node, the same data.
    public void startAgain() {
        server = run();
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Admin admin() {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers()));
    }

    private KafkaRaftServer run() {
        return inOwnClassLoader(
                () -> {
                    var started =
                            new KafkaRaftServer(
                                    KafkaConfig.fromProps(properties(), false), Time.SYSTEM);
                    started.startup();
                    return started;
                });
    }

    private void format() {
        inOwnClassLoader(
                () -> {
                    new Formatter()
                            .setClusterId(Uuid.randomUuid().toString())
                            .setNodeId(1)
                            .setDirectories(Arrays.asList(data.toString()))
                            .setMetadataLogDirectory(data.toString())
                            .setControllerListenerName("CONTROLLER")
                            .setReleaseVersion(MetadataVersion.latestProduction())
                            .setUnstableFeatureVersionsEnabled(false)
                            .run();
                    return null;
                });
    }

    private Properties properties() {
        var settings = new Properties();
        settings.putAll(
                Map.ofEntries(
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("node.id", "1"),
                        Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
                        Map.entry(
                                "listeners",
                                "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d"
                                        .formatted(port, controllerPort)),
                        Map.entry("controller.listener.names", "CONTROLLER"),
                        Map.entry("log.dirs", data.toString()),
                        Map.entry("offsets.topic.replication.factor", "1"),
                        Map.entry("offsets.topic.num.partitions", "1"),
                        Map.entry("transaction.state.log.replication.factor", "1"),
                        Map.entry("transaction.state.log.min.isr", "1"),
                        Map.entry("transaction.state.log.num.partitions", "1"),
                        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                        Map.entry("share.coordinator.state.topic.min.isr", "1"),
                        Map.entry("group.initial.rebalance.delay.ms", "0"),
                        Map.entry("auto.create.topics.enable", "false"),
                        Map.entry("log.cleaner.dedupe.buffer.size", "8388608")));
        return settings;
    }

    /// Kafka finds its own classes by the thread's class loader, which Quarkus sets to another.
    private static <T> T inOwnClassLoader(Callable<T> action) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Broker.class.getClassLoader());
        try {
            return action.call();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Kafka refused", failure.getCause());
        } catch (Exception failure) {
            throw new IllegalStateException("Kafka failed", failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
