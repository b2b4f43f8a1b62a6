package org.lectern.gateway.storage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;
import org.lectern.config.setting.WebAddress;

/**
 * Where uploads are kept, {@code lectern.storage} = {@code file} (default) or {@code s3}.
 *
 * @param folder {@code lectern.storage.folder}; by default {@code media} in the data folder. More nodes than one need one that all of them see
 * @param s3 the bucket, when it is one
 */
record StorageSettings(Optional<Path> folder, Optional<Bucket> s3) {

    private static final Pattern WORD = Pattern.compile("[!-~]+");

    /** {@code lectern.storage}. */
    enum Way {
        FILE,
        S3
    }

    /**
     * {@code lectern.storage.s3.*}.
     *
     * @param name {@code bucket}
     * @param region {@code region}, by default {@code us-east-1}
     * @param endpoint {@code endpoint}: the store's address when it is not Amazon's. The operator's own choice, so private addresses are fine
     * @param keys {@code key} and {@code secret}; absent: what the machine's environment or role gives
     * @param prefix {@code prefix}: what all keys begin with, by default nothing
     * @param pathStyle {@code path-style}: whether the bucket stands in the path instead of the host; by default when there is an endpoint
     */
    record Bucket(
            String name,
            String region,
            Optional<URI> endpoint,
            Optional<Keys> keys,
            String prefix,
            boolean pathStyle) {}

    /** Access key and its secret. */
    record Keys(String key, String secret) {
        @Override
        public String toString() {
            return "Keys";
        }
    }

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    static StorageSettings read(Config config) {
        return Settings.reading(config, StorageSettings::collect);
    }

    static StorageSettings collect(Settings settings) {
        Way way = settings.section("lectern").value("storage", Kind.choice(Way.class), Way.FILE);
        Section storage = settings.section("lectern.storage");
        Optional<Path> folder = storage.optional("folder", Kind.line(4000).map(Path::of));
        Optional<Bucket> bucket = bucket(storage.below("s3"), way == Way.S3);
        return new StorageSettings(folder, bucket);
    }

    private static Optional<Bucket> bucket(Section s3, boolean wanted) {
        Kind<String> names = Kind.matching(Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"), "the name of a bucket");
        Optional<String> name = wanted ? s3.required("bucket", names) : s3.optional("bucket", names);
        String region = s3.value(
                "region",
                Kind.matching(Pattern.compile("[A-Za-z0-9-]{1,40}"), "a region such as eu-central-1"),
                "us-east-1");
        Optional<URI> endpoint = s3.optional("endpoint", WebAddress.any());
        Optional<String> key = s3.optional("key", Kind.secret(WORD, "an access key"));
        Optional<String> secret = s3.optional("secret", Kind.secret(WORD, "an access key's secret"));
        String prefix = s3.value(
                "prefix",
                Kind.matching(Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/?"), "a path such as lectern/media"),
                "");
        boolean pathStyle = s3.value("path-style", Kind.flag(), endpoint.isPresent());
        if (key.isPresent() != secret.isPresent()) {
            s3.wrong(key.isPresent() ? "secret" : "key", "nothing", "key and secret, or neither of them");
        }
        return name.filter(given -> wanted)
                .map(given -> new Bucket(
                        given,
                        region.toLowerCase(Locale.ROOT),
                        endpoint,
                        key.flatMap(id -> secret.map(word -> new Keys(id, word))),
                        prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                        pathStyle));
    }
}
