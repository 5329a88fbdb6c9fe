package locality.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.common.net.Inet;
import java.io.IOException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private static final Pattern DEFAULT = Pattern.compile("\\$\\{TRUSTED_PROXIES:(.*)}");

    /// A name is asked of the DNS again and again while requests wait for the answer.
    @Test
    void areAddressesAndBlocksOfThemNeverNames() throws IOException {
        var trusted = DEFAULT.matcher(configured("quarkus.http.proxy.trusted-proxies"));

        assertThat(trusted.matches()).isTrue();
        assertThat(trusted.group(1).split(",")).allMatch(TrustedProxiesTest::isNoName);
    }

    private static boolean isNoName(String proxy) {
        return Inet.parseInet4Address(proxy) != null || Inet.parseCidrAddress(proxy) != null;
    }

    private static String configured(String key) throws IOException {
        var properties = new Properties();
        try (var file =
                TrustedProxiesTest.class.getResourceAsStream(
                        "/META-INF/microprofile-config.properties")) {
            properties.load(file);
        }
        return properties.getProperty(key);
    }
}
