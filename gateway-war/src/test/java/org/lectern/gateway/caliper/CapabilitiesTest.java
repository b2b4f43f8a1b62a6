package org.lectern.gateway.caliper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.gateway.outbound.Answer;

class CapabilitiesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /** The example of the specification's section on configuration information. */
    @Test
    void readsTheSpecificationsExample() {
        Capabilities said = of(200, """
                {"caliperMaximumPayloadSize": 512,
                 "caliperSupportedVersions": ["http://purl.imsglobal.org/ctx/caliper/v1p1",
                                              "http://purl.imsglobal.org/ctx/caliper/v1p2"],
                 "caliperSupportedExtensions": {"endpointName": "Example Endpoint", "endpointVersion": "1.3.0"}}
                """);
        assertThat(said.payload()).hasValue(512_000);
        assertThat(said.fits()).isTrue();
        assertThat(said.until()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void knowsWhenItIsNotSpokenTo() {
        Capabilities old = of(200, "{\"caliperSupportedVersions\": [\"http://purl.imsglobal.org/ctx/caliper/v1p1\"]}");
        assertThat(old.fits()).isFalse();
        assertThat(old.until()).as("asked again soon").isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        assertThat(of(200, "{\"caliperSupportedVersions\": [\"https://purl.imsglobal.org/ctx/caliper/v1p2\"]}")
                        .fits())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "<html>",
                "{\"caliperMaximumPayloadSize\":\"512\",\"caliperSupportedVersions\":\"all\"}",
                "{\"caliperMaximumPayloadSize\":0}",
                "{\"caliperMaximumPayloadSize\":-3}"
            })
    void believesNoNonsense(String body) {
        Capabilities said = of(200, body);
        assertThat(said.payload()).isEmpty();
        assertThat(said.fits()).isTrue();
    }

    @Test
    void aHugeLimitIsNone() {
        assertThat(of(200, "{\"caliperMaximumPayloadSize\":1e300}").payload().orElseThrow())
                .isGreaterThan(1 << 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 405, 500})
    void anEndpointThatDoesNotSayIsAskedAgainLater(int status) {
        assertThat(of(status, "{\"caliperMaximumPayloadSize\":1}").payload()).isEmpty();
        assertThat(of(status, "").until()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    }

    private static Capabilities of(int status, String body) {
        return Capabilities.of(new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}
