package locality.demo;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;

/// What the command line asks for.
record Options(URI gateway, URI issuer, boolean story) {

    static final String USAGE =
            """
            java -jar demo.jar [--gateway URL] [--issuer URL] [--story]
              --gateway  where the suite is, default http://localhost:8080
              --issuer   the OIDC issuer of its tokens, default http://localhost:8185/locality
              --story    after loading, play the story of the over-limit commitment and check it
            """;

    static Options parse(String... arguments) {
        var options =
                new Options(
                        URI.create("http://localhost:8080"),
                        URI.create("http://localhost:8185/locality"),
                        false);
        var left = new ArrayDeque<>(List.of(arguments));
        while (!left.isEmpty()) {
            var option = left.pop();
            options =
                    switch (option) {
                        case "--gateway" -> options.withGateway(url(option, left));
                        case "--issuer" -> options.withIssuer(url(option, left));
                        case "--story" -> new Options(options.gateway, options.issuer, true);
                        default ->
                                throw new DemoFailed.BadUsage(
                                        "There is no option " + option + "\n" + USAGE);
                    };
        }
        return options;
    }

    private Options withGateway(URI given) {
        return new Options(given, issuer, story);
    }

    private Options withIssuer(URI given) {
        return new Options(gateway, given, story);
    }

    private static URI url(String option, ArrayDeque<String> left) {
        var text = left.isEmpty() ? "" : left.pop();
        if (!text.matches("https?://\\S+")) {
            throw new DemoFailed.BadUsage(option + " needs a URL\n" + USAGE);
        }
        return URI.create(text.replaceAll("/+$", ""));
    }
}
