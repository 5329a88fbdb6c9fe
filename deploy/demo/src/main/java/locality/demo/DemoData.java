package locality.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The demo's data, which travels inside the jar. `load.json` lists the documents in the order in
/// which a suite can take them.
final class DemoData {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private DemoData() {}

    static List<Document> documents() {
        return read("load.json", Order.class).documents().stream()
                .map(name -> read(name, Contents.class).named(name))
                .toList();
    }

    static <T> T read(String name, Class<T> type) {
        try {
            return JSON.readValue(text(name), type);
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }

    static String text(String name) {
        try (var file = DemoData.class.getResourceAsStream("/data/" + name)) {
            if (file == null) {
                throw new FileNotFoundException("The demo has no file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private record Order(List<String> documents) {}

    private record Contents(String title, Caller caller, List<Step> steps) {
        Document named(String name) {
            return new Document(name, title, caller, steps);
        }
    }
}
