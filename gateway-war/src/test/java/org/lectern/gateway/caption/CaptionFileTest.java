package org.lectern.gateway.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionFileTest {

    private static final String ONE = "00:00:01.000 --> 00:00:02.000";

    @Test
    void readsWebVtt() {
        Captions captions =
                read("WEBVTT - a title\nKind: captions\n\nNOTE who\nreads this\n\nfirst\n00:01.000 --> 00:02.500"
                        + " align:start line:0\nOne\nand <i>more</i>\n\n01:00:00.000 --> 01:00:01.000\nTwo\n");
        assertThat(captions.webVtt())
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.500 align:start line:0\nOne\nand <i>more</i>\n"
                        + "\n01:00:00.000 --> 01:00:01.000\nTwo\n");
    }

    @Test
    void turnsSubRipIntoWebVtt() {
        Captions captions =
                read("1\r\n00:00:01,000 --> 00:00:02,5\r\n{\\an8}<font color=\"#ff0000\">Rock & <I>roll</font>"
                        + "\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000 X1:10 X2:20\r\n5 < 6\r\n\r\n");
        assertThat(captions.webVtt())
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nRock &amp; <i>roll</i>\n"
                        + "\n00:00:03.000 --> 00:00:04.000\n5 &lt; 6\n");
    }

    @Test
    void putsCuesInOrderAndLeavesOutWhatIsShownForNoTime() {
        assertThat(
                        read("WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:09.000\nA\n\n00:02.000 --> 00:02.000\nC\n")
                                .cues())
                .extracting(Cue::text)
                .containsExactly("A", "B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>            | alert(1)",
                "<img src=x onerror=alert(1)>Hi       | Hi",
                "<b onclick=x>bold</b>                | <b>bold</b>",
                "<c.red.x\"y style=url(//evil)>a</c>  | <c.red>a</c>",
                "<v Ann <Lee>Hello                    | &lt;v Ann Hello",
                "<v.loud Ann & Bo>Hello               | <v.loud Ann &amp; Bo>Hello</v>",
                "<lang en\"><b>x</lang>               | <b>x</b>",
                "<lang de>ja</lang>                   | <lang de>ja</lang>",
                "<b><i>x</b>y</i>                     | <b><i>x</i></b>y",
                "<rt>a</rt><ruby>b<rt>c</ruby>        | a<ruby>b<rt>c</rt></ruby>",
                "1 < 2 && 3 > 2 <3                    | 1 &lt; 2 &amp;&amp; 3 &gt; 2 &lt;3",
                "&lt;b&gt; &amp;lt; &#60;i&#x3e; &x;  | &lt;b&gt; &amp;lt; &lt;i&gt; &amp;x;",
                "<!-- c ><?php x ?>y                  | y",
                "<00:00:01.500>a<00:00:09.000>b       | <00:00:01.500>ab",
                "a\u0000b\u0007c\u2028d               | abc\u2028d"
            })
    void leavesOfTagsOnlyThoseOfCues(String written, String clean) {
        String text = written.replace("\u0000", "");
        assertThat(read("WEBVTT\n\n" + ONE + "\n" + text + "\n").cues().get(0).text())
                .isEqualTo(clean);
    }

    @Test
    void dropsStylesRegionsAndAddresses() {
        String out = read("WEBVTT\n\nSTYLE\n::cue { background: url(https://evil.example/a.png) }\n\nREGION\nid:x\n\n"
                        + ONE + " region:x line:url(x) position:10%,line-left size:200% align:middle\nHi\n")
                .webVtt();
        assertThat(out).isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000 position:10%,line-left\nHi\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16"})
    void readsUnicodeWithItsMark(String encoding) {
        String text = "\uFEFFWEBVTT\n\n" + ONE + "\nGröße\n";
        byte[] file = encoding.equals("UTF-8")
                ? text.getBytes(StandardCharsets.UTF_8)
                : text.getBytes(StandardCharsets.UTF_16LE);
        assertThat(CaptionFile.read(file).cues().get(0).text()).isEqualTo("Größe");
    }

    @Test
    void refusesOtherEncodingsAndFilesThatAreNoText() throws IOException {
        refuses("captions.encoding", ("WEBVTT\n\n" + ONE + "\nGröße\n").getBytes(Charset.forName("windows-1252")));
        refuses("captions.encoding", new byte[] {'W', 'E', 'B', 'V', 'T', 'T', '\n', 0});
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10 * CaptionFile.MOST_BYTES]);
        }
        refuses("captions.encoding", packed.toByteArray());
    }

    @Test
    void refusesWhatIsTooLarge() {
        refuses("captions.too_large", new byte[CaptionFile.MOST_BYTES + 1]);
        refuses("captions.too_long", ("WEBVTT\n\n" + ONE + "\n" + "x".repeat(2_001)).getBytes(StandardCharsets.UTF_8));
        refuses(
                "captions.too_long",
                ("WEBVTT\n\n" + (ONE + "\nx\n\n").repeat(20_001)).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "'', captions.empty",
        "'<html>no</html>', captions.format",
        "WEBVTTX, captions.format",
        "WEBVTT, captions.empty",
        "'WEBVTT\n\n00:01.000 --> 00:02.000\n\n', captions.empty",
        "'WEBVTT\n\n-00:01.000 --> 00:02.000\nx', captions.timing",
        "'WEBVTT\n\n00:03.000 --> 00:02.000\nx', captions.timing",
        "'WEBVTT\n\n00:61.000 --> 02:02.000\nx', captions.timing",
        "'WEBVTT\n\n9999:00:01.000 --> 9999:00:02.000\nx', captions.timing",
        "'1\n00:00:01,000 --> 00:00:02,000\nx\n\nand more of it\n', captions.timing"
    })
    void namesWhatIsWrong(String file, String code) {
        refuses(code, file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesTheLine() {
        assertThatThrownBy(() -> read("WEBVTT\n\n" + ONE + "\nx\n\n00:05 --> soon\ny\n"))
                .hasMessageStartingWith("Line 6: ");
    }

    @Test
    void chaptersFollowEachOtherAndHaveOnePlainLine() {
        Captions chapters =
                read("WEBVTT\n\n00:00.000 --> 00:30.000 line:0\n<b>One</b>\nmore\n\n00:10.000 --> 00:20.000\nTwo\n"
                                + "\n00:10.000 --> 00:40.000\nToo\n")
                        .asChapters();
        assertThat(chapters.cues())
                .containsExactly(new Cue(0, 10_000, "", "One more"), new Cue(10_000, 20_000, "", "Two"));
    }

    @Test
    void takesNoTimeForWhatIsMadeToTakeIt() {
        String evil = "<".repeat(500_000) + "&".repeat(500_000) + "{\\".repeat(200_000);
        Assertions.assertThatCode(() -> Assertions.assertThatThrownBy(() -> read("1\n" + ONE + "\n" + evil))
                        .isInstanceOf(CaptionsRefused.class))
                .doesNotThrowAnyException();
        long started = System.nanoTime();
        Assertions.assertThatThrownBy(() -> read("WEBVTT\n\n" + ONE + "\n" + evil))
                .isInstanceOf(CaptionsRefused.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    @Property
    void readsAgainWhatItWrote(@ForAll("files") String file) {
        try {
            Captions captions = read(file);
            assertThat(read(captions.webVtt())).isEqualTo(captions);
            assertThat(read(captions.asChapters().webVtt()).asChapters()).isEqualTo(captions.asChapters());
            assertThat(captions.webVtt().replaceAll("</?(b|i|u|c|v|lang|ruby|rt)([. ][^<>]*)?>|<\\d[\\d:.]*>", ""))
                    .doesNotContain("<");
        } catch (CaptionsRefused named) {
            assertThat(named.code()).startsWith("captions.");
        }
    }

    /** Files put together of what matters in them. */
    @Provide
    Arbitrary<String> files() {
        List<String> pieces = List.of(
                "WEBVTT",
                "\n",
                "\n\n",
                "\r\n",
                ONE,
                "00:00:01,000 --> 00:00:09,000",
                " --> ",
                "00:02.500",
                "<b>",
                "</b>",
                "<i",
                "<v ",
                "Ann",
                ">",
                "<",
                "&",
                "&amp;",
                "&lt;",
                ";",
                "<ruby>",
                "<rt>",
                "</rt>",
                "<c.x.y>",
                "</c>",
                "<lang en>",
                "<00:00:01.500>",
                "<script>",
                "{\\an8}",
                "STYLE",
                "NOTE",
                "1",
                " ",
                "\t",
                "é",
                "\u200e",
                "\u00a0",
                "😀",
                "\ud800",
                " line:0",
                " align:start",
                "&#x1F600;",
                "&#13;",
                "&#xD800;",
                "&nbsp;");
        Arbitrary<String> text = Arbitraries.of(pieces).list().ofMaxSize(30).map(parts -> String.join("", parts));
        return Arbitraries.of("WEBVTT\n\n" + ONE + "\n", "WEBVTT\n\n", "1\n" + ONE + "\n", "")
                .flatMap(start -> text.map(rest -> start + rest));
    }

    private static Captions read(String file) {
        return CaptionFile.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(String code, byte[] file) {
        assertThatThrownBy(() -> CaptionFile.read(file))
                .isInstanceOfSatisfying(
                        CaptionsRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
