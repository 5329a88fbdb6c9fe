package locality.platform.eventlog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class EventLogTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject AgroalDataSource database;
    @Inject EventLog eventLog;
    @Inject Signals signals;

    @Test
    void countsTheEventsOfEachSubject() throws Exception {
        var one = Ids.next();
        var other = Ids.next();

        inTransaction(() -> eventLog.append(FreshLog.event(one, "first")));
        inTransaction(
                () ->
                        eventLog.appendAll(
                                List.of(
                                        FreshLog.event(one, "second"),
                                        FreshLog.event(other, "first"),
                                        FreshLog.event(one, "third"))));

        assertThat(logged(one)).containsExactly("1 first", "2 second", "3 third");
        assertThat(logged(other)).containsExactly("1 first");
    }

    @Test
    void keepsNothingOfATransactionThatFails() throws Exception {
        var subject = Ids.next();
        long woken = signals.appended.count();

        assertThatThrownBy(
                        () ->
                                inTransaction(
                                        () -> {
                                            eventLog.append(FreshLog.event(subject, "undone"));
                                            throw new IllegalStateException("fails");
                                        }))
                .hasMessage("fails");

        assertThat(logged(subject)).isEmpty();
        assertThat(signals.appended.count()).isEqualTo(woken);
    }

    @Test
    void wakesTheRelayOnceTheTransactionIsCommitted() {
        long before = signals.appended.count();

        inTransaction(
                () -> {
                    eventLog.append(FreshLog.event(Ids.next(), "one"));
                    eventLog.append(FreshLog.event(Ids.next(), "another"));
                    assertThat(signals.appended.count()).isEqualTo(before);
                });

        assertThat(signals.appended.count()).isEqualTo(before + 1);
    }

    @Test
    void takesNoEventOutsideATransaction() {
        assertThatThrownBy(() -> eventLog.append(FreshLog.event(Ids.next(), "alone")))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void refusesTheSecondOfTwoThatTellOfOneSubjectAtOnce() throws Exception {
        var subject = Ids.next();
        var told = new CountDownLatch(1);
        var first = new CountDownLatch(1);
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var winner =
                    other.submit(
                            () ->
                                    inTransaction(
                                            () -> {
                                                eventLog.append(FreshLog.event(subject, "first"));
                                                told.countDown();
                                                awaitUninterruptibly(first);
                                            }));
            told.await();
            var loser =
                    other.submit(
                            () ->
                                    inTransaction(
                                            () ->
                                                    eventLog.append(
                                                            FreshLog.event(subject, "second"))));
            awaitBlockedInsert();

            first.countDown();

            winner.get();
            assertThatThrownBy(loser::get).hasCauseInstanceOf(ChangedMeanwhile.class);
        }
        assertThat(logged(subject)).containsExactly("1 first");
    }

    @Test
    void aSubjectTypeIsPublishedOrInternalNeverBoth() {
        var subject = Ids.next();
        inTransaction(() -> eventLog.append(FreshLog.event(subject, "published")));

        assertThatThrownBy(() -> inTransaction(() -> eventLog.append(new Whispered(subject))))
                .hasMessageContaining("published or internal, not both");
    }

    @Test
    void namesTheCallerTheRequestAndItsTrace() throws Exception {
        var subject = Ids.next();

        given().auth()
                .oauth2(Tokens.of("finance").from("00W").in(Locality.MANCHESTER))
                .header("X-Request-Id", "request-7")
                .header("traceparent", TRACE)
                .post("/test/appended/" + subject)
                .then()
                .statusCode(204);

        assertThat(
                        texts(
                                """
                                select actor || ' ' || correlation_id || ' ' || traceparent
                                from event_log where subject_id = '%s'
                                """
                                        .formatted(subject)))
                .containsExactly("00W/00W-finance request-7 " + TRACE);
    }

    @Test
    void refusesAnEventThatItsTopicWouldNotTake() throws Exception {
        var subject = Ids.next();

        given().auth()
                .oauth2(Tokens.of("finance").in(Locality.MANCHESTER))
                .queryParam("letters", EventTooLarge.LARGEST)
                .post("/test/appended/" + subject)
                .then()
                .statusCode(422)
                .body("code", equalTo("EVENT_TOO_LARGE"))
                .body("eventType", equalTo("governance.delegation-ended.v1"))
                .body("bytes", greaterThan(EventTooLarge.LARGEST))
                .body("largestBytes", equalTo(524_288));

        assertThat(logged(subject)).isEmpty();
    }

    /// An event that must not leave, of a subject type that others read about.
    @EventType("platform.whispered.v1")
    record Whispered(UUID delegationId) implements InternalEvent {
        @Override
        public String subjectType() {
            return "delegation";
        }

        @Override
        public String subjectId() {
            return delegationId.toString();
        }

        @Override
        public Locality locality() {
            return Locality.MANCHESTER;
        }

        @Override
        public LocalDate effectiveOn() {
            return LocalDate.EPOCH;
        }
    }

    /// Appends in a request.
    @Path("/test/appended/{subject}")
    public static class AppendingResource {

        @Inject EventLog eventLog;

        @POST
        @Transactional
        @RunOnVirtualThread
        @RolesAllowed("finance")
        public void append(
                @PathParam("subject") UUID subject,
                @QueryParam("letters") @DefaultValue("9") int letters) {
            eventLog.append(FreshLog.event(subject, "a".repeat(letters)));
        }
    }

    private static void inTransaction(Runnable action) {
        QuarkusTransaction.requiringNew().run(action);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void awaitBlockedInsert() {
        org.awaitility.Awaitility.await()
                .until(
                        () ->
                                texts(
                                                        """
                                                        select pid from pg_stat_activity
                                                        where wait_event_type = 'Lock'
                                                          and query like '%insert into event_log%'
                                                          and datname = current_database()
                                                        """)
                                                .size()
                                        == 1);
    }

    private List<String> logged(UUID subject) throws SQLException {
        return texts(
                """
                select subject_version || ' ' || (data ->> 'reason')
                from event_log where subject_id = '%s' order by id
                """
                        .formatted(subject));
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
