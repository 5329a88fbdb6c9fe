package locality.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every link from one of the project's documents to another, or to a heading, leads somewhere.
class LinksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var document : documents()) {
            var text = CODE.matcher(Requirements.read(document)).replaceAll("");
            LINK.matcher(text)
                    .results()
                    .filter(link -> !link.group(1).contains(":"))
                    .filter(link -> !leads(document, link.group(1), link.group(2)))
                    .forEach(link -> broken.add(ROOT.relativize(document) + ": " + link.group()));
        }

        assertThat(broken).isEmpty();
    }

    private static boolean leads(Path from, String file, @Nullable String heading) {
        var target = file.isEmpty() ? from : from.resolveSibling(file).normalize();
        if (!target.startsWith(ROOT) || !Files.exists(target)) {
            return false;
        }
        return heading == null || headings(target).contains(heading);
    }

    /// The headings as links name them: lower case, hyphens for spaces, no punctuation.
    private static List<String> headings(Path document) {
        return Requirements.read(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{Alnum} -]", "").replace(' ', '-'))
                .toList();
    }

    private static List<Path> documents() throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : List.of(ROOT, ROOT.resolve("deploy"))) {
            found.addAll(markdown(folder, 2));
        }
        found.addAll(markdown(ROOT.resolve("deploy/docs"), 9));
        return found.stream().distinct().sorted().toList();
    }

    private static List<Path> markdown(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/data/"))
                    .toList();
        }
    }
}
