package locality.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL, one Kafka broker and one issuer for all the tests of a module.
///
/// Use it as `@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)`.
public final class Infrastructure implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "locality";
    private static volatile @Nullable Running running;

    /// What is running, for a test that has to interfere with it.
    public record Running(Postgres postgres, Broker broker, MockOAuth2Server issuer) {
        String issuerUrl() {
            return "http://localhost:%d/%s".formatted(issuer.baseUrl().port(), ISSUER);
        }
    }

    public static synchronized Running get() {
        var found = running;
        if (found == null) {
            found = launch();
            running = found;
        }
        return found;
    }

    @Override
    public Map<String, String> start() {
        var now = get();
        return Map.of(
                "DATABASE_URL", now.postgres().url("suite"),
                "DATABASE_OWNER", Postgres.OWNER,
                "DATABASE_OWNER_PASSWORD", Postgres.password(),
                "DATABASE_USER", Postgres.APP,
                "DATABASE_PASSWORD", Postgres.password(),
                "KAFKA_BOOTSTRAP_SERVERS", now.broker().bootstrapServers(),
                "OIDC_ISSUER", now.issuerUrl());
    }

    @Override
    public synchronized void stop() {
        var now = running;
        if (now != null) {
            running = null;
            now.issuer().shutdown();
            now.broker().close();
            now.postgres().close();
        }
    }

    private static Running launch() {
        var postgres = CompletableFuture.supplyAsync(Postgres::start);
        var broker = CompletableFuture.supplyAsync(Broker::start);
        var issuer = new MockOAuth2Server();
        issuer.start();
        return new Running(postgres.join(), broker.join(), issuer);
    }
}
