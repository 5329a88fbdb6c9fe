package locality.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Map;
import locality.platform.place.Locality;

/// Tokens that no service may believe, though what they claim would do.
final class ForgedTokens {

    private ForgedTokens() {}

    /// Each by what is wrong with it.
    static Map<String, String> all() {
        return Map.of(
                "a signature by another key", signedBySomebodyElse(),
                "a signature by the public key as a shared secret", symmetric(),
                "no algorithm at all", unsigned(),
                "another issuer", Tokens.of("finance").byIssuer("another", Locality.MANCHESTER),
                "another audience", Tokens.of("finance").forAudience("other", Locality.MANCHESTER),
                "an expired token", Tokens.of("finance").expired(Locality.MANCHESTER));
    }

    private static String signedBySomebodyElse() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var jwt = new SignedJWT(header(JWSAlgorithm.RS256), good().getJWTClaimsSet());
            jwt.sign(new RSASSASigner(generator.generateKeyPair().getPrivate()));
            return jwt.serialize();
        } catch (JOSEException | NoSuchAlgorithmException | ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String symmetric() {
        try {
            var jwt = new SignedJWT(header(JWSAlgorithm.HS256), good().getJWTClaimsSet());
            jwt.sign(new MACSigner(Tokens.publicKey().getEncoded()));
            return jwt.serialize();
        } catch (JOSEException | ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String unsigned() {
        try {
            return new PlainJWT(good().getJWTClaimsSet()).serialize();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Names the key of the issuer, so that it is found and must itself refuse the signature.
    private static JWSHeader header(JWSAlgorithm algorithm) throws ParseException {
        return new JWSHeader.Builder(algorithm).keyID(good().getHeader().getKeyID()).build();
    }

    /// A good token, whose claims are to be signed by the wrong hand.
    private static SignedJWT good() throws ParseException {
        return SignedJWT.parse(Tokens.of("finance").in(Locality.MANCHESTER));
    }
}
