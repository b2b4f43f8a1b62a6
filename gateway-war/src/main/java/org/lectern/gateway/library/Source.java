package org.lectern.gateway.library;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a video comes from. */
public sealed interface Source {

    /**
     * An MP4, WebM, HLS or DASH address elsewhere; browsers get it from there.
     *
     * @param live whether it is a live stream
     */
    record Address(URI url, boolean live) implements Source {

        /** A video on demand. */
        public Address(URI url) {
            this(url, false);
        }
    }

    /** A file of this server that the configuration names. */
    record DeclaredFile(Path file) implements Source {}

    /**
     * An upload, in the deployment's storage.
     *
     * @param object its name in storage, made by us
     * @param type media type, as its content was found to be
     * @param bytes its size
     */
    record Stored(String object, String type, long bytes) implements Source {}

    /**
     * A video that another company's player shows; its script is loaded only when it is played.
     *
     * @param player which player
     * @param settings what that player needs to find it; {@code live} is {@code true} for a live stream
     */
    record Embedded(ForeignPlayer player, Map<String, String> settings) implements Source {
        public Embedded {
            settings = Map.copyOf(settings);
        }
    }

    /** Players of others that we know how to listen to. */
    enum ForeignPlayer {
        BRIGHTCOVE,
        KALTURA
    }

    /** Whether it is a live stream: without a length, so without progress and completion. */
    default boolean isLive() {
        return this instanceof Address there && there.live()
                || this instanceof Embedded embedded
                        && "true".equals(embedded.settings().get("live"));
    }

    /** The address that browsers play it from directly, if there is one. */
    default Optional<URI> address() {
        return this instanceof Address there ? Optional.of(there.url()) : Optional.empty();
    }
}
