package locality.governance.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Arrays;
import locality.platform.identifier.Sha256;
import org.jspecify.annotations.Nullable;

/// A version of what a paper says: kept here, or elsewhere under a link.
///
/// @param sha256 of the bytes, in hexadecimal: what is behind a link can be checked against it
/// @param bytes how many, null behind a link
/// @param link null when it is kept here
/// @param recordedAt null until it is kept
record Content(
        int number,
        String mediaType,
        String sha256,
        @Nullable Integer bytes,
        @Nullable String link,
        @Nullable Instant recordedAt) {

    static final String PDF = "application/pdf";
    static final String MARKDOWN = "text/markdown";

    /// Ten megabytes.
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final byte[] PDF_BEGINS = "%PDF-".getBytes(UTF_8);

    /// @throws PaperRefusal if it is too large or not what it is sent as
    static Content uploaded(int number, String mediaType, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new PaperRefusal.TooLarge(bytes.length, MOST_BYTES);
        }
        if (mediaType.equals(PDF)) {
            requirePdf(bytes);
        } else {
            requireText(bytes);
        }
        return new Content(number, mediaType, Sha256.of(bytes), bytes.length, null, null);
    }

    static Content linked(int number, String mediaType, String sha256, String link) {
        return new Content(number, mediaType, sha256, null, link, null);
    }

    /// @throws PaperRefusal unless it is what the caller meant to send
    void requireDigest(@Nullable String said) {
        if (said != null && !said.equals(sha256)) {
            throw new PaperRefusal.Differs(said, sha256);
        }
    }

    private static void requirePdf(byte[] bytes) {
        if (!Arrays.equals(PDF_BEGINS, Arrays.copyOf(bytes, PDF_BEGINS.length))) {
            throw new PaperRefusal.NotAsSaid(PDF, "does not begin as a PDF does");
        }
    }

    private static void requireText(byte[] bytes) {
        try {
            if (UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().isBlank()) {
                throw new PaperRefusal.NotAsSaid(MARKDOWN, "is empty");
            }
        } catch (CharacterCodingException notText) {
            throw new PaperRefusal.NotAsSaid(MARKDOWN, "is not text in UTF-8");
        }
    }
}
