package locality.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// `java -jar demo.jar --gateway URL --issuer URL [--story]`
///
/// Exit codes: 0 done, 1 a check of the story failed, 2 wrong command line, 3 the suite refused
/// something, 4 the suite did not answer in time.
public final class Demo {

    private static final int STORY_FAILED = 1;

    private Demo() {}

    public static void main(String... arguments) {
        System.exit(run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments));
    }

    /// The pound sign is written as such, whatever the locale of a script that started this.
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            return run(Options.parse(arguments), new Progress(out));
        } catch (DemoFailed failed) {
            err.println(failed.getMessage());
            return failed.exitCode();
        }
    }

    private static int run(Options options, Progress progress) {
        var http = new Http();
        var issuer = new Issuer(options.issuer(), http, Patience.FOR_A_RESTART, progress);
        var suite =
                new SuiteClient(options.gateway(), issuer, http, Patience.FOR_A_RESTART, progress);
        new Loader(suite, Patience.FOR_AN_EVENT, progress).load(DemoData.documents());
        if (!options.story()) {
            return 0;
        }
        return new Story(suite, Patience.FOR_AN_EVENT, progress).play() ? 0 : STORY_FAILED;
    }
}
