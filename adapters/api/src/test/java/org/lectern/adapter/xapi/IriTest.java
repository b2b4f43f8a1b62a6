package org.lectern.adapter.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IriTest {

    private static final String ALPHABET = "htps:/.-_~azAZ09%?#&=@[]{} ü\\|^";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://video.example.edu/e/intro",
                "http://127.0.0.1:8080/e/intro",
                "http://id.tincanapi.com/activitytype/category",
                "https://example.edu/a?b=c#d",
                "mailto:a@example.edu",
                "urn:isbn:1"
            })
    void takesWhatHasAScheme(String value) {
        assertThat(new Iri(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "intro", "/e/intro", "http://", "https:// x", "http://example.edu/a b", "http://a/%zz"})
    void refusesWhatIsNoAddress(String value) {
        assertThatThrownBy(() -> new Iri(value)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The short way for plain addresses takes nothing that the long one refuses. */
    @Test
    void agreesWithTheParserOnWhateverComes() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://" : "https://");
            for (int k = random.nextInt(8); k > 0; k--) {
                text.append(ALPHABET.charAt(random.nextInt(i % 2 == 0 ? 15 : ALPHABET.length())));
            }
            String value = text.toString();
            assertThat(taken(() -> new Iri(value))).as(value).isEqualTo(taken(() -> URI.create(value)));
        }
    }

    private static boolean taken(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
