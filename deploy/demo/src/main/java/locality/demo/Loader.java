package locality.demo;

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
        for (var step : document.steps()) {
            count =
                    switch (step) {
                        case Step.Post post -> count.plus(send(document, post));
                        case Step.Await await -> count.plus(awaitShown(document, await));
                    };
        }
        return count;
    }

    private Count send(Document document, Step.Post post) {
        var waiting = forEvents.begin(progress);
        while (true) {
            var answer = sendOnce(document, post);
            if (answer.succeeded()) {
                return answer.replayed() ? Count.BEFORE : Count.NOW;
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
        if (post.body() instanceof com.fasterxml.jackson.databind.JsonNode body) {
            return suite.post(document.caller(), post.post(), body);
        }
        throw new IllegalStateException(post.post() + " has nothing to send");
    }

    private Count awaitShown(Document document, Step.Await await) {
        var waiting = forEvents.begin(progress);
        while (true) {
            var answer = suite.get(document.caller(), await.await());
            if (answer.succeeded() && await.isShownBy(answer.body())) {
                return Count.NONE;
            }
            waiting.pause(
                    "%s does not show %s yet, it answers %d"
                            .formatted(await.await(), await.shows(), answer.status()));
        }
    }

    /// How many requests did something now, and how many had done it before.
    private record Count(int now, int before) {
        static final Count NONE = new Count(0, 0);
        static final Count NOW = new Count(1, 0);
        static final Count BEFORE = new Count(0, 1);

        Count plus(Count more) {
            return new Count(now + more.now, before + more.before);
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
