package locality.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import locality.platform.caller.CurrentCaller;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// See [Idempotent].
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
class IdempotencyInterceptor {

    static final String HEADER = "Idempotency-Key";
    static final int LONGEST_KEY = 255;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final HttpHeaders headers;
    private final UriInfo uri;

    IdempotencyInterceptor(
            AgroalDataSource database,
            ObjectMapper json,
            CurrentCaller caller,
            HttpHeaders headers,
            UriInfo uri) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
    }

    @AroundInvoke
    @Nullable Object once(InvocationContext call) throws Exception {
        var key = headers.getHeaderString(HEADER);
        if (key == null) {
            requireNone(call);
            return call.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new KeyRefused("BAD_IDEMPOTENCY_KEY", HEADER + " has 1 to 255 characters");
        }

        var who = caller.get().actor();
        var digest = digest(call);
        if (!claim(who, key, digest)) {
            return replay(who, key, digest);
        }
        var answer = call.proceed();
        remember(who, key, answer);
        return answer;
    }

    private static void requireNone(InvocationContext call) {
        if (call.getMethod().getAnnotation(Idempotent.class) instanceof Idempotent rule
                && rule.keyRequired()) {
            throw new KeyRefused(
                    "IDEMPOTENCY_KEY_REQUIRED",
                    "Send an " + HEADER + ", so that a repeat after a failure does nothing twice");
        }
    }

    /// Waits for a request that holds the same key, then says whether the key was free.
    private boolean claim(String who, String key, byte[] digest) throws SQLException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into idempotency_key (caller, key, request_digest)
                                values (?, ?, ?) on conflict do nothing
                                """)) {
            insert.setString(1, who);
            insert.setString(2, key);
            insert.setBytes(3, digest);
            return insert.executeUpdate() == 1;
        }
    }

    private Response replay(String who, String key, byte[] digest) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select request_digest, status, headers, body
                                from idempotency_key where caller = ? and key = ?
                                """)) {
            select.setString(1, who);
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                if (!row.next() || !Arrays.equals(row.getBytes("request_digest"), digest)) {
                    throw new KeyRefused(
                            "IDEMPOTENCY_KEY_REUSED",
                            "This %s was used before, with another request".formatted(HEADER));
                }
                var answer =
                        Response.status(row.getInt("status")).header("Idempotent-Replay", true);
                var body = row.getString("body");
                if (body != null) {
                    answer.entity(body).type(MediaType.APPLICATION_JSON);
                }
                headersFrom(row.getString("headers")).forEach(answer::header);
                return answer.build();
            }
        }
    }

    private void remember(String who, String key, @Nullable Object answer) throws Exception {
        var response =
                answer instanceof Response given
                        ? given
                        : answer == null
                                ? Response.noContent().build()
                                : Response.ok(answer).build();
        var kept = new TreeMap<String, String>();
        for (var name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
            if (response.getHeaderString(name) != null) {
                kept.put(name, response.getHeaderString(name));
            }
        }
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                """
                                update idempotency_key set status = ?, headers = ?, body = ?
                                where caller = ? and key = ?
                                """)) {
            update.setInt(1, response.getStatus());
            update.setString(2, json.writeValueAsString(kept));
            update.setString(
                    3, response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null);
            update.setString(4, who);
            update.setString(5, key);
            update.executeUpdate();
        }
    }

    private byte[] digest(InvocationContext call)
            throws JsonProcessingException, NoSuchAlgorithmException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
        var query = uri.getRequestUri().getRawQuery();
        sha256.update(String.valueOf(query).getBytes(StandardCharsets.UTF_8));
        for (var parameter : call.getParameters()) {
            sha256.update((byte) 0);
            sha256.update(json.writeValueAsBytes(parameter));
        }
        return sha256.digest();
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> headersFrom(String stored) {
        try {
            return json.readValue(stored, Map.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored headers are not JSON", impossible);
        }
    }

    private static final class KeyRefused extends Refusal {
        KeyRefused(String code, String detail) {
            super(Kind.RULE_BROKEN, code, detail);
        }
    }
}
