package locality.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;

/// Sends the demo's documents, one step after the other. Started again after it was killed, it goes
/// through all of them and changes nothing that was already sent.
final class Loader {

    private final SuiteClient suite;
    private final Patience forEvents;
    private final Progress progress;

    Loader(SuiteClient suite, Patience forEvents, Progress progress) {
        this.suite = suite;
        this.forEvents = forEvents;
        this.progress = progress;
    }

    void load(List<Document> documents) {
        int sent = 0;
        for (int i = 0; i < documents.size(); i++) {
            var document = documents.get(i);
            var count = send(document);
            sent += count.now() + count.before();
            progress.say(
                    "[%2d/%d] %s: %s", i + 1, documents.size(), document.title(), count.told());
        }
        progress.say("The demo is loaded: %d requests in %d documents", sent, documents.size());
    }

    private Count send(Document document) {
        var count = Count.NONE;
        var kept = new HashMap<String, String>();
        for (var step : document.steps()) {
            switch (step) {
                case Step.Post post -> {
                    var answer = send(document, post.with(kept));
                    kept.putAll(post.keptFrom(answer));
                    count = count.plus(answer);
                }
                case Step.Await await -> awaitShown(document, await);
            }
        }
        return count;
    }

    private Answer send(Document document, Step.Post post) {
        var waiting = forEvents.begin(progress);
        while (true) {
            var answer = sendOnce(document, post);
            if (answer.succeeded()) {
                return answer;
            }
            if (!post.waitsWhile(answer.code())) {
                throw new DemoFailed.Refused(
                        "%s: POST %s".formatted(document.name(), post.post()), answer);
            }
            waiting.pause("%s refuses with %s".formatted(post.post(), answer.code()));
        }
    }

    private Answer sendOnce(Document document, Step.Post post) {
        if (post.csv() instanceof String file) {
            var csv = DemoData.text(document.beside(file));
            return suite.postCsv(document.caller(), post.post(), csv);
        }
        if (post.body() instanceof JsonNode body) {
            return suite.post(document.caller(), post.post(), body);
        }
        throw new IllegalStateException(post.post() + " has nothing to send");
    }

    private void awaitShown(Document document, Step.Await await) {
        var waiting = forEvents.begin(progress);
        while (true) {
            var answer = suite.get(document.caller(), await.await());
            if (answer.succeeded() && await.isShownBy(answer.body())) {
                return;
            }
            waiting.pause(
                    "%s does not show %s yet, it answers %d"
                            .formatted(await.await(), await.shows(), answer.status()));
        }
    }

    /// How many requests did something now, and how many had done it before.
    private record Count(int now, int before) {
        static final Count NONE = new Count(0, 0);

        Count plus(Answer answer) {
            return answer.replayed() ? new Count(now, before + 1) : new Count(now + 1, before);
        }

        String told() {
            if (this.equals(NONE)) {
                return "seen";
            }
            return before == 0
                    ? "%d sent".formatted(now)
                    : "%d sent, %d were there already".formatted(now, before);
        }
    }
}
