package org.lectern.playground.lms;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/** Signs claims with a platform's key, RS256 with a key id, or in the wrong way that was asked for. */
final class IdTokens {
    private IdTokens() {}

    static String sign(JWTClaimsSet claims, KeyRing keys, Misbehaviour misbehaviour) {
        RSAKey key = keys.signing();
        try {
            return switch (misbehaviour) {
                case MALFORMED -> "{\"name\":\"this is no token\"}";
                case ALG_NONE -> new PlainJWT(claims).serialize();
                case ALG_HS256 -> signed(claims, JWSAlgorithm.HS256, key.getKeyID(), publicKeyAsSecret(key));
                case NO_KID -> signed(claims, JWSAlgorithm.RS256, null, new RSASSASigner(key));
                case WRONG_KID -> signed(claims, JWSAlgorithm.RS256, "key-of-nobody", new RSASSASigner(key));
                case BAD_SIGNATURE ->
                    signed(claims, JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(keys.fresh()));
                default -> signed(claims, JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key));
            };
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with our own key", e);
        }
    }

    private static JWSSigner publicKeyAsSecret(RSAKey key) throws JOSEException {
        return new MACSigner(key.toRSAPublicKey().getEncoded());
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String kid, JWSSigner signer)
            throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(kid)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
