package locality.local;

import java.io.PrintStream;

/// Lines with the seconds since the start, so that a reader sees what takes time.
final class Progress {
    private final PrintStream out;
    private final long start;

    Progress(PrintStream out) {
        this(out, 0);
    }

    /// @param headStart milliseconds that had passed when this program began
    Progress(PrintStream out, long headStart) {
        this.out = out;
        this.start = System.nanoTime() - headStart * 1_000_000;
    }

    void say(String sentence, Object... values) {
        var text = values.length == 0 ? sentence : sentence.formatted(values);
        out.println("%6.1f s  %s".formatted(seconds(), text));
    }

    void plain(String text) {
        out.println(text);
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
