package locality.platform.consume;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import locality.platform.eventlog.Envelope;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// The tables behind an [Inbox], within one transaction.
record InboxRows(String consumer, Connection connection) {

    long claim(TopicPartition partition) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into consumer_offset (consumer, topic, partition, next_offset)
                        values (?, ?, ?, 0) on conflict do nothing
                        """)) {
            insert.setString(1, consumer);
            insert.setString(2, partition.topic());
            insert.setInt(3, partition.partition());
            insert.executeUpdate();
        }
        try (var select =
                connection.prepareStatement(
                        """
                        select next_offset from consumer_offset
                        where consumer = ? and topic = ? and partition = ?
                        """)) {
            select.setString(1, consumer);
            select.setString(2, partition.topic());
            select.setInt(3, partition.partition());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// The fence: it moves only from where we believe to stand. It also locks the partition until
    /// the transaction ends.
    void advance(TopicPartition partition, long from, long to, Optional<Envelope> newest)
            throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update consumer_offset
                        set next_offset = ?, position = greatest(position, ?),
                            recorded_at = greatest(recorded_at, ?), applied_at = clock_timestamp()
                        where consumer = ? and topic = ? and partition = ? and next_offset = ?
                        """)) {
            update.setLong(1, to);
            update.setLong(2, newest.map(Envelope::position).orElse(0L));
            update.setObject(3, newest.map(Envelope::recordedAt).map(InboxRows::utc).orElse(null));
            update.setString(4, consumer);
            update.setString(5, partition.topic());
            update.setInt(6, partition.partition());
            update.setLong(7, from);
            if (update.executeUpdate() == 0) {
                throw new Fenced(consumer, partition, from);
            }
        }
    }

    /// @return how many partitions were noted
    int caughtUp(List<TopicPartition> partitions, Duration ago) throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update consumer_offset set caught_up_at = greatest(
                          caught_up_at, clock_timestamp() - ? * interval '1 millisecond')
                        from unnest(?::text[], ?::int[]) as reached (topic, partition)
                        where consumer = ? and consumer_offset.topic = reached.topic
                          and consumer_offset.partition = reached.partition
                        """)) {
            update.setLong(1, ago.toMillis());
            update.setArray(2, texts(partitions.stream().map(TopicPartition::topic).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "int4", partitions.stream().map(TopicPartition::partition).toArray()));
            update.setString(4, consumer);
            return update.executeUpdate();
        }
    }

    /// Keeps the loop out of the partition of a parked message until the transaction ends.
    void excludeLoop(Message parked) throws SQLException {
        try (var lock =
                connection.prepareStatement(
                        """
                        select from consumer_offset
                        where consumer = ? and topic = ? and partition = ? for update
                        """)) {
            lock.setString(1, consumer);
            lock.setString(2, parked.topic());
            lock.setInt(3, parked.partition());
            lock.execute();
        }
    }

    Versions versions(List<Envelope> envelopes) throws SQLException {
        var subjects = envelopes.stream().map(Subject::of).distinct().toList();
        var known = new HashMap<Subject, Integer>();
        try (var select =
                connection.prepareStatement(
                        """
                        select source, subject_type, subject_id, version
                        from consumed_subject
                        join unnest(?::text[], ?::text[], ?::text[])
                          as asked (source, subject_type, subject_id)
                          using (source, subject_type, subject_id)
                        where consumer = ?
                        """)) {
            select.setArray(1, texts(subjects.stream().map(Subject::source).toArray()));
            select.setArray(2, texts(subjects.stream().map(Subject::type).toArray()));
            select.setArray(3, texts(subjects.stream().map(Subject::id).toArray()));
            select.setString(4, consumer);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            new Subject(rows.getString(1), rows.getString(2), rows.getString(3)),
                            rows.getInt(4));
                }
            }
        }
        return new Versions(known);
    }

    void save(Versions versions) throws SQLException {
        if (versions.moved.isEmpty()) {
            return;
        }
        var subjects = new ArrayList<>(versions.moved.keySet());
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into consumed_subject
                          (consumer, source, subject_type, subject_id, version)
                        select ?, moved.*
                        from unnest(?::text[], ?::text[], ?::text[], ?::int[]) as moved
                        on conflict on constraint consumed_subject_pkey
                          do update set version = excluded.version
                        """)) {
            upsert.setString(1, consumer);
            upsert.setArray(2, texts(subjects.stream().map(Subject::source).toArray()));
            upsert.setArray(3, texts(subjects.stream().map(Subject::type).toArray()));
            upsert.setArray(4, texts(subjects.stream().map(Subject::id).toArray()));
            upsert.setArray(
                    5,
                    connection.createArrayOf(
                            "int4", subjects.stream().map(versions.moved::get).toArray()));
            upsert.executeUpdate();
        }
    }

    private java.sql.Array texts(Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    private static @Nullable Object utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// Whom an event is about, as its source names it.
    record Subject(String source, String type, String id) {
        static Subject of(Envelope envelope) {
            return new Subject(envelope.source(), envelope.subjectType(), envelope.subjectId());
        }
    }

    /// How far each subject is known, and how far it will be.
    static final class Versions {
        private final Map<Subject, Integer> known;
        private final Map<Subject, Integer> moved = new HashMap<>();

        private Versions(Map<Subject, Integer> known) {
            this.known = known;
        }

        boolean isNext(Envelope envelope) {
            return envelope.subjectVersion() == of(envelope) + 1;
        }

        boolean isKnown(Envelope envelope) {
            return envelope.subjectVersion() <= of(envelope);
        }

        void advance(Envelope envelope) {
            known.put(Subject.of(envelope), envelope.subjectVersion());
            moved.put(Subject.of(envelope), envelope.subjectVersion());
        }

        String wants(Envelope envelope) {
            return "Version %d of the %s is missing or parked"
                    .formatted(of(envelope) + 1, envelope.subjectType());
        }

        private int of(Envelope envelope) {
            return known.getOrDefault(Subject.of(envelope), 0);
        }
    }
}
