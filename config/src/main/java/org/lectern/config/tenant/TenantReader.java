package org.lectern.config.tenant;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.DestinationReader;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;

/** From {@code lectern.tenant.<id>.*} to one tenant. */
final class TenantReader {

    private static final BigDecimal DEFAULT_THRESHOLD = new BigDecimal("0.95");
    private static final Duration DEFAULT_RETENTION = Duration.ofDays(30);

    private static final Kind<String> NAME = Kind.matching(
            Pattern.compile("[a-z0-9][a-z0-9-]{0,39}"), "names of 1 to 40 lower-case letters, digits and hyphens");
    private static final Kind<String> DESTINATION_NAME = new Kind<>(
                    NAME.allowed() + ", not lrs, which is the first one's, and not beginning with ags-, as grades' do",
                    false,
                    NAME.reading())
            .onlyIf(name -> !name.equals("lrs") && !name.startsWith("ags-"));
    private static final Kind<BigDecimal> THRESHOLD = Kind.matching(
                    Pattern.compile("[01](\\.\\d{1,4})?"), "a decimal above 0 and up to 1, such as 0.95")
            .map(BigDecimal::new)
            .onlyIf(share -> share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0);
    private static final Kind<Duration> INTERVAL = Kind.duration("PT1S", "PT10M");
    private static final Kind<Function<VideoEnd, ProgressPolicy>> PROGRESS =
            new Kind<>("milestones, percent, or " + INTERVAL.allowed(), false, TenantReader::progress);

    private TenantReader() {}

    /** Empty when something about it was noted as wrong. */
    static Optional<Tenant> read(TenantId id, Section section) {
        String name = section.value("name", Kind.line(200), id.value());
        List<Platform> platforms = section.list("platforms", NAME).stream()
                .map(platform ->
                        PlatformReader.read(platform, section.below("platform").below(platform)))
                .flatMap(Optional::stream)
                .toList();
        List<MediaEntry> media = section.list("media", MediaReader.ID).stream()
                .map(entry -> MediaReader.read(entry, section.below("media").below(entry)))
                .flatMap(Optional::stream)
                .toList();
        List<Destination> destinations = destinations(section);
        VideoEnd end = new VideoEnd(
                section.value("video-end-percent", Kind.number(1, 100), VideoEnd.ALL.percent()),
                section.value("video-end-seconds", Kind.number(0, 3600), VideoEnd.ALL.seconds()));
        ProgressPolicy progress = section.value("progress", PROGRESS, ProgressPolicy.Milestones::new)
                .apply(end);
        BigDecimal threshold = section.value("completion-threshold", THRESHOLD, DEFAULT_THRESHOLD);
        ActorPolicy actor = section.value("actor", Kind.choice(ActorPolicy.class), ActorPolicy.PSEUDONYM);
        Duration retention = section.value("retention", Kind.duration("PT1H", "P3650D"), DEFAULT_RETENTION);
        Map<String, String> adapterSettings = adapterSettings(section.below("vocabulary"));
        return section.whole(() -> new Tenant(
                id, name, platforms, destinations, media, progress, threshold, actor, retention, adapterSettings));
    }

    private static Optional<Function<VideoEnd, ProgressPolicy>> progress(String text) {
        return switch (text) {
            case "milestones" -> Optional.of(ProgressPolicy.Milestones::new);
            case "percent" -> Optional.of(ProgressPolicy.EveryPercent::new);
            default -> INTERVAL.reading().apply(text).map(every -> end -> new ProgressPolicy.Interval(every, end));
        };
    }

    private static List<Destination> destinations(Section section) {
        return Stream.concat(
                        DestinationReader.first(section).stream(),
                        section.list("destinations", DESTINATION_NAME).stream()
                                .map(name -> DestinationReader.further(
                                        name, section.below("destination").below(name)))
                                .flatMap(Optional::stream))
                .toList();
    }

    private static Map<String, String> adapterSettings(Section vocabulary) {
        // A plug-in's setting may be a secret; its adapter alone knows what is allowed.
        Kind<String> anything = Kind.secret(Pattern.compile("(?s).*"), "any text");
        Map<String, String> settings = new HashMap<>();
        for (String key : vocabulary.keys()) {
            if (key.matches("[a-z0-9-]+\\..+")) {
                vocabulary.optional(key, anything).ifPresent(value -> settings.put(key, value));
            }
        }
        return settings;
    }
}
