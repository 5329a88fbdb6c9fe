package locality.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/// The issuer of tokens for the local run. It believes whatever roles and localities it is asked
/// for, so it listens on loopback alone and production never knows it. Arguments: folder, port.
///
/// Its signing key is made for this install and kept, so that a token outlives a restart and
/// another install's token is worth nothing here.
public final class Issuer {
    static final String NAME = "issuer";
    static final String ID = "locality";

    private Issuer() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var port = Integer.parseInt(arguments[1]);
        var keys = new KeyProvider(List.of(signingKey(folder)), JWSAlgorithm.RS256.getName());
        var server =
                new MockOAuth2Server(
                        new OAuth2Config(
                                true,
                                loginPage(folder).toString(),
                                null,
                                false,
                                new OAuth2TokenProvider(keys),
                                Set.of(new RequestedClaims()),
                                new NettyWrapper()));
        server.start(InetAddress.getByName("127.0.0.1"), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        Thread.currentThread().join();
    }

    private static JWK signingKey(Path folder) throws IOException, JOSEException, ParseException {
        var file = folder.resolve("signing-key.json");
        if (Files.exists(file)) {
            return RSAKey.parse(Files.readString(file));
        }
        var key = new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyID(ID).generate();
        var unfinished = folder.resolve("signing-key.new");
        Folders.writePrivately(unfinished, key.toJSONString());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    private static Path loginPage(Path folder) throws IOException {
        var page = folder.resolve("login.html");
        try (var packaged = Issuer.class.getResourceAsStream("/login.html")) {
            if (packaged == null) {
                throw new IOException("login.html is not in the jar");
            }
            Files.copy(packaged, page, StandardCopyOption.REPLACE_EXISTING);
        }
        return page;
    }
}
