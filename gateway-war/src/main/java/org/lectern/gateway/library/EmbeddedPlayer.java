package org.lectern.gateway.library;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Another company's player, about to show one video.
 *
 * @param player which
 * @param script what brings the player into a page
 * @param settings what it needs to find the video
 * @param hosts whom its page may talk to, as sources of a content security policy; the script's own host first
 */
public record EmbeddedPlayer(
        Source.ForeignPlayer player, URI script, Map<String, String> settings, List<String> hosts) {
    public EmbeddedPlayer {
        settings = Map.copyOf(settings);
        hosts = List.copyOf(hosts);
    }
}
