package locality.platform.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Writes a body to a file as it comes, before the method that asks for it begins its transaction:
/// a slow sender holds no lock.
@Provider
@Consumes(Spreadsheet.CSV)
class SpooledBodyReader implements MessageBodyReader<SpooledBody> {

    private final Spool spool;

    SpooledBodyReader(Spool spool) {
        this.spool = spool;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == SpooledBody.class;
    }

    @Override
    public SpooledBody readFrom(
            Class<SpooledBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var file = spool.open();
        var sha256 = sha256();
        try (var written = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
            body.transferTo(written);
        }
        return new SpooledBody(file, HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
