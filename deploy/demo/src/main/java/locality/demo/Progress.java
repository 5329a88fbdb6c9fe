package locality.demo;

import java.io.PrintStream;

/// Lines with the seconds since the start, so that a reader sees what takes time.
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String sentence, Object... values) {
        var seconds = (System.nanoTime() - start) / 1e9;
        out.printf("%6.1f s  %s%n", seconds, sentence.formatted(values));
    }
}
