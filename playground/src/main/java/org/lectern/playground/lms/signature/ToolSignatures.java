package org.lectern.playground.lms.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import org.lectern.playground.lms.check.Faults;
import org.lectern.playground.lms.check.Sent;

/** Reads tokens that tools made. Claims are believed only after {@link #verify}. Safe for many threads. */
public final class ToolSignatures {
    private final KeySets keys = new KeySets();

    /** A token taken apart, its signature not looked at yet. */
    public record Unverified(SignedJWT token, Sent claims) {}

    public Optional<Unverified> read(String token, Faults faults) {
        try {
            JWT parsed = JWTParser.parse(token);
            if (!(parsed instanceof SignedJWT signed)) {
                faults.add("The token is not signed (alg " + parsed.getHeader().getAlgorithm() + ").");
                return Optional.empty();
            }
            return Sent.parse(signed.getPayload().toString(), faults).map(claims -> new Unverified(signed, claims));
        } catch (ParseException e) {
            faults.add("This is no JSON web token: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** RS256 with a key id, by a key of the set (Security Framework 1.0 §5.2.2, §6.3). */
    public void verify(Unverified sent, String keySet, Faults faults) {
        SignedJWT token = sent.token();
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            faults.add("The token is signed by " + token.getHeader().getAlgorithm() + "; only RS256 is accepted.");
            return;
        }
        String kid = token.getHeader().getKeyID();
        if (kid == null) {
            faults.add("The token's header has no kid.");
            return;
        }
        Faults own = new Faults();
        boolean fits = fits(token, keys.find(keySet, kid, own), own);
        if (own.none() && !fits) {
            // A tool may publish another key under the same name.
            fits = fits(token, keys.readAgain(keySet, kid, own), own);
        }
        if (own.none() && !fits) {
            own.add("The signature is not by the key \"" + kid + "\" of " + keySet + ".");
        }
        own.list().forEach(faults::add);
    }

    private static boolean fits(SignedJWT token, Optional<JWK> key, Faults faults) {
        try {
            return key.isPresent() && token.verify(new RSASSAVerifier(key.get().toRSAKey()));
        } catch (JOSEException | ClassCastException e) {
            faults.add("The tool's key cannot check a signature by RS256: " + e.getMessage());
            return false;
        }
    }
}
