package org.lectern.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.upload.PracticeUploads.base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadMetadataTest {

    @Test
    void readsWhatIsToldAndLeavesTheRest() {
        UploadMetadata told = UploadMetadata.read("title " + base64(" Zellen\n\u202eevil ") + ", is_public,duration "
                + base64("61.25") + ",mark " + base64("a|1"));
        assertThat(told.title()).isEqualTo("Zellen evil");
        assertThat(told.mark()).isEqualTo("a|1");
        assertThat(told.duration().orElseThrow()).isEqualByComparingTo("61.25");
        assertThat(told.language()).isEmpty();
    }

    @Test
    void hasATitleInAnyCase() {
        assertThat(UploadMetadata.read(null).title()).isEqualTo("Video");
        assertThat(UploadMetadata.read("filename " + base64("a.mp4")).title()).isEqualTo("a.mp4");
        assertThat(UploadMetadata.read("title " + base64("\ud83c\udfac".repeat(300)))
                        .title())
                .isEqualTo("\ud83c\udfac".repeat(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "NaN", "Infinity", "1e9", "99999999", "604801", "1,5", ""})
    void believesNoLengthThatNoVideoHas(String seconds) {
        assertThat(UploadMetadata.seconds(seconds)).isEmpty();
    }
}
