package locality.platform.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The file that a request's body is written to, deleted with the request however it ends.
@RequestScoped
class Spool {

    private @Nullable Path file;

    Path open() throws IOException {
        var opened = Files.createTempFile("body-", ".csv");
        file = opened;
        return opened;
    }

    @PreDestroy
    void delete() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
