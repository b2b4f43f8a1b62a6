package org.lectern.gateway.caption;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads files of captions: WebVTT, or SubRip, told by their beginning and not by their name. UTF-8, or UTF-16 with its mark; packed files are
 * never unpacked.
 */
public final class CaptionFile {

    /** Two hours of dense captions are a tenth of it. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final String WEB_VTT = "WEBVTT";

    private CaptionFile() {}

    /**
     * @return clean, in order of time
     * @throws CaptionsRefused {@code captions.too_large}, {@code captions.encoding}, {@code captions.format}, {@code captions.timing},
     *     {@code captions.too_long} or {@code captions.empty}
     */
    public static Captions read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new CaptionsRefused("captions.too_large", "This file is larger than captions are (2 MB).");
        }
        String text = text(file).replace("\r\n", "\n").replace('\r', '\n');
        boolean webVtt = text.startsWith(WEB_VTT)
                && (text.length() == WEB_VTT.length() || " \t\n".indexOf(text.charAt(WEB_VTT.length())) >= 0);
        return new CueReader(text, webVtt).read();
    }

    private static String text(byte[] file) {
        String text = starts(file, UTF_16_LITTLE)
                ? decoded(file, UTF_16_LITTLE.length, StandardCharsets.UTF_16LE)
                : starts(file, UTF_16_BIG)
                        ? decoded(file, UTF_16_BIG.length, StandardCharsets.UTF_16BE)
                        : decoded(file, starts(file, UTF_8_MARK) ? UTF_8_MARK.length : 0, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw unreadable();
        }
        return text;
    }

    private static String decoded(byte[] file, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(file, from, file.length - from))
                    .toString();
        } catch (CharacterCodingException other) {
            CaptionsRefused refused = unreadable();
            refused.initCause(other);
            throw refused;
        }
    }

    private static boolean starts(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    private static CaptionsRefused unreadable() {
        return new CaptionsRefused(
                "captions.encoding",
                "This is no text in UTF-8. Save the captions as WebVTT or SubRip with the encoding UTF-8.");
    }
}
