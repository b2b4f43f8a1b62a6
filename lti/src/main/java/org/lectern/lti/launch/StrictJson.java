package org.lectern.lti.launch;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/** Reads one JSON object of valid UTF-8 in which no object, at any depth, has a name twice (RFC 7519 §4). */
final class StrictJson {

    private StrictJson() {}

    static Map<String, Object> object(byte[] utf8) {
        String text = decoded(utf8);
        Map<String, Object> object = parsed(text);
        // The parser also reads a list of pairs as an object.
        if (object == null || !text.stripLeading().startsWith("{")) {
            throw new LaunchRejected(LaunchRefusal.JWT_MALFORMED, "a part of the token is not a JSON object");
        }
        if (new DuplicateNames(text).found()) {
            throw new LaunchRejected(LaunchRefusal.JWT_DUPLICATE_CLAIM, "a JSON object of the token has a name twice");
        }
        return object;
    }

    private static String decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new LaunchRejected(LaunchRefusal.JWT_MALFORMED, "a part of the token is not UTF-8", notText);
        }
    }

    private static Map<String, Object> parsed(String text) {
        try {
            return JSONObjectUtils.parse(text);
        } catch (ParseException notJson) {
            // The parser refuses a name that is twice in the outermost object, but does not say that this was it.
            if (new DuplicateNames(text).found()) {
                throw new LaunchRejected(
                        LaunchRefusal.JWT_DUPLICATE_CLAIM, "a JSON object of the token has a name twice");
            }
            throw new LaunchRejected(LaunchRefusal.JWT_MALFORMED, "a part of the token is not a JSON object");
        }
    }
}
