package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.lectern.adapter.action.CaptureApplication;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.disk.ByteSize;

/**
 * Settings of this room: {@code lectern.upload.keep} (how long an upload that nobody goes on with is kept, PT10M to P30D, by default
 * PT24H), {@code lectern.upload.at-once} (requests with bytes that one node takes at the same time, 1 to 1,000, by default 24; each needs up
 * to 5 MiB of memory), and what each institution wants: {@link UploadPolicy}, {@link CaptureTool}.
 */
@ApplicationScoped
public class UploadSettings {

    private static final Set<String> NOT_OPENED =
            Set.of("javascript", "data", "vbscript", "file", "blob", "about", "view-source", "filesystem");
    private static final Kind<Long> SIZE = new Kind<>("a size such as 2GiB or 500MiB", false, ByteSize::parse);
    private static final Kind<String> TYPE = Kind.matching(
                    Pattern.compile("[a-z]+/[a-z0-9.+-]+"), String.join(", ", VideoContent.TYPES))
            .onlyIf(VideoContent.TYPES::contains);
    private static final Kind<URI> LAUNCH = new Kind<>(
                    "an address that opens an application, such as kaltura-capture://open",
                    false,
                    text -> Optional.of(URI.create(text)))
            .onlyIf(address -> address.isAbsolute()
                    && !NOT_OPENED.contains(address.getScheme().toLowerCase(java.util.Locale.ROOT)));

    private final Read read;

    /** What was read. */
    record Read(Duration keep, int atOnce, Map<String, UploadPolicy> policies, Map<String, CaptureTool> captures) {}

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    @Inject
    public UploadSettings(Config config) {
        this(Settings.reading(config, UploadSettings::collect));
    }

    UploadSettings(Read read) {
        this.read = read;
    }

    protected UploadSettings() { // CDI proxy
        this((Read) null);
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        collect(settings);
    }

    static Read collect(Settings settings) {
        Section upload = settings.section("lectern.upload");
        Map<String, UploadPolicy> policies = new HashMap<>();
        Map<String, CaptureTool> captures = new HashMap<>();
        settings.tenants().forEach((id, tenant) -> {
            policies.put(id, policy(tenant.below("upload")));
            capture(tenant.below("capture")).ifPresent(tool -> captures.put(id, tool));
        });
        return new Read(
                upload.value("keep", Kind.duration("PT10M", "P30D"), Duration.ofHours(24)),
                upload.value("at-once", Kind.number(1, 1_000), 24),
                Map.copyOf(policies),
                Map.copyOf(captures));
    }

    private static UploadPolicy policy(Section upload) {
        Set<String> types = new HashSet<>(upload.list("types", TYPE));
        return new UploadPolicy(
                upload.value("max-bytes", SIZE.onlyIf(bytes -> bytes > 0), UploadPolicy.DEFAULT.maxBytes()),
                types.isEmpty() ? UploadPolicy.DEFAULT.types() : types,
                upload.value("by", Kind.choice(UploadPolicy.By.class), UploadPolicy.DEFAULT.by()));
    }

    private static Optional<CaptureTool> capture(Section capture) {
        String name = capture.value("name", Kind.line(100), "Capture");
        CaptureApplication.Kind kind = capture.value(
                "kind", Kind.choice(CaptureApplication.Kind.class), CaptureApplication.Kind.KALTURA_CAPTURE);
        return capture.optional("url", LAUNCH).map(url -> new CaptureTool(url, name, kind));
    }

    Duration keep() {
        return read.keep();
    }

    int atOnce() {
        return read.atOnce();
    }

    /** What an institution lets people upload. */
    public UploadPolicy policy(TenantId tenant) {
        return read.policies().getOrDefault(tenant.value(), UploadPolicy.DEFAULT);
    }

    Optional<CaptureTool> capture(TenantId tenant) {
        return Optional.ofNullable(read.captures().get(tenant.value()));
    }
}
