package locality.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final Node BROKER = new Node(1, "localhost", 9092);

    @Test
    void declaresAnEverlastingTopicOfSixPartitionsForEachService() {
        var declared = Topics.in(Path.of("../kafka/topics.yaml")).declared();

        assertThat(declared)
                .extracting(Topics.Topic::name)
                .containsExactlyInAnyOrder(
                        "governance.events.v1",
                        "budget.events.v1",
                        "intervention.events.v1",
                        "reporting.events.v1");
        assertThat(declared)
                .allSatisfy(
                        topic -> {
                            assertThat(topic.partitions()).isEqualTo(6);
                            assertThat(topic.settings())
                                    .containsEntry("retention.ms", "-1")
                                    .containsEntry("cleanup.policy", "delete");
                        });
    }

    @Test
    void refusesATopicWithoutPartitions() {
        assertThatThrownBy(() -> Topics.parse("topics: [{name: lost}]"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("lacks its name or its partitions");
    }

    @Test
    void refusesATopicThatExistsWithOtherPartitions() {
        var declared = new Topics.Topic("budget.events.v1", 6, (short) 1, Map.of());

        var differences =
                Topics.differences(
                        List.of(declared),
                        Map.of(declared.name(), topicWith(declared.name(), 3)),
                        true);

        assertThat(differences)
                .containsExactly(
                        "Topic budget.events.v1 has 3 partitions where topics.yaml says 6: they are"
                                + " fixed when it is made.");
    }

    private static TopicDescription topicWith(String name, int partitions) {
        return new TopicDescription(
                name,
                false,
                IntStream.range(0, partitions)
                        .mapToObj(
                                number ->
                                        new TopicPartitionInfo(
                                                number, BROKER, List.of(BROKER), List.of(BROKER)))
                        .toList());
    }
}
