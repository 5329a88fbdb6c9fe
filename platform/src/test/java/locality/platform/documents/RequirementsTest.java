package locality.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of requirements is honest: a row counts as shown when tests carry its tag, and only
/// then.
class RequirementsTest {

    private static final Requirements COMMITTED = new Requirements(Path.of(".."));

    @Test
    void namesTheTestsThatCarryItsTags() throws IOException {
        var asItShouldBe = COMMITTED.withItsTests();
        if (Boolean.getBoolean("requirements.update")) {
            Files.writeString(COMMITTED.file(), asItShouldBe);
        }

        assertThat(asItShouldBe.lines().filter(line -> !COMMITTED.lines().contains(line)))
                .as(
                        "deploy/docs/requirements.md names other tests than carry the tags; these"
                                + " rows it should have, and this writes them:%n    mvn test -pl"
                                + " platform -Dtest=RequirementsTest -Drequirements.update=true%n")
                .isEmpty();
    }

    @Test
    void hasEveryRequirementOnceAndInOrder() {
        assertThat(COMMITTED.ids())
                .containsExactlyElementsOf(
                        Stream.of(rows("B", 18), rows("G", 59), rows("I", 40), rows("R", 14))
                                .flatMap(List::stream)
                                .toList());
    }

    @Test
    void hasARowForEveryTag() {
        assertThat(COMMITTED.ids()).containsAll(COMMITTED.testsByTag().keySet());
    }

    @Test
    void findsTagsOnClassesAndMethodsButNotInComments(@TempDir Path root) throws IOException {
        write(
                root.resolve("deploy/docs/requirements.md"),
                "| B1 | a | b | gone |\n| B2 | a | to come |\n");
        write(
                root.resolve("budget-service/src/test/java/FundTest.java"),
                "@Tag(\"B1\") class FundTest { // @Tag is JUnit's\n    // @Tag(\"B2\")\n}\n");
        write(
                root.resolve("deploy/e2e/src/test/java/StoryIT.java"),
                "class StoryIT {\n  @org.junit.jupiter.api.Tag(\"B1\") @Test void story() {}\n}\n");

        assertThat(new Requirements(root).withItsTests())
                .isEqualTo(
                        "| B1 | a | b |"
                                + " [FundTest](../../budget-service/src/test/java/FundTest.java),"
                                + " [StoryIT](../../deploy/e2e/src/test/java/StoryIT.java) |\n"
                                + "| B2 | a | to come |\n");
    }

    private static List<String> rows(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> letter + number).toList();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
