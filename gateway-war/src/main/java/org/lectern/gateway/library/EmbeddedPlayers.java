package org.lectern.gateway.library;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;
import org.lectern.config.setting.WebAddress;
import org.lectern.lti.registration.WebOrigin;

/**
 * Where the players of other companies come from: {@code lectern.player.brightcove-base}, {@code lectern.player.kaltura-base}, by default their
 * public clouds; and {@code -hosts} with whom they may talk. Safe for any thread.
 *
 * @param brightcove Brightcove's
 * @param kaltura Kaltura's, or of an installation of one's own
 */
public record EmbeddedPlayers(Cloud brightcove, Cloud kaltura) {

    private static final URI BRIGHTCOVE = URI.create("https://players.brightcove.net");
    private static final URI KALTURA = URI.create("https://cdnapisec.kaltura.com");
    private static final List<String> BRIGHTCOVE_HOSTS = List.of(
            "https://*.brightcove.net",
            "https://*.brightcove.com",
            "https://*.boltdns.net",
            "https://*.brightcovecdn.com",
            "https://*.akamaihd.net");
    private static final List<String> KALTURA_HOSTS = List.of("https://*.kaltura.com");
    private static final Kind<String> HOST = Kind.matching(
            Pattern.compile("https?://(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\\d{1,5})?"),
            "a host such as https://*.example.com");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * A company's cloud.
     *
     * @param base where its players come from, without trailing slash
     * @param hosts whom they talk to, as sources of a content security policy
     */
    public record Cloud(URI base, List<String> hosts) {
        public Cloud {
            hosts = List.copyOf(hosts);
        }

        private EmbeddedPlayer player(Source.Embedded source, String path) {
            String origin = WebOrigin.of(base).orElseThrow().toString();
            return new EmbeddedPlayer(
                    source.player(),
                    URI.create(base + path),
                    source.settings(),
                    Stream.concat(Stream.of(origin), hosts.stream()).distinct().toList());
        }
    }

    static EmbeddedPlayers read(Config config) {
        return Settings.reading(config, EmbeddedPlayers::collect);
    }

    static EmbeddedPlayers collect(Settings settings) {
        Section section = settings.section("lectern.player");
        return new EmbeddedPlayers(
                cloud(section, "brightcove", BRIGHTCOVE, BRIGHTCOVE_HOSTS),
                cloud(section, "kaltura", KALTURA, KALTURA_HOSTS));
    }

    /** Somebody else's cloud has other hosts: those of the public one are allowed only with it. */
    private static Cloud cloud(Section section, String name, URI publicBase, List<String> publicHosts) {
        Optional<URI> base = section.optional(name + "-base", WebAddress.any().map(EmbeddedPlayers::withoutSlash));
        List<String> hosts = section.list(name + "-hosts", HOST);
        return new Cloud(base.orElse(publicBase), hosts.isEmpty() && base.isEmpty() ? publicHosts : hosts);
    }

    private static URI withoutSlash(URI base) {
        return URI.create(base.toString().replaceFirst("/+$", ""));
    }

    /** What shows this source; empty when it lacks what its player needs, so that no address is put together from anything else. */
    public Optional<EmbeddedPlayer> of(Source.Embedded source) {
        Map<String, String> settings = source.settings();
        if (source.player() == Source.ForeignPlayer.BRIGHTCOVE) {
            boolean whole =
                    has(settings, "account", NUMBER) && has(settings, "player", NAME) && settings.containsKey("video");
            return whole
                    ? Optional.of(brightcove.player(
                            source,
                            "/" + settings.get("account") + "/" + settings.get("player") + "_default/index.min.js"))
                    : Optional.empty();
        }
        boolean whole =
                has(settings, "partner", NUMBER) && has(settings, "uiconf", NUMBER) && settings.containsKey("entry");
        return whole
                ? Optional.of(kaltura.player(
                        source,
                        "/p/" + settings.get("partner") + "/embedPlaykitJs/uiconf_id/" + settings.get("uiconf")))
                : Optional.empty();
    }

    private static boolean has(Map<String, String> settings, String name, Pattern form) {
        return form.matcher(settings.getOrDefault(name, "")).matches();
    }
}
