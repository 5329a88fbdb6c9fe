package locality.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What a step of the story expects of an answer; where that does not hold, it says what was found.
final class Expectation {

    private Expectation() {}

    static void expectInvalid(JsonNode outcome, String code) {
        expect(outcome, "/state", "INVALID");
        expectThat(
                elements(outcome.path("validityCodes")).anyMatch(one -> one.asText().equals(code)),
                "the validity codes are " + outcome.path("validityCodes"));
    }

    static void expectAmong(JsonNode list, String field, String wanted) {
        var found =
                elements(list)
                        .map(one -> one.path(field).asText())
                        .collect(Collectors.toCollection(TreeSet::new));
        expectThat(found.contains(wanted), "%s is not among %s".formatted(wanted, found));
    }

    static void expect(JsonNode answer, String pointer, Object wanted) {
        var found = answer.at(pointer).asText();
        expectThat(
                found.equals(wanted.toString()),
                "%s is %s instead of %s".formatted(pointer, found, wanted));
    }

    static void expectStatus(Answer answer, int wanted) {
        expectThat(
                answer.status() == wanted,
                "answered %d instead of %d: %s".formatted(answer.status(), wanted, answer.body()));
    }

    static void expectSuccess(Answer answer) {
        expectThat(answer.succeeded(), "answered %d: %s".formatted(answer.status(), answer.body()));
    }

    static void expectThat(boolean holds, String otherwise) {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /// A step did not turn out as it should.
    static final class Broken extends RuntimeException {
        Broken(String message) {
            super(message);
        }
    }
}
