package locality.platform.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import locality.platform.caller.Caller;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.eventlog.FreshLog;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Postgres;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ConsumerLoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Caller OPERATOR =
            new Caller("GMCA", "an-operator", Set.of("platform"), EnumSet.allOf(Locality.class));

    @Inject AgroalDataSource database;
    @Inject EventLog eventLog;

    private FreshLog sender;
    private Recorder consumer;

    @BeforeEach
    void aSenderAndAConsumer() throws SQLException {
        sender = FreshLog.create();
        consumer = new Recorder(sender.service(), sender.topicName(), database);
        try (var owner = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = owner.createStatement()) {
            statement.execute(
                    "create table if not exists effect"
                            + " (consumer text, subject uuid, version int, reason text,"
                            + " place bigint generated always as identity)");
        }
    }

    @Test
    void appliesEachEventOnceInOrderThoughTheTopicRepeatsItself() throws Exception {
        var subject = Ids.next();
        var first = sender.message(subject, 1, "first");
        var second = sender.message(subject, 2, "second");
        try (var loop = start()) {
            send(first, second, first, second, sender.message(subject, 3, "third"), first);

            awaitEffects(subject, "first", "second", "third");
            awaitRead(6);
        }
        assertThat(effects(subject)).containsExactly("first", "second", "third");
        assertThat(parked()).isEmpty();
    }

    @Test
    void saysUpToWhenEveryPartitionHasBeenReadToItsEnd() throws Exception {
        var subject = Ids.next();
        var before = texts("select clock_timestamp()::text").getFirst();
        try (var loop = start()) {
            send(sender.message(subject, 1, "first"));

            awaitRead(1);
            await().atMost(PATIENCE).until(() -> caughtUpSince(before));
        }
    }

    @Test
    void saysNothingOfTheKindWhileItCannotApplyWhatItReads() throws Exception {
        var subject = Ids.next();
        var tried = new CountDownLatch(3);
        consumer.onEach(
                () -> {
                    tried.countDown();
                    throw new IllegalStateException(new java.sql.SQLTransientException("busy"));
                });
        send(sender.message(subject, 1, "first"));
        try (var loop = start()) {
            assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();

            await().atMost(PATIENCE).until(() -> partitionsBehind() <= 1);
            assertThat(partitionsBehind()).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseThatDiesInMidBatchLeavesNoHalfEffect() throws Exception {
        var subjects = IntStream.range(0, 50).mapToObj(i -> Ids.next()).toList();
        consumer.failOnceInTheDatabaseOn("deadly");
        try (var loop = start()) {
            for (var subject : subjects) {
                send(sender.message(subject, 1, "one"), sender.message(subject, 2, "deadly"));
            }

            awaitRead(100);
        }
        for (var subject : subjects) {
            assertThat(effects(subject)).containsExactly("one", "deadly");
        }
        assertThat(parked()).isEmpty();
    }

    @Test
    void parksWhatItCannotDigestWithEverythingLaterOfThatSubjectAndGoesOn() throws Exception {
        var poisoned = Ids.next();
        var healthy = Ids.next();
        consumer.failOn("poison");
        try (var loop = start()) {
            send(
                    sender.message(poisoned, 1, "good"),
                    sender.message(poisoned, 2, "poison"),
                    sender.message(healthy, 1, "good"),
                    sender.message(poisoned, 3, "later"),
                    sender.message(healthy, 2, "better"));

            awaitRead(5);
        }
        assertThat(effects(poisoned)).containsExactly("good");
        assertThat(effects(healthy)).containsExactly("good", "better");
        assertThat(parked()).extracting(ParkedRows.Parked::subjectVersion).containsExactly(2, 3);
        assertThat(parked())
                .extracting(ParkedRows.Parked::reason)
                .containsExactly(
                        "IllegalStateException: cannot digest poison",
                        "Version 2 of the delegation is missing or parked");
    }

    @Test
    void aReplayAppliesWhatIsParkedInOrderOnceTheCauseIsGone() throws Exception {
        var poisoned = Ids.next();
        var inbox = new Inbox(consumer, database);
        consumer.failOn("poison");
        try (var loop = start(inbox)) {
            send(
                    sender.message(poisoned, 1, "poison"),
                    sender.message(poisoned, 2, "later"),
                    sender.message(poisoned, 3, "last"));
            awaitRead(3);

            assertThat(inbox.replay(parked().getLast()).failure()).contains("cannot digest poison");
            assertThat(parked()).hasSize(3);
            consumer.recover();
            assertThat(inbox.replay(parked().getLast()).applied()).isEqualTo(3);

            send(sender.message(poisoned, 4, "after"));
            awaitRead(4);
        }
        assertThat(parked()).isEmpty();
        assertThat(effects(poisoned)).containsExactly("poison", "later", "last", "after");
    }

    @Test
    void parksAnEventWhosePredecessorIsMissing() throws Exception {
        var subject = Ids.next();
        var inbox = new Inbox(consumer, database);
        try (var loop = start(inbox)) {
            send(
                    sender.message(subject, 1, "first"),
                    sender.message(subject, 3, "third"),
                    sender.message(subject, 2, "second"));
            awaitRead(3);
        }
        assertThat(effects(subject)).containsExactly("first", "second");
        assertThat(parked()).extracting(ParkedRows.Parked::subjectVersion).containsExactly(3);

        assertThat(inbox.replay(parked().getFirst()).applied()).isEqualTo(1);

        assertThat(effects(subject)).containsExactly("first", "second", "third");
    }

    @Test
    void toleratesTypesAndFieldsOfANewerSender() throws Exception {
        var subject = Ids.next();
        var newer = FreshLog.json(subject, "newer").replace("}", ",\"mood\":{\"colour\":1}}");
        try (var loop = start()) {
            send(
                    sender.message(subject, 1, "governance.delegation-praised.v9", "{}"),
                    sender.message(subject, 2, "governance.delegation-ended.v1", newer));
            awaitRead(2);
        }
        assertThat(effects(subject)).containsExactly("newer");
        assertThat(parked()).isEmpty();
    }

    @Test
    void parksWhatIsNoEventAtAll() throws Exception {
        var subject = Ids.next();
        try (var loop = start()) {
            send(
                    new ProducerRecord<>(sender.topicName(), 0, "key", new byte[] {0, 1, 2}),
                    new ProducerRecord<>(sender.topicName(), 0, "key", null),
                    sender.message(subject, 1, "governance.delegation-ended.v1", "not JSON"));
            awaitRead(3);
        }
        assertThat(parked())
                .extracting(ParkedRows.Parked::subjectType)
                .containsExactlyInAnyOrder("unknown", "unknown", "delegation");
    }

    @Test
    void parksWhatNoDatabaseKeepsAndGoesOn() throws Exception {
        var subject = Ids.next();
        try (var loop = start()) {
            for (var name : List.of("ce_subject", "ce_type", "ce_source", "ce_subjecttype")) {
                send(with(name, "a\0b"));
            }
            send(
                    with("ce_recordedat", "+999999999-12-31T00:00:00Z"),
                    with("ce_time", "-999999999-01-01T00:00:00Z"),
                    with("ce_effectiveon", "+10000-01-01"),
                    with("x-of-theirs", "a\0b"),
                    sender.message(subject, 1, "good"));
            awaitRead(9);
        }
        assertThat(effects(subject)).containsExactly("good");
        assertThat(parked())
                .hasSize(8)
                .allSatisfy(event -> assertThat(event.subjectType()).isEqualTo("unknown"));
    }

    @Test
    void aWantOfMemoryParksNothing() throws Exception {
        var subject = Ids.next();
        var wants = new AtomicInteger(2);
        consumer.onEach(
                () -> {
                    if (wants.getAndDecrement() > 0) {
                        throw new OutOfMemoryError("in a test");
                    }
                });
        try (var loop = start()) {
            send(sender.message(subject, 1, "one"), sender.message(subject, 2, "two"));
            awaitRead(2);
        }
        assertThat(effects(subject)).containsExactly("one", "two");
        assertThat(parked()).isEmpty();
    }

    @Test
    void saysForHowLongItHasTriedInVain() throws Exception {
        var subject = Ids.next();
        var locked = new AtomicBoolean(true);
        consumer.onEach(
                () -> {
                    if (locked.get()) {
                        throw new OptimisticLockException("somebody holds it");
                    }
                });
        try (var loop = start()) {
            send(sender.message(subject, 1, "one"));

            await().atMost(PATIENCE)
                    .until(() -> loop.failingFor().compareTo(Duration.ofSeconds(1)) > 0);
            locked.set(false);

            await().atMost(PATIENCE).until(() -> loop.failingFor().isZero());
        }
        assertThat(effects(subject)).containsExactly("one");
    }

    @Test
    void takesThePlaceOfOneThatDiedUnderItsName() throws Exception {
        var subject = Ids.next();
        var named = new HashMap<>(sender.kafka());
        named.put("group.instance.id", "the-only-one");
        try (var dead = thatNeverPollsAgain(named);
                var loop = new ConsumerLoop(new Inbox(consumer, database), named)) {
            loop.start();
            send(sender.message(subject, 1, "one"));

            awaitEffects(subject, "one");
            assertThat(dead.groupMetadata().groupInstanceId()).contains("the-only-one");
        }
    }

    @Test
    void anOwnerThatLostItsPartitionRollsBack() throws Exception {
        var subject = Ids.next();
        var partition = new TopicPartition(sender.topicName(), 0);
        var stale = new Inbox(consumer, database);
        var current = new Inbox(consumer, database);
        stale.claim(partition);
        current.claim(partition);
        var records =
                received(sender.message(subject, 1, "one"), sender.message(subject, 2, "two"));

        current.take(partition, records);

        assertThatThrownBy(() -> stale.take(partition, records)).isInstanceOf(Fenced.class);
        assertThat(effects(subject)).containsExactly("one", "two");
    }

    @Test
    void replicasShareThePartitionsAndTakeOverFromEachOther() throws Exception {
        var subjects = IntStream.range(0, 60).mapToObj(i -> Ids.next()).toList();
        try (var survivor = start()) {
            try (var other = start()) {
                sendRound(subjects, 1);
                awaitRead(60);
                sendRound(subjects, 2);
            }
            sendRound(subjects, 3);
            awaitRead(180);
        }
        for (var subject : subjects) {
            assertThat(effects(subject)).containsExactly("round 1", "round 2", "round 3");
        }
        assertThat(parked()).isEmpty();
    }

    @Test
    void aPartitionReadAgainFromItsBeginningChangesNothing() throws Exception {
        var subject = Ids.next();
        try (var loop = start()) {
            send(sender.message(subject, 1, "one"), sender.message(subject, 2, "two"));
            awaitRead(2);
        }
        try (var owner = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var update =
                        owner.prepareStatement(
                                "update consumer_offset set next_offset = 0 where consumer = ?")) {
            update.setString(1, consumer.name());
            update.executeUpdate();
        }

        try (var loop = start()) {
            send(sender.message(subject, 3, "three"));
            awaitRead(3);
        }
        assertThat(effects(subject)).containsExactly("one", "two", "three");
    }

    @Test
    void itsOwnEventsNameTheEventTheyFollowFrom() throws Exception {
        var subject = Ids.next();
        var place = new AtomicInteger();
        consumer.onEach(() -> eventLog.append(new Noted(subject, place.incrementAndGet())));
        var first = sender.message(subject, 1, "one");
        var second = sender.message(subject, 2, "two");
        try (var loop = start()) {
            send(first, second);
            awaitRead(2);
        }
        assertThat(
                        texts(
                                """
                                select actor || ' ' || correlation_id || ' ' || causation_id
                                from event_log where subject_type = 'note' and subject_id = '%s'
                                order by subject_version
                                """
                                        .formatted(subject)))
                .containsExactly(
                        "service:%s a-chain %s".formatted(consumer.name(), id(first)),
                        "service:%s a-chain %s".formatted(consumer.name(), id(second)));
    }

    @Test
    void saysHowFreshItIs() throws Exception {
        var subject = Ids.next();
        try (var loop = start()) {
            send(sender.message(subject, 1, "one"), sender.message(subject, 2, "two"));
            awaitRead(2);
        }
        assertThat(
                        texts(
                                """
                                select position || ' ' || extract(epoch from recorded_at)::int
                                from consumer_freshness where consumer = '%s' and topic = '%s'
                                """
                                        .formatted(consumer.name(), sender.topicName())))
                .containsExactly("2 2");
    }

    @EventType("platform.noted.v1")
    record Noted(UUID noteId, int place) implements InternalEvent {
        @Override
        public String subjectType() {
            return "note";
        }

        @Override
        public String subjectId() {
            return noteId.toString();
        }

        @Override
        public Locality locality() {
            return Locality.MANCHESTER;
        }

        @Override
        public java.time.LocalDate effectiveOn() {
            return java.time.LocalDate.EPOCH;
        }
    }

    /// An event, but for one header.
    private ProducerRecord<String, byte[]> with(String header, String value) {
        var message = sender.message(Ids.next(), 1, "theirs");
        message.headers().remove(header).add(header, value.getBytes(UTF_8));
        return message;
    }

    /// A member of the group that holds every partition, and does nothing.
    private KafkaConsumer<String, byte[]> thatNeverPollsAgain(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put("group.id", consumer.name());
        var member =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        member.subscribe(consumer.topics());
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            member.poll(Duration.ofMillis(100));
                            return !member.assignment().isEmpty();
                        });
        return member;
    }

    private ConsumerLoop start() {
        return start(new Inbox(consumer, database));
    }

    private ConsumerLoop start(Inbox inbox) {
        var loop = new ConsumerLoop(inbox, sender.kafka());
        loop.start();
        return loop;
    }

    private void sendRound(List<UUID> subjects, int round) throws Exception {
        for (var subject : subjects) {
            send(sender.message(subject, round, "round " + round));
        }
    }

    @SafeVarargs
    private void send(ProducerRecord<String, byte[]>... messages) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        sender.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            for (var message : messages) {
                producer.send(message).get();
            }
        }
    }

    @SafeVarargs
    static List<ConsumerRecord<String, byte[]>> received(
            ProducerRecord<String, byte[]>... messages) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var message : messages) {
            records.add(
                    new ConsumerRecord<>(
                            message.topic(),
                            0,
                            records.size(),
                            0,
                            TimestampType.CREATE_TIME,
                            0,
                            0,
                            message.key(),
                            message.value(),
                            new RecordHeaders(message.headers()),
                            java.util.Optional.empty()));
        }
        return records;
    }

    private static String id(ProducerRecord<String, byte[]> message) {
        return new String(message.headers().lastHeader("ce_id").value(), UTF_8);
    }

    private int partitionsBehind() throws SQLException {
        return Integer.parseInt(
                texts(
                                "select count(*) from consumer_offset where caught_up_at is null"
                                        + " and consumer = '%s'".formatted(consumer.name()))
                        .getFirst());
    }

    private boolean caughtUpSince(String instant) throws SQLException {
        return texts(
                        """
                        select bool_and(coalesce(caught_up_at > '%s', false))::text
                        from consumer_offset where consumer = '%s'
                        """
                                .formatted(instant, consumer.name()))
                .equals(List.of("true"));
    }

    /// Waits until so many records, of all partitions together, are behind the consumer.
    private void awaitRead(int records) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                texts(
                                                "select coalesce(sum(next_offset), 0) from"
                                                        + " consumer_offset where consumer = '%s'"
                                                                .formatted(consumer.name()))
                                        .equals(List.of(String.valueOf(records))));
    }

    private void awaitEffects(UUID subject, String... reasons) {
        await().atMost(PATIENCE).until(() -> effects(subject).equals(List.of(reasons)));
    }

    private List<String> effects(UUID subject) throws SQLException {
        return texts(
                "select reason from effect where consumer = '%s' and subject = '%s' order by place"
                        .formatted(consumer.name(), subject));
    }

    private List<ParkedRows.Parked> parked() throws SQLException {
        try (var connection = database.getConnection()) {
            return new ParkedRows(connection)
                    .list(OPERATOR, new UUID(0, 0), 1000).stream()
                            .filter(event -> event.consumer().equals(consumer.name()))
                            .toList();
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
