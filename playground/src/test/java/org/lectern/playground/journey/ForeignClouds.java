package org.lectern.playground.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clouds of Brightcove and Kaltura as far as a browser asks them: their players' stand-ins, and one clip by ranges. And two of a video in
 * several qualities: one has the playlists, which lead to the other.
 */
final class ForeignClouds {

    private static final Pattern ALL = Pattern.compile(
            "https://(players\\.brightcove\\.net|cdnapisec\\.kaltura\\.com|media\\.(brightcove|kaltura)\\.com"
                    + "|streams\\.example\\.net|segments\\.example\\.org)/.*");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final Path CLIP = Path.of("clips", "intro.mp4");
    private static final Path LEVELS = Path.of("clips", "levels");
    private static final Map<String, String> TYPES =
            Map.of("m3u8", "application/vnd.apple.mpegurl", "mpd", "application/dash+xml", "mp4", "video/mp4");

    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Answers this page from now on. */
    static ForeignClouds around(Page page) {
        ForeignClouds clouds = new ForeignClouds();
        page.route(ALL, clouds::answer);
        return clouds;
    }

    /** Addresses asked so far. */
    List<String> asked() {
        return asked;
    }

    private void answer(Route route) {
        String address = route.request().url();
        asked.add(address);
        if (address.contains("players.brightcove.net")) {
            route.fulfill(script("brightcove.js"));
        } else if (address.contains("cdnapisec.kaltura.com")) {
            route.fulfill(script("kaltura.js"));
        } else {
            String range = route.request().headers().getOrDefault("range", "");
            route.fulfill(
                    address.contains(".example.") ? level(address, range) : part(bytes(CLIP), "video/mp4", range));
        }
    }

    private static Route.FulfillOptions script(String name) {
        try (InputStream in = ForeignClouds.class.getResourceAsStream("/players/" + name)) {
            return new Route.FulfillOptions().setContentType("text/javascript").setBodyBytes(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route.FulfillOptions level(String address, String range) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        byte[] bytes = bytes(LEVELS.resolve(name));
        if (name.endsWith(".m3u8")) {
            String playlist = new String(bytes, StandardCharsets.UTF_8);
            bytes = playlist.replaceAll("level\\d\\.mp4", "https://segments.example.org/$0")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return part(bytes, type, range);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route.FulfillOptions part(byte[] all, String type, String range) {
        Matcher part = RANGE.matcher(range);
        boolean whole = !part.matches();
        int from = whole ? 0 : Integer.parseInt(part.group(1));
        int to = whole || part.group(2).isEmpty()
                ? all.length - 1
                : Math.min(Integer.parseInt(part.group(2)), all.length - 1);
        Map<String, String> headers = new HashMap<>(
                Map.of("Content-Type", type, "Accept-Ranges", "bytes", "Access-Control-Allow-Origin", "*"));
        if (!whole) {
            headers.put("Content-Range", "bytes " + from + "-" + to + "/" + all.length);
        }
        return new Route.FulfillOptions()
                .setStatus(whole ? 200 : 206)
                .setHeaders(headers)
                .setBodyBytes(Arrays.copyOfRange(all, from, to + 1));
    }
}
