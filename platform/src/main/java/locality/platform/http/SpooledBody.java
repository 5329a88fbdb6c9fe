package locality.platform.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;

/// A request body too large for the heap: it waits in a file that is gone when the request ends.
///
/// @param file holds the bytes as they came
/// @param sha256 of these bytes, in hexadecimal; as JSON the body is this alone, so that
///   [Idempotent] tells one body from another without reading it again
public record SpooledBody(Path file, @JsonValue String sha256) {}
