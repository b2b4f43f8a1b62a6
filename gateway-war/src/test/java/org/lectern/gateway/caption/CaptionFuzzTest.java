package org.lectern.gateway.caption;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever is uploaded, it is refused by name, or what is kept of it reads the same again and has only tags of cues in it. */
class CaptionFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void keepsCleanCaptionsOrRefusesThemByName(byte[] file) {
        try {
            String kept = CaptionFile.read(file).webVtt();
            assertThat(CaptionFile.read(kept.getBytes(StandardCharsets.UTF_8)).webVtt())
                    .isEqualTo(kept);
            assertThat(kept.replaceAll("</?(b|i|u|c|v|lang|ruby|rt)([. ][^<>]*)?>|<\\d[\\d:.]*>", ""))
                    .doesNotContain("<");
        } catch (CaptionsRefused named) {
            assertThat(named.code()).startsWith("captions.");
        }
    }
}
