package locality.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of requirements in `deploy/docs/requirements.md`, and the tests that carry the tag of
/// a row: `@Tag("B1")`.
///
/// @param root the folder of the whole project
record Requirements(Path root) {

    static final String TO_COME = "to come";

    private static final Pattern ROW = Pattern.compile("\\| ([BGIR]\\d+) \\|(.*)\\| ([^|]*) \\|");
    private static final Pattern TAG = Pattern.compile("@(?:[\\w.]+\\.)?Tag\\(\"([BGIR]\\d+)\"\\)");

    Path file() {
        return root.resolve("deploy/docs/requirements.md");
    }

    List<String> lines() {
        return read(file()).lines().toList();
    }

    /// Every row's id, in the order of the table.
    List<String> ids() {
        return lines().stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1))
                .toList();
    }

    /// The document as it should be: its last column names the tests that carry the row's tag.
    String withItsTests() {
        var tests = testsByTag();
        return lines().stream()
                .map(line -> withItsTests(line, tests))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// The test classes that carry each tag, by the tag.
    Map<String, TreeSet<Path>> testsByTag() {
        var found = new TreeMap<String, TreeSet<Path>>();
        for (var file : testSources()) {
            read(file)
                    .lines()
                    .filter(line -> !line.strip().startsWith("//"))
                    .flatMap(line -> TAG.matcher(line).results())
                    .forEach(
                            tag ->
                                    found.computeIfAbsent(tag.group(1), id -> new TreeSet<>())
                                            .add(root.relativize(file)));
        }
        return found;
    }

    private static String withItsTests(String line, Map<String, TreeSet<Path>> tests) {
        var row = ROW.matcher(line);
        if (!row.matches()) {
            return line;
        }
        var shownBy =
                tests.getOrDefault(row.group(1), new TreeSet<>()).stream()
                        .map(Requirements::link)
                        .collect(Collectors.joining(", "));
        return "| %s |%s| %s |"
                .formatted(row.group(1), row.group(2), shownBy.isEmpty() ? TO_COME : shownBy);
    }

    private static String link(Path test) {
        var name = test.getFileName().toString().replace(".java", "");
        return "[%s](../../%s)".formatted(name, test.toString().replace('\\', '/'));
    }

    private List<Path> testSources() {
        var sources = new ArrayList<Path>();
        for (var module : Stream.concat(folders(root), folders(root.resolve("deploy"))).toList()) {
            var tests = module.resolve("src/test/java");
            if (Files.isDirectory(tests)) {
                try (var files = Files.walk(tests)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
        return sources;
    }

    private static Stream<Path> folders(Path parent) {
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
