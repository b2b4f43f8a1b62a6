package org.lectern.lti.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Whatever answers at a key set's address, it is a set of sound keys or refused as a whole. */
class KeySetFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void readsSoundKeysOrRefusesTheSet(byte[] input) {
        try {
            Map<String, PlatformKey> keys =
                    KeySetReader.read(new KeySetAnswer(200, new String(input, StandardCharsets.UTF_8)));
            assertThat(keys).isNotEmpty();
            keys.forEach((name, key) -> {
                assertThat(key.kid()).isEqualTo(name);
                assertThat(key.key().getModulus().bitLength()).isBetween(2048, 8192);
                assertThat(key.key().getPublicExponent().testBit(0)).isTrue();
            });
        } catch (KeySetUnavailable named) {
            assertThat(named.getMessage()).hasSizeLessThan(200);
        }
    }
}
