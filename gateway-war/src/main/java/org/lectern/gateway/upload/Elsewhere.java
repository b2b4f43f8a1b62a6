package org.lectern.gateway.upload;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lectern.config.setting.WebAddress;
import org.lectern.gateway.library.MediaTypes;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.problem.Problem;

/** From what somebody typed to the source of a video that stays where it is. Checked for its form alone: nothing is fetched. Pure. */
final class Elsewhere {

    private static final int MOST_ADDRESS = 2_000;
    private static final String LIVE = "live";
    private static final Map<String, Pattern> BRIGHTCOVE = new LinkedHashMap<>(Map.of(
            "account", Pattern.compile("\\d{1,20}"),
            "player", Pattern.compile("[A-Za-z0-9_-]{1,50}"),
            "video", Pattern.compile("\\d{1,20}|ref:[A-Za-z0-9._:-]{1,150}")));
    private static final Map<String, Pattern> KALTURA = Map.of(
            "partner", Pattern.compile("\\d{1,12}"),
            "uiconf", Pattern.compile("\\d{1,12}"),
            "entry", Pattern.compile("\\d_[a-z0-9]{6,12}"));

    private Elsewhere() {}

    /**
     * The source.
     *
     * @param field what was typed into a field, if anything
     * @param httpToo whether plain http will do, on a laptop
     * @throws Problem 422 {@code upload.kind}, {@code upload.live}, {@code upload.address}, {@code upload.address_type} or {@code
     *     upload.player_ids}
     */
    static Source read(Function<String, Optional<String>> field, boolean httpToo) {
        boolean live = live(field.apply(LIVE).orElse("false"));
        return switch (field.apply("kind").orElse("")) {
            case "address" -> new Source.Address(address(field.apply("url").orElse(""), httpToo), live);
            case "brightcove" -> embedded(Source.ForeignPlayer.BRIGHTCOVE, BRIGHTCOVE, field, live);
            case "kaltura" -> embedded(Source.ForeignPlayer.KALTURA, KALTURA, field, live);
            default ->
                throw new Problem(422, "upload.kind", "A video elsewhere is an address, or of brightcove or kaltura.");
        };
    }

    private static boolean live(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new Problem(422, "upload.live", "The field live is true for a live stream, else false or left out.");
        }
        return text.equals("true");
    }

    private static URI address(String text, boolean httpToo) {
        URI address = parsed(text.strip(), httpToo)
                .orElseThrow(() -> new Problem(
                        422,
                        "upload.address",
                        "An address begins with https:// and has no user name, password or # in it."));
        if (MediaTypes.of(Optional.ofNullable(address.getPath()).orElse("")).isEmpty()) {
            throw new Problem(
                    422,
                    "upload.address_type",
                    "The address must be of the video itself: its path ends in .mp4, .webm, .mov, .m3u8 (HLS) or .mpd (DASH).");
        }
        return address;
    }

    private static Optional<URI> parsed(String text, boolean httpToo) {
        if (text.length() > MOST_ADDRESS) {
            return Optional.empty();
        }
        try {
            return WebAddress.https(httpToo).reading().apply(text);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Source embedded(
            Source.ForeignPlayer player,
            Map<String, Pattern> wanted,
            Function<String, Optional<String>> field,
            boolean live) {
        Map<String, String> settings = new LinkedHashMap<>();
        wanted.forEach((name, form) -> {
            String value = field.apply(name).orElse("").strip();
            if (!form.matcher(value).matches()) {
                throw new Problem(422, "upload.player_ids", "The field " + name + " has not the form of such an id.");
            }
            settings.put(name, value);
        });
        if (live) {
            settings.put(LIVE, "true");
        }
        return new Source.Embedded(player, settings);
    }
}
