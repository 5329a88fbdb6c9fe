package locality.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// The key under which a request is done once. It follows from the request alone (a name-based
/// UUID, RFC 9562 version 5), so a loader that was killed and started again repeats its keys.
final class IdempotencyKey {

    private static final UUID NAMESPACE = UUID.fromString("6f0b8d0e-7d5e-5c53-9c0a-2f4d9b3a1e77");

    private IdempotencyKey() {}

    static UUID of(String path, String body) {
        var digest = sha1();
        digest.update(
                ByteBuffer.allocate(16)
                        .putLong(NAMESPACE.getMostSignificantBits())
                        .putLong(NAMESPACE.getLeastSignificantBits())
                        .flip());
        digest.update((path + "\n" + body).getBytes(StandardCharsets.UTF_8));
        var name = ByteBuffer.wrap(digest.digest());
        return new UUID(
                (name.getLong() & ~0xF000L) | 0x5000L,
                (name.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-1", impossible);
        }
    }
}
