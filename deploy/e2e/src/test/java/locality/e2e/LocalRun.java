package locality.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The suite as a newcomer runs it: `deploy/up` behind the real gateway, on ports and data of its
/// own, `deploy/down` at the end.
final class LocalRun implements AutoCloseable {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target/local-run").toAbsolutePath();
    private static final Pattern ROW = Pattern.compile("(?m)^(\\w+) +(\\d+) +\\d+ +running.*$");
    private static final int FIRST_PORT = 22080;
    private static final int PATIENCE_MINUTES = 8;

    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();

    LocalRun(String... options) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("DATA_DIR", FOLDER.resolve("data").toString());
        var names =
                List.of(
                        "GATEWAY",
                        "BUDGET",
                        "GOVERNANCE",
                        "INTERVENTION",
                        "REPORTING",
                        "ISSUER",
                        "POSTGRES",
                        "KAFKA",
                        "KAFKA_CONTROLLER");
        for (int i = 0; i < names.size(); i++) {
            environment.put(names.get(i) + "_PORT", String.valueOf(FIRST_PORT + i));
        }
        var command = new ArrayList<>(List.of("deploy/up", "--fresh", "--detach"));
        command.addAll(List.of(options));
        run("up", command);
    }

    String url() {
        return "http://localhost:" + FIRST_PORT;
    }

    Path data() {
        return Path.of(environment.get("DATA_DIR"));
    }

    String token(String roles, String... localities) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("deploy/token", roles));
        command.addAll(List.of(localities));
        return run("token", command).strip();
    }

    /// The process of each part that runs.
    Map<String, Long> processes() throws IOException, InterruptedException {
        var process = start("status", List.of("deploy/status"));
        process.waitFor(1, TimeUnit.MINUTES);
        var found = new HashMap<String, Long>();
        var rows = ROW.matcher(Files.readString(FOLDER.resolve("status.log")));
        while (rows.find()) {
            found.put(rows.group(1), Long.parseLong(rows.group(2)));
        }
        return found;
    }

    boolean allReady() throws IOException, InterruptedException {
        var process = start("status", List.of("deploy/status"));
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    Process loadDemo(String... options) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                "deploy/demo/target/demo.jar",
                                "--gateway",
                                url(),
                                "--issuer",
                                "http://localhost:%s/locality"
                                        .formatted(environment.get("ISSUER_PORT"))));
        command.addAll(List.of(options));
        return start("demo", command);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        started.forEach(Process::destroy);
        run("down", List.of("deploy/down"));
    }

    private String run(String name, List<String> command) throws IOException, InterruptedException {
        var process = start(name, command);
        var log = FOLDER.resolve(name + ".log");
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IllegalStateException(name + " takes too long; see " + log);
        }
        var said = Files.readString(log);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed:\n" + said);
        }
        return said;
    }

    private Process start(String name, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(ROOT.toFile());
        builder.environment().putAll(environment);
        var process =
                builder.redirectErrorStream(true)
                        .redirectOutput(FOLDER.resolve(name + ".log").toFile())
                        .start();
        started.add(process);
        return process;
    }
}
