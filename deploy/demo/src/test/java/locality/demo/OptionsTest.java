package locality.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command line")
class OptionsTest {

    @Test
    void knowsWhereALocalSuiteIs() {
        var options = Options.parse();

        assertThat(options.gateway()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(options.issuer()).isEqualTo(URI.create("http://localhost:8185/locality"));
        assertThat(options.story()).isFalse();
    }

    @Test
    void takesAnotherSuiteAndTheStory() {
        var options =
                Options.parse(
                        "--gateway",
                        "http://localhost:9080/",
                        "--issuer",
                        "https://i/x",
                        "--story");

        assertThat(options)
                .isEqualTo(
                        new Options(
                                URI.create("http://localhost:9080"),
                                URI.create("https://i/x"),
                                true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--stroy", "--gateway", "--gateway=http://localhost:1"})
    void saysHowItIsUsedWhenItIsNotUnderstood(String argument) {
        var err = new ByteArrayOutputStream();

        int exit =
                Demo.run(
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        argument);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("java -jar demo.jar");
    }
}
