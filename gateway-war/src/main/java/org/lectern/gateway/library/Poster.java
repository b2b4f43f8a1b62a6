package org.lectern.gateway.library;

import java.nio.file.Path;

/** Where a video's still picture lies. */
public sealed interface Poster {

    /**
     * In storage.
     *
     * @param object its name there
     */
    record Stored(String object) implements Poster {}

    /**
     * A file that the configuration names.
     *
     * @param file its absolute path
     * @param type its media type
     */
    record DeclaredFile(Path file, String type) implements Poster {}
}
