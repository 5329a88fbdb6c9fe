package locality.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// Secrets of this install, made when first asked for and kept in one private file.
final class Passwords {
    private final Path file;
    private final Properties known = new Properties();

    Passwords(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                known.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized String of(String whom) {
        var password = known.getProperty(whom);
        if (password == null) {
            password = random();
            known.setProperty(whom, password);
            save();
        }
        return password;
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void save() {
        try {
            var text = new StringWriter();
            known.store(text, "made by deploy/up for this install");
            var unfinished = file.resolveSibling(file.getFileName() + ".new");
            Folders.writePrivately(unfinished, text.toString());
            Files.move(
                    unfinished,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
