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
    private static final List<String> DEFAULT_VOCABULARIES = List.of("video-profile");
    private static final String NONE = "none";
    private static final int OPENLRW_SHARDS = 4;

    private static final Kind<String> VOCABULARY = Kind.matching(
            Pattern.compile("[a-z0-9-]+"), "names of vocabularies in lower-case letters, digits and hyphens, or none");
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
        List<String> vocabularies = vocabularies(tenant);
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
        return read(name, destination, vocabularies(destination));
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

    private static List<String> vocabularies(Section section) {
        List<String> told =
                section.has("vocabularies") ? section.requiredList("vocabularies", VOCABULARY) : DEFAULT_VOCABULARIES;
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
