package locality.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.RetriableException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The topics the suite declares in `topics.yaml`, made where they are missing. One that exists
/// with other partitions is refused and not altered: more partitions would part a subject's events
/// from its earlier ones.
final class Topics {

    record Topic(String name, int partitions, short replication, Map<String, String> settings) {}

    private final List<Topic> declared;

    Topics(List<Topic> declared) {
        this.declared = declared;
    }

    static Topics in(Path file) {
        try {
            return new Topics(parse(Files.readString(file)));
        } catch (IOException e) {
            throw new CannotStart(file + " cannot be read: " + e.getMessage());
        }
    }

    List<Topic> declared() {
        return declared;
    }

    static List<Topic> parse(String yaml) {
        var root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        if (!(root instanceof Map<?, ?> document)
                || !(document.get("topics") instanceof List<?> list)) {
            throw new CannotStart("topics.yaml has no list named topics.");
        }
        return list.stream().map(Topics::topic).toList();
    }

    private static Topic topic(Object declared) {
        if (!(declared instanceof Map<?, ?> fields)
                || !(fields.get("name") instanceof String name)
                || !(fields.get("partitions") instanceof Integer partitions)) {
            throw new CannotStart(
                    "A topic in topics.yaml lacks its name or its partitions: " + declared);
        }
        var replication = fields.get("replication") instanceof Integer number ? number : 1;
        var settings = new LinkedHashMap<String, String>();
        if (fields.get("settings") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> settings.put(String.valueOf(key), String.valueOf(value)));
        }
        return new Topic(name, partitions, (short) replication, settings);
    }

    /// Makes what is missing, and says so.
    void make(String bootstrapServers, Optional<Short> replication, Progress progress) {
        var made = create(bootstrapServers, replication);
        progress.say(
                "Kafka at %s, %d topics%s",
                bootstrapServers,
                declared.size(),
                made.isEmpty() ? "" : ", " + made.size() + " of them new");
    }

    /// The names of those that were made now.
    ///
    /// @param replication in place of the declared one, for a cluster that has its own rule
    List<String> create(String bootstrapServers, Optional<Short> replication) {
        try (var admin = Admin.create(connection(bootstrapServers))) {
            return whenAnswered(() -> create(admin, replication), bootstrapServers);
        }
    }

    private List<String> create(Admin admin, Optional<Short> replication)
            throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        var missing = declared.stream().filter(topic -> !existing.contains(topic.name())).toList();
        admin.createTopics(
                        missing.stream()
                                .map(
                                        topic ->
                                                new NewTopic(
                                                                topic.name(),
                                                                Optional.of(topic.partitions()),
                                                                Optional.of(
                                                                        replication.orElse(
                                                                                topic
                                                                                        .replication())))
                                                        .configs(topic.settings()))
                                .toList())
                .all()
                .get();
        var others = declared.stream().filter(topic -> existing.contains(topic.name())).toList();
        var found =
                admin.describeTopics(others.stream().map(Topic::name).toList())
                        .allTopicNames()
                        .get();
        var differences = differences(others, found, replication.isEmpty());
        if (!differences.isEmpty()) {
            throw new CannotStart(String.join("\n", differences));
        }
        return missing.stream().map(Topic::name).toList();
    }

    static List<String> differences(
            List<Topic> declared, Map<String, TopicDescription> found, boolean withReplication) {
        var sentences = new ArrayList<String>();
        for (var topic : declared) {
            var description = found.get(topic.name());
            if (description == null) {
                continue;
            }
            var partitions = description.partitions();
            if (partitions.size() != topic.partitions()) {
                sentences.add(
                        "Topic %s has %d partitions where topics.yaml says %d: they are fixed when it is made."
                                .formatted(topic.name(), partitions.size(), topic.partitions()));
            }
            var replicas = partitions.getFirst().replicas().size();
            if (withReplication && replicas != topic.replication()) {
                sentences.add(
                        "Topic %s has %d replicas where topics.yaml says %d."
                                .formatted(topic.name(), replicas, topic.replication()));
            }
        }
        return sentences;
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    /// A broker that accepts connections may not have elected itself yet, and says so.
    private static <T> T whenAnswered(Question<T> question, String bootstrapServers) {
        var end = System.nanoTime() + 60_000_000_000L;
        while (true) {
            try {
                return question.ask();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > end) {
                    throw new CannotStart(
                            "Kafka at %s did not make the topics: %s"
                                    .formatted(bootstrapServers, e.getCause()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("Stopped while waiting for Kafka.");
            }
        }
    }

    private static Map<String, Object> connection(String bootstrapServers) {
        return Map.of(
                "bootstrap.servers", bootstrapServers,
                "reconnect.backoff.max.ms", 500,
                "request.timeout.ms", 10_000,
                "default.api.timeout.ms", 60_000);
    }
}
