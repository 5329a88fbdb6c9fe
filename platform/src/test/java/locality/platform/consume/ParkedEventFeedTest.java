package locality.platform.consume;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.platform.eventlog.FreshLog;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Tokens;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ParkedEventFeedTest {

    private static final String PARKED = "/test/parked-events";

    @Inject ConsumerLifecycle consumers;
    @Inject Moody moody;

    @Test
    void anOperatorSeesWhatIsParkedAndHasItAppliedOnceTheCauseIsGone() {
        var log = FreshLog.create();
        var subject = Ids.next();
        var inbox = consumers.inbox("moody").orElseThrow();
        var partition = new TopicPartition(log.topicName(), 0);
        inbox.claim(partition);
        moody.refuse(true);
        inbox.take(
                partition,
                ConsumerLoopTest.received(
                        log.message(subject, 1, "first"), log.message(subject, 2, "second")));

        var id = parkedOf(subject).getFirst();
        operator()
                .post(PARKED + "/{id}/replay", id)
                .then()
                .statusCode(200)
                .body("applied", equalTo(0))
                .body("stillParked", equalTo(2))
                .body("failure", equalTo("IllegalStateException: not today"));

        moody.refuse(false);
        operator()
                .post(PARKED + "/{id}/replay", id)
                .then()
                .statusCode(200)
                .body("applied", equalTo(2))
                .body("stillParked", equalTo(0));
        assertThat(parkedOf(subject)).isEmpty();
        operator().post(PARKED + "/{id}/replay", id).then().statusCode(404);
    }

    @Test
    void whoAlsoWritesIsHeldToTheLocalitiesOfTheToken() {
        var log = FreshLog.create();
        var subject = Ids.next();
        var foreign = new ProducerRecord<String, byte[]>(log.topicName(), null, null);
        foreign.headers().add("ce_subject", "a\0b".getBytes(UTF_8));
        var partition = new TopicPartition(log.topicName(), 0);
        var inbox = consumers.inbox("moody").orElseThrow();
        inbox.claim(partition);
        moody.refuse(true);
        inbox.take(partition, ConsumerLoopTest.received(log.message(subject, 1, "first"), foreign));
        moody.refuse(false);
        var id = parkedOf(subject).getFirst();
        var rochdale = Tokens.of("platform", "finance").in(Locality.ROCHDALE);
        var manchester = Tokens.of("platform", "finance").in(Locality.MANCHESTER);

        assertThat(parkedOf(subject, bearing(rochdale))).isEmpty();
        assertThat(parkedOf(subject, bearing(manchester))).containsExactly(id);
        assertThat(subjectsOf(log, operator()))
                .containsExactlyInAnyOrder(subject.toString(), "unknown");
        assertThat(subjectsOf(log, bearing(manchester))).containsExactly(subject.toString());
        bearing(rochdale).post(PARKED + "/{id}/replay", id).then().statusCode(404);
        bearing(manchester)
                .post(PARKED + "/{id}/replay", id)
                .then()
                .statusCode(200)
                .body("applied", equalTo(1));
    }

    /// A service's own resource, as each of them has one.
    @Path(PARKED)
    static class ParkedEventResource extends ParkedEventFeed {}

    /// Cannot do today what it can do tomorrow.
    @ApplicationScoped
    static class Moody implements EventConsumer {
        private volatile boolean refuses;

        void refuse(boolean refuses) {
            this.refuses = refuses;
        }

        @Override
        public String name() {
            return "moody";
        }

        @Override
        public Set<String> topics() {
            return Set.of("governance.events.v1");
        }

        @Override
        public void apply(List<Delivery> deliveries) {
            if (refuses) {
                throw new IllegalStateException("not today");
            }
        }
    }

    private static RequestSpecification operator() {
        return bearing(Tokens.of("platform").in());
    }

    private static RequestSpecification bearing(String token) {
        return given().auth().oauth2(token);
    }

    private static List<String> parkedOf(UUID subject) {
        return parkedOf(subject, operator());
    }

    private static List<String> parkedOf(UUID subject, RequestSpecification caller) {
        return seen(caller, "items.findAll { it.subjectId == '%s' }.id".formatted(subject));
    }

    private static List<String> subjectsOf(FreshLog log, RequestSpecification caller) {
        return seen(
                caller, "items.findAll { it.topic == '%s' }.subjectId".formatted(log.topicName()));
    }

    private static List<String> seen(RequestSpecification caller, String path) {
        return caller.queryParam("limit", 1000)
                .get(PARKED)
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }
}
