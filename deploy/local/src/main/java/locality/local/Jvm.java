package locality.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How this run starts Java programs: the same JDK, small heaps, and an end rather than a half-life
/// when memory runs out.
final class Jvm {
    private Jvm() {}

    static List<String> main(Class<?> program, int heapMegabytes, String... arguments) {
        var command = base(heapMegabytes);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static List<String> jar(Path jar, int heapMegabytes, String... arguments) {
        var command = base(heapMegabytes);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> base(int heapMegabytes) {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
    }
}
