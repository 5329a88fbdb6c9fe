package locality.demo;

/// Why the demo ends early, in words for whoever started it.
abstract sealed class DemoFailed extends RuntimeException {

    private final int exitCode;

    private DemoFailed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    /// The command line does not make sense.
    static final class BadUsage extends DemoFailed {
        BadUsage(String message) {
            super(2, message);
        }
    }

    /// The suite said no; its reason is part of the message.
    static final class Refused extends DemoFailed {
        Refused(String what, Answer answer) {
            super(
                    3,
                    "%s was refused with %d:%n%s"
                            .formatted(what, answer.status(), answer.body().toPrettyString()));
        }
    }

    /// The suite did not answer, or did not come to show something, for too long.
    static final class GaveUp extends DemoFailed {
        GaveUp(String message) {
            super(4, message);
        }
    }
}
