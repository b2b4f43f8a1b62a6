package org.lectern.playground.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clouds of Brightcove and Kaltura as far as a browser asks them: their players' stand-ins, and one clip by ranges. */
final class ForeignClouds {

    private static final Pattern ALL = Pattern.compile(
            "https://(players\\.brightcove\\.net|cdnapisec\\.kaltura\\.com|media\\.(brightcove|kaltura)\\.com)/.*");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final Path CLIP = Path.of("clips", "intro.mp4");

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
            route.fulfill(clip(route.request().headers().getOrDefault("range", "")));
        }
    }

    private static Route.FulfillOptions script(String name) {
        try (InputStream in = ForeignClouds.class.getResourceAsStream("/players/" + name)) {
            return new Route.FulfillOptions().setContentType("text/javascript").setBodyBytes(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route.FulfillOptions clip(String range) {
        try {
            byte[] all = Files.readAllBytes(CLIP);
            Matcher part = RANGE.matcher(range);
            boolean whole = !part.matches();
            int from = whole ? 0 : Integer.parseInt(part.group(1));
            int to = whole || part.group(2).isEmpty() ? all.length - 1 : Integer.parseInt(part.group(2));
            return new Route.FulfillOptions()
                    .setStatus(whole ? 200 : 206)
                    .setHeaders(Map.of(
                            "Content-Type",
                            "video/mp4",
                            "Accept-Ranges",
                            "bytes",
                            "Content-Range",
                            "bytes " + from + "-" + to + "/" + all.length))
                    .setBodyBytes(Arrays.copyOfRange(all, from, to + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
