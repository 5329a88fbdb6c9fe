package locality.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// The gateway with the suite's own configuration; only `upstreams.conf` is written for this
/// machine.
final class Gateway {
    static final String NAME = "gateway";

    private Gateway() {}

    static Part part(Layout layout, Map<Port, Integer> ports, Map<String, String> environment) {
        var program = environment.getOrDefault("GATEWAY_NGINX", "nginx");
        var libraries = environment.getOrDefault("GATEWAY_NGINX_LIBRARIES", "");
        var home = layout.gateway();
        write(layout, ports);
        int port = ports.getOrDefault(Port.GATEWAY, 0);
        return new Part(
                NAME,
                List.of(
                        program,
                        "-p",
                        home.toString(),
                        "-c",
                        "conf/nginx.conf",
                        "-e",
                        "stderr",
                        "-g",
                        OrdinaryUser.isRoot() ? "daemon off; user root;" : "daemon off;"),
                libraries.isEmpty() ? Map.of() : Map.of("LD_LIBRARY_PATH", libraries),
                layout.logs().resolve("gateway.log"),
                port,
                Part.tcp(port),
                Signals.TERM,
                Part.USUAL_PATIENCE);
    }

    private static void write(Layout layout, Map<Port, Integer> ports) {
        var shared = layout.checkout().resolve("deploy/gateway");
        var home = layout.gateway();
        Folders.create(home.resolve("conf"));
        Folders.create(home.resolve("temp"));
        try {
            for (var file : List.of("nginx.conf", "routes.conf")) {
                Files.copy(
                        shared.resolve(file),
                        home.resolve("conf").resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(home.resolve("conf/upstreams.conf"), upstreams(ports));
        } catch (IOException e) {
            throw new CannotStart("The gateway's configuration could not be written: " + e);
        }
    }

    static String upstreams(Map<Port, Integer> ports) {
        var text = new StringBuilder("# Written by deploy/up for this machine.\n");
        Services.PORTS.forEach(
                (service, port) ->
                        text.append(
                                "upstream %s { server 127.0.0.1:%d; keepalive 32; }%n"
                                        .formatted(service, ports.get(port))));
        return text.append("map $server_port $outer_scheme { default http; }\n")
                .append(
                        "server { listen 127.0.0.1:%d; include routes.conf; }%n"
                                .formatted(ports.get(Port.GATEWAY)))
                .toString();
    }
}
