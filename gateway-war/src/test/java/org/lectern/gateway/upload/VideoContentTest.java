package org.lectern.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoContentTest {

    @Test
    void knowsARealVideo() {
        assertThat(VideoContent.type(PracticeUploads.film())).isEqualTo("video/mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "isom, video/mp4",
        "mp42, video/mp4",
        "iso6, video/mp4",
        "'M4V ', video/mp4",
        "dash, video/mp4",
        "'qt  ', video/quicktime",
        "XXXX, application/mp4",
        "avif, image/avif",
        "'M4A ', audio/mp4"
    })
    void tellsTheFamilyOfMp4ApartByBrand(String brand, String type) {
        assertThat(VideoContent.type(latin("\0\0\0\24ftyp" + brand + "\0\0\2\0" + brand + "\0\0\0\10free")))
                .isEqualTo(type);
    }

    @Test
    void takesABrandThatStandsSecond() {
        assertThat(VideoContent.type(latin("\0\0\0\30ftypXXXX\0\0\2\0XXXXisom\0\0\0\10free")))
                .isEqualTo("video/mp4");
        assertThat(VideoContent.type(latin("\0\0\0\24ftypXXXX\0\0\2\0XXXXisom")))
                .as("beyond the end of its box")
                .isEqualTo("application/mp4");
    }

    @Test
    void tellsWebmFromOtherMatroska() {
        String head =
                "\u001aE\u00df\u00a3\u009fB\u0086\u0081\1B\u00f7\u0081\1B\u00f2\u0081\4B\u00f3\u0081\10B\u0082\u0084";
        assertThat(VideoContent.type(latin(head + "webmB\u0087\u0081\4B\u0085\u0081\2")))
                .isEqualTo("video/webm");
        assertThat(VideoContent.type(latin(head + "matroskaB\u0087\u0081\4"))).isNotEqualTo("video/webm");
    }

    @Test
    void isNotConfusedByLittle() {
        assertThat(VideoContent.type(new byte[0])).isNotIn(VideoContent.TYPES);
        assertThat(VideoContent.type(latin("\0\0\0\30ftyp"))).isNotEqualTo("video/mp4");
        assertThat(VideoContent.type(latin("\u00ff\u00ff\u00ff\u00ffftypisom"))).isIn("video/mp4", "application/mp4");
    }

    @Test
    void takesPicturesThatCannotRunAnything() {
        assertThat(VideoContent.picture(latin("RIFF\1\1\1\1WEBPVP8 "))).contains("image/webp");
        assertThat(VideoContent.picture(latin("\u0089PNG\r\n\u001a\n"))).contains("image/png");
        assertThat(VideoContent.picture(latin("\u00ff\u00d8\u00ff\u00e0"))).contains("image/jpeg");
        assertThat(VideoContent.picture(latin("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")))
                .isEmpty();
        assertThat(VideoContent.picture(latin("GIF89a"))).isEmpty();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
