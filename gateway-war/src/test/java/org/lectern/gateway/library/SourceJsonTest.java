package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceJsonTest {

    private static final URI STREAM = URI.create("https://cdn.example.net/talk.m3u8?a=b&c=%22");

    static Stream<Source> kept() {
        return Stream.of(
                new Source.Address(STREAM),
                new Source.Address(STREAM, true),
                new Source.Stored("acme/1", "video/mp4", 5_000_000_000L),
                new Source.Embedded(Source.ForeignPlayer.KALTURA, Map.of("entry", "1_\"x\"", "live", "true")));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void readsWhatItWrote(Source source) {
        assertThat(SourceJson.read(SourceJson.text(source))).isEqualTo(source);
    }

    @Test
    void takesAnAddressThatSaysNothingOfItForAVideoOnDemand() {
        assertThat(SourceJson.read("{\"kind\":\"address\",\"url\":\"https://cdn.example.net/a.mp4\"}")
                        .isLive())
                .isFalse();
    }

    @Test
    void knowsWhatIsLive() {
        assertThat(kept().map(Source::isLive).toList()).isEqualTo(List.of(false, true, false, true));
    }

    @Test
    void keepsNoFileOfTheConfiguration() {
        Source declared = new Source.DeclaredFile(Path.of("a.mp4"));
        assertThatThrownBy(() -> SourceJson.text(declared)).isInstanceOf(IllegalArgumentException.class);
    }
}
