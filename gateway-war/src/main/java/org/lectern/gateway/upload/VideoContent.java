package org.lectern.gateway.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is, by its first bytes; what anybody says about it counts for nothing. Apache Tika knows some thousand kinds by their beginnings;
 * which member of its family an MP4 or a Matroska file is stands in its head, and is read here. Pure.
 */
final class VideoContent {

    /** How much of a file is looked at; its head may be padded. */
    static final int BEGINNING = 64 * 1024;

    /** So little tells nothing about a file that goes on. */
    static final int TOO_LITTLE = 4 * 1024;

    /** The videos that browsers play. */
    static final Set<String> TYPES = Set.of("video/mp4", "video/webm", "video/quicktime");

    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/webp", "image/png");
    private static final Set<String> MP4_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "mp71", "avc1",
            "M4V ", "M4VH", "M4VP", "dash", "msdh", "MSNV", "mmp4", "3gp4", "3gp5", "3gp6", "hvc1", "av01");
    private static final int BRAND = 8;
    private static final int BRAND_LENGTH = 4;
    private static final int OLDEST_EBML_HEAD = 64;

    private VideoContent() {}

    /** Its type: one of {@link #TYPES}; or what else it is, as far as that is known. */
    static String type(byte[] beginning) {
        String family = family(beginning);
        if (family.equals("video/quicktime") || family.equals("video/mp4") || family.equals("video/x-m4v")) {
            return mp4(beginning, family);
        }
        boolean webm =
                family.equals("application/x-matroska") && docType(beginning).contains("webm");
        return webm ? "video/webm" : family;
    }

    /** The type of a picture that browsers show and that cannot run anything. */
    static Optional<String> picture(byte[] beginning) {
        return Optional.of(family(beginning)).filter(PICTURES::contains);
    }

    private static String family(byte[] beginning) {
        try {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(beginning), new Metadata())
                    .toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory could not be read", impossible);
        }
    }

    /** By the brands of its {@code ftyp} box (ISO/IEC 14496-12 §4.3); older QuickTime files have none. */
    private static String mp4(byte[] beginning, String family) {
        if (!text(beginning, BRAND_LENGTH, BRAND).equals("ftyp")) {
            return family;
        }
        String major = text(beginning, BRAND, BRAND + BRAND_LENGTH);
        if (major.equals("qt  ")) {
            return "video/quicktime";
        }
        int end = Math.min(beginning.length, boxLength(beginning));
        for (int at = BRAND; at + BRAND_LENGTH <= end; at += BRAND_LENGTH) {
            if (MP4_BRANDS.contains(text(beginning, at, at + BRAND_LENGTH))) {
                return "video/mp4";
            }
        }
        return "application/mp4";
    }

    private static int boxLength(byte[] beginning) {
        return Math.max(0, java.nio.ByteBuffer.wrap(beginning).getInt());
    }

    /** The beginning of the EBML head, where the kind of document stands (RFC 8794 §11.2.4). */
    private static String docType(byte[] beginning) {
        return text(beginning, 0, OLDEST_EBML_HEAD);
    }

    private static String text(byte[] bytes, int from, int to) {
        int end = Math.min(bytes.length, to);
        return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
