package org.lectern.config.lrs;

import java.net.URI;
import java.util.List;

/**
 * Where an institution's events go: an LRS, or an endpoint of another standard. Each has lanes of its own.
 *
 * @param name {@code lrs} for the first one, else as in {@code lectern.tenant.<id>.destinations}
 * @param kind what it understands
 * @param endpoint its address; an LRS's always ends with a slash, and statements go to {@code statements} below it
 * @param credentials how we identify ourselves
 * @param version of the standard; to an LRS the value of {@code X-Experience-API-Version}
 * @param dialect what may be expected of an LRS's answers
 * @param vocabularies the vocabularies told there
 * @param gzip whether request bodies are compressed; many LRSs refuse that
 * @param shards number of lanes it is split into by actor, 1 to 16
 */
public record Destination(
        String name,
        Standard kind,
        URI endpoint,
        LrsCredentials credentials,
        String version,
        Dialect dialect,
        List<String> vocabularies,
        boolean gzip,
        int shards) {

    public Destination {
        vocabularies = List.copyOf(vocabularies);
        if (kind == Standard.XAPI && !endpoint.toString().endsWith("/")) {
            throw new IllegalArgumentException("an LRS endpoint ends with a slash here: " + endpoint);
        }
        if (shards < 1 || shards > 16) {
            throw new IllegalArgumentException("1 to 16 shards, found " + shards);
        }
    }

    /** An LRS. */
    public Destination(
            String name,
            URI endpoint,
            LrsCredentials credentials,
            String version,
            Dialect dialect,
            List<String> vocabularies,
            boolean gzip,
            int shards) {
        this(name, Standard.XAPI, endpoint, credentials, version, dialect, vocabularies, gzip, shards);
    }
}
