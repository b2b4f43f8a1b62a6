package org.lectern.config.lrs;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;

/** From {@code lectern.tenant.<id>.lrs.*} and {@code .destination.<name>.*} to destinations. */
public final class DestinationReader {

    private static final String DEFAULT_VERSION = "1.0.3";
    private static final String CALIPER_VERSION = "1.2";
    private static final List<String> OF_XAPI_ONLY = List.of("key", "secret", "version", "dialect", "gzip");
    private static final String NONE = "none";
    private static final int OPENLRW_SHARDS = 4;

    private static final Kind<String> VOCABULARY = Kind.matching(
            Pattern.compile("[a-z0-9-]+"), "names of vocabularies in lower-case letters, digits and hyphens, or none");
    private static final Kind<Standard> KIND = Kind.choice(Standard.class);
    private static final Kind<String> VERSION =
            Kind.matching(Pattern.compile("1\\.0\\.[0-3]|2\\.0\\.0"), "1.0.0 to 1.0.3, or 2.0.0");

    private DestinationReader() {}

    /**
     * The destination called {@code lrs}. A tenant that tells no vocabulary ({@code vocabularies=none}) needs none.
     *
     * @param tenant {@code lectern.tenant.<id>}
     * @return empty when there is none, or when something was noted as wrong
     */
    public static Optional<Destination> first(Section tenant) {
        List<String> vocabularies = vocabularies(tenant, Standard.XAPI);
        Section lrs = tenant.below("lrs");
        return vocabularies.isEmpty() && !lrs.has("endpoint") ? Optional.empty() : read("lrs", lrs, vocabularies);
    }

    /**
     * A further destination.
     *
     * @param destination {@code lectern.tenant.<id>.destination.<name>}
     * @return empty when something was noted as wrong
     */
    public static Optional<Destination> further(String name, Section destination) {
        Standard kind = destination.value("kind", KIND, Standard.XAPI);
        List<String> vocabularies = vocabularies(destination, kind);
        return kind == Standard.CALIPER
                ? caliper(name, destination, vocabularies)
                : read(name, destination, vocabularies);
    }

    /** Caliper knows bearer tokens only (Caliper 1.2 §5.4), and our events are of one version. */
    private static Optional<Destination> caliper(String name, Section section, List<String> vocabularies) {
        Optional<URI> endpoint = section.required("endpoint", section.settings().https());
        for (String key : OF_XAPI_ONLY) {
            if (section.has(key)) {
                section.wrong(
                        key, "a setting of LRSs", "none, since kind is caliper; it takes endpoint, bearer and shards");
            }
        }
        Optional<LrsCredentials> bearer = CredentialsReader.bearer(section);
        int shards = section.value("shards", Kind.number(1, 16), 1);
        return section.whole(() -> new Destination(
                name,
                Standard.CALIPER,
                endpoint.orElseThrow(),
                bearer.orElseThrow(),
                CALIPER_VERSION,
                Dialect.STANDARD,
                vocabularies,
                false,
                shards));
    }

    private static Optional<Destination> read(String name, Section section, List<String> vocabularies) {
        Optional<URI> endpoint = section.required("endpoint", endpoint(section));
        Optional<LrsCredentials> credentials = CredentialsReader.read(section);
        String version = section.value("version", VERSION, DEFAULT_VERSION);
        Dialect dialect = section.value("dialect", Kind.choice(Dialect.class), Dialect.STANDARD);
        boolean gzip = section.value("gzip", Kind.flag(), false);
        int shards = section.value("shards", Kind.number(1, 16), dialect == Dialect.OPENLRW ? OPENLRW_SHARDS : 1);
        return section.whole(() -> new Destination(
                name, endpoint.orElseThrow(), credentials.orElseThrow(), version, dialect, vocabularies, gzip, shards));
    }

    private static List<String> vocabularies(Section section, Standard kind) {
        List<String> told = section.has("vocabularies")
                ? section.requiredList("vocabularies", VOCABULARY)
                : List.of(kind.usualVocabulary());
        if (told.contains(NONE) && told.size() > 1) {
            section.wrong("vocabularies", "none together with others", VOCABULARY.allowed());
        }
        return told.contains(NONE) ? List.of() : told;
    }

    // The address of statements is the commonest mistake here, and would become .../statements/statements.
    private static Kind<URI> endpoint(Section section) {
        Kind<URI> https = section.settings().https();
        return new Kind<>(https.allowed() + ", without ? and not ending in /statements", false, https.reading())
                .onlyIf(address ->
                        address.getRawQuery() == null && !address.getRawPath().matches(".*/statements/?"))
                .map(address -> address.toString().endsWith("/") ? address : URI.create(address + "/"));
    }
}
