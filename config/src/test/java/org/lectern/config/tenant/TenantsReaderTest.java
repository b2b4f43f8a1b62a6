package org.lectern.config.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.lrs.LrsCredentials;
import org.lectern.config.lrs.Standard;
import org.lectern.config.setting.Finding;
import org.lectern.config.setting.WrongSetting;
import org.lectern.config.source.GivenConfig;
import org.lectern.lti.registration.RoleMapping;

class TenantsReaderTest {

    @TempDir
    Path folder;

    @Test
    void givesDefaultsToATenantThatOnlyNamesItsLrs() {
        Tenant acme = only(GivenTenant.acme());

        assertThat(acme.name()).isEqualTo("acme");
        assertThat(acme.progress()).isEqualTo(new ProgressPolicy.Milestones());
        assertThat(acme.completionThreshold()).isEqualByComparingTo("0.95");
        assertThat(acme.actor()).isEqualTo(ActorPolicy.PSEUDONYM);
        assertThat(acme.retention()).isEqualTo(Duration.ofDays(30));
        assertThat(acme.platforms()).isEmpty();
        assertThat(acme.media()).isEmpty();
        assertThat(acme.adapterSettings()).isEmpty();
        assertThat(acme.destinations())
                .containsExactly(new Destination(
                        "lrs",
                        URI.create("https://lrs.acme.example/xapi/"),
                        new LrsCredentials.Basic("the-key", "hush"),
                        "1.0.3",
                        Dialect.STANDARD,
                        List.of("video-profile"),
                        false,
                        1));
    }

    @Test
    void readsWhatAPlatformsRolesMean() {
        String roles = "lectern.tenant.acme.platform.moodle.roles.";
        Tenant acme = only(GivenTenant.acme()
                .platform("acme", "moodle", "1")
                .with(roles + "instructor", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Faculty, Tutor")
                .with(roles + "learner", "urn:a"));

        assertThat(acme.platforms().get(0).roles())
                .isEqualTo(new RoleMapping(
                        Set.of("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Faculty", "Tutor"),
                        Set.of("urn:a")));
        assertThat(only(GivenTenant.acme().platform("acme", "moodle", "1"))
                        .platforms()
                        .get(0)
                        .roles())
                .isEqualTo(RoleMapping.NONE);
    }

    @Test
    void readsWhoseOtherPagesMayFrameOurs() {
        Tenant acme = only(GivenTenant.acme()
                .platform("acme", "moodle", "1")
                .with(
                        "lectern.tenant.acme.platform.moodle.origins",
                        "https://Learn.School.example:443/, https://*.school.example, http://school.localhost:8081"));

        assertThat(acme.platforms().get(0).origins())
                .extracting(FrameOrigin::toString)
                .containsExactlyInAnyOrder(
                        "https://learn.school.example", "https://*.school.example", "http://school.localhost:8081");
        assertThat(only(GivenTenant.acme().platform("acme", "moodle", "1"))
                        .platforms()
                        .get(0)
                        .origins())
                .isEmpty();
    }

    @Test
    void takesNoMoreOriginsThanFitIntoAHeader() {
        String origins = IntStream.rangeClosed(0, FrameOrigin.MOST)
                .mapToObj(number -> "https://s" + number + ".example")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> only(GivenTenant.acme()
                        .platform("acme", "moodle", "1")
                        .with("lectern.tenant.acme.platform.moodle.origins", origins)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("platform.moodle.origins: found 21 origins")
                .hasMessageContaining("at most 20");
    }

    @Test
    void readsEverySettingOfATenant() throws IOException {
        Files.createDirectories(folder.resolve("clips"));
        Path clip = Files.writeString(folder.resolve("clips/intro.mp4"), "");
        Path english = Files.writeString(folder.resolve("clips/intro.en.vtt"), "");
        Path still = Files.writeString(folder.resolve("clips/intro.jpg"), "");
        Tenant acme = only(GivenTenant.acme()
                .platform("acme", "moodle", "1, 2")
                .with("lectern.tenant.acme.name", "Acme University")
                .with("lectern.tenant.acme.vocabularies", "kaltura")
                .with("lectern.tenant.acme.lrs.version", "2.0.0")
                .with("lectern.tenant.acme.lrs.gzip", "true")
                .with("lectern.tenant.acme.progress", "PT10S")
                .with("lectern.tenant.acme.completion-threshold", "1")
                .with("lectern.tenant.acme.actor", "mbox-sha1")
                .with("lectern.tenant.acme.retention", "P7D")
                .with("lectern.tenant.acme.vocabulary.kaltura.partner.id", "42")
                .with("lectern.tenant.acme.media", "intro,talk")
                .with("lectern.tenant.acme.media.intro.title", "Introduction")
                .with("lectern.tenant.acme.media.intro.file", "clips/intro.mp4")
                .with("lectern.tenant.acme.media.intro.duration", "PT2M4.3S")
                .with("lectern.tenant.acme.media.intro.language", "EN-gb")
                .with("lectern.tenant.acme.media.intro.poster", "clips/intro.jpg")
                .with("lectern.tenant.acme.media.intro.captions.pt-br", english.toString())
                .with("lectern.tenant.acme.media.intro.captions.en", "clips/intro.en.vtt")
                .with("lectern.tenant.acme.media.talk.url", "https://cdn.example/talk.m3u8?a=b"));

        assertThat(acme.name()).isEqualTo("Acme University");
        assertThat(acme.progress()).isEqualTo(new ProgressPolicy.Interval(Duration.ofSeconds(10)));
        assertThat(acme.completionThreshold()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(acme.actor()).isEqualTo(ActorPolicy.MBOX_SHA1);
        assertThat(acme.retention()).isEqualTo(Duration.ofDays(7));
        assertThat(acme.adapterSettings()).containsExactly(Map.entry("kaltura.partner.id", "42"));
        assertThat(acme.destinations().get(0).version()).isEqualTo("2.0.0");
        assertThat(acme.destinations().get(0).gzip()).isTrue();
        assertThat(acme.destinations().get(0).vocabularies()).containsExactly("kaltura");
        Platform moodle = acme.platforms().get(0);
        assertThat(moodle.deploymentIds()).containsExactlyInAnyOrder("1", "2");
        assertThat(moodle.tokenAudience()).isEqualTo("https://moodle.example/token");
        MediaEntry intro = acme.media("intro").orElseThrow();
        assertThat(intro.file()).contains(clip);
        assertThat(intro.duration()).contains(new BigDecimal("124.3"));
        assertThat(intro.language()).contains("en-GB");
        assertThat(intro.poster()).contains(still);
        assertThat(List.copyOf(intro.captions().entrySet()))
                .containsExactly(Map.entry("en", english), Map.entry("pt-BR", english));
        assertThat(acme.media("talk").orElseThrow().title()).isEqualTo("talk");
        assertThat(acme.media("talk").orElseThrow().url()).contains(URI.create("https://cdn.example/talk.m3u8?a=b"));
    }

    @Test
    void servesNoFileAsAPictureThatIsNone() throws IOException {
        Files.writeString(folder.resolve("notes.svg"), "<svg/>");

        assertThatThrownBy(() -> only(GivenTenant.acme()
                        .with("lectern.tenant.acme.media", "intro")
                        .with("lectern.tenant.acme.media.intro.url", "https://cdn.example/a.mp4")
                        .with("lectern.tenant.acme.media.intro.poster", "notes.svg")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("media.intro.poster: found")
                .hasMessageContaining(".jpg, .jpeg, .png or .webp");
    }

    @Test
    void readsHowProgressIsReportedByKalturasRules() {
        GivenTenant given = GivenTenant.acme()
                .with("lectern.tenant.acme.video-end-percent", "90")
                .with("lectern.tenant.acme.video-end-seconds", "15");
        VideoEnd end = new VideoEnd(90, 15);

        assertThat(only(given).progress()).isEqualTo(new ProgressPolicy.Milestones(end));
        assertThat(only(given.with("lectern.tenant.acme.progress", "percent")).progress())
                .isEqualTo(new ProgressPolicy.EveryPercent(end));
        assertThat(only(given.with("lectern.tenant.acme.progress", "PT1M")).progress())
                .isEqualTo(new ProgressPolicy.Interval(Duration.ofMinutes(1), end));
    }

    @Test
    void readsALiveStream() {
        Tenant acme = only(GivenTenant.acme()
                .with("lectern.tenant.acme.media", "talk")
                .with("lectern.tenant.acme.media.talk.url", "https://cdn.example/talk.m3u8")
                .with("lectern.tenant.acme.media.talk.live", "true"));

        assertThat(acme.media("talk")).map(MediaEntry::live).contains(true);
    }

    @Test
    void writesWholeSecondsWithoutExponent() {
        Tenant acme = only(GivenTenant.acme()
                .with("lectern.tenant.acme.media", "intro")
                .with("lectern.tenant.acme.media.intro.url", "https://cdn.example/a.mp4")
                .with("lectern.tenant.acme.media.intro.duration", "PT2M"));

        assertThat(acme.media("intro").flatMap(MediaEntry::duration))
                .map(BigDecimal::toString)
                .contains("120");
    }

    @Test
    void readsFurtherDestinations() {
        Tenant acme = only(GivenTenant.acme()
                .with("lectern.tenant.acme.destinations", "research,archive")
                .with("lectern.tenant.acme.destination.research.endpoint", "https://research.example/")
                .with("lectern.tenant.acme.destination.research.bearer", "abc.def==")
                .with("lectern.tenant.acme.destination.research.dialect", "openlrw")
                .with("lectern.tenant.acme.destination.research.vocabularies", "kaltura")
                .with("lectern.tenant.acme.destination.archive.endpoint", "https://archive.example/")
                .with("lectern.tenant.acme.destination.archive.bearer", "x")
                .with("lectern.tenant.acme.destination.archive.shards", "2"));

        assertThat(acme.destinations()).extracting(Destination::name).containsExactly("lrs", "research", "archive");
        assertThat(acme.destinations()).extracting(Destination::shards).containsExactly(1, 4, 2);
        assertThat(acme.destinations().get(1).credentials()).isEqualTo(new LrsCredentials.Bearer("abc.def=="));
        assertThat(acme.destinations().get(1).vocabularies()).containsExactly("kaltura");
        assertThat(acme.destinations().get(2).vocabularies()).containsExactly("video-profile");
    }

    @Test
    void readsADestinationOfAnotherKind() {
        String events = "lectern.tenant.acme.destination.events.";
        Tenant acme = only(GivenTenant.acme()
                .with("lectern.tenant.acme.destinations", "events")
                .with(events + "kind", "caliper")
                .with(events + "endpoint", "https://caliper.example/v1p2?source=7")
                .with(events + "bearer", "abc.def=="));

        assertThat(acme.destinations().get(0).kind()).isEqualTo(Standard.XAPI);
        assertThat(acme.destinations().get(1))
                .isEqualTo(new Destination(
                        "events",
                        Standard.CALIPER,
                        URI.create("https://caliper.example/v1p2?source=7"),
                        new LrsCredentials.Bearer("abc.def=="),
                        "1.2",
                        Dialect.STANDARD,
                        List.of("caliper"),
                        false,
                        1));
    }

    @Test
    void needsNoLrsForATenantThatTellsNothing() {
        GivenTenant quiet = GivenTenant.acme()
                .without("lectern.tenant.acme.lrs.endpoint")
                .without("lectern.tenant.acme.lrs.key")
                .without("lectern.tenant.acme.lrs.secret")
                .with("lectern.tenant.acme.vocabularies", "none");

        assertThat(only(quiet).destinations()).isEmpty();
    }

    @Test
    void keepsTheOrderOfTenantsAndFindsThemById() {
        DeclaredTenants tenants = read(GivenTenant.acme()
                .with("lectern.tenants", "umbrella,acme")
                .with("lectern.tenant.umbrella.vocabularies", "none"));

        assertThat(tenants.all()).extracting(tenant -> tenant.id().value()).containsExactly("umbrella", "acme");
        assertThat(tenants.find(new TenantId("acme"))).isPresent();
        assertThat(tenants.find(new TenantId("nobody"))).isEmpty();
    }

    @Test
    void servesNobodyWithoutTenants() {
        assertThat(new TenantsReader(GivenConfig.in(folder).file(), folder)
                        .read()
                        .all())
                .isEmpty();
    }

    @Test
    void letsEnvironmentOverrideTheFileAndSystemPropertiesBoth() {
        Config config = GivenConfig.in(folder)
                .environment(Map.of(
                        "LECTERN_TENANT_ACME_LRS_SECRET", "from environment",
                        "LECTERN_TENANT_ACME_COMPLETION_THRESHOLD", "0.8",
                        "LECTERN_TENANT_ACME_NAME", "environment"))
                .systemProperties(Map.of("lectern.tenant.acme.name", "property"))
                .file(GivenTenant.acme()
                        .with("lectern.tenant.acme.name", "file")
                        .lines());

        Tenant acme = new TenantsReader(config, folder).read().all().get(0);

        assertThat(acme.name()).isEqualTo("property");
        assertThat(acme.completionThreshold()).isEqualByComparingTo("0.8");
        assertThat(acme.destinations().get(0).credentials())
                .isEqualTo(new LrsCredentials.Basic("the-key", "from environment"));
    }

    @Test
    void readsATenantFromTheEnvironmentAlone() {
        Config config = GivenConfig.in(folder)
                .environment(Map.of(
                        "LECTERN_TENANTS", "acme",
                        "LECTERN_TENANT_ACME_LRS_ENDPOINT", "https://lrs.example/xapi/",
                        "LECTERN_TENANT_ACME_LRS_BEARER", "token"))
                .file();

        assertThat(new TenantsReader(config, folder).read().all()).hasSize(1);
    }

    @Test
    void expandsExpressions() {
        Config config = GivenConfig.in(folder)
                .environment(Map.of("ACME_LRS_SECRET", "from elsewhere"))
                .file(GivenTenant.acme()
                        .with("lectern.tenant.acme.lrs.secret", "${ACME_LRS_SECRET}")
                        .with("lectern.tenant.acme.name", "${ACME_NAME:Acme by ${HOW:default}}")
                        .with("lectern.tenant.acme.lrs.key", "${ACME_LRS_SECRET:${NOWHERE}}")
                        .lines());

        Tenant acme = new TenantsReader(config, folder).read().all().get(0);

        assertThat(acme.name()).isEqualTo("Acme by default");
        assertThat(acme.destinations().get(0).credentials())
                .isEqualTo(new LrsCredentials.Basic("from elsewhere", "from elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${NOWHERE}",
                "PT${NOWHERE}",
                "PT1${NOWHERE}S",
                "${NOWHERE:${NOWHERE}}",
                "${lectern.tenant.acme.progress}"
            })
    void refusesAnExpressionThatNamesNothingInsteadOfTakingTheDefault(String expression) {
        assertThatThrownBy(() -> read(GivenTenant.acme().with("lectern.tenant.acme.progress", expression)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("lectern.tenant.acme.progress: found an expression that cannot be expanded");
    }

    @Test
    void leavesAnEscapedExpressionAsItIs() {
        assertThat(only(GivenTenant.acme().with("lectern.tenant.acme.name", "a\\\\${b}c"))
                        .name())
                .isEqualTo("a${b}c");
    }

    @Test
    void reportsEverythingThatIsWrongTogether() {
        WrongSetting wrong = catchThrowableOfType(
                WrongSetting.class,
                () -> read(GivenTenant.acme()
                        .with("lectern.tenants", "acme,umbrella")
                        .with("lectern.tenant.acme.progress", "sometimes")
                        .with("lectern.tenant.acme.actor", "anyone")
                        .with("lectern.tenant.acme.platforms", "moodle")));

        assertThat(wrong.findings())
                .extracting(Finding::property)
                .containsExactlyInAnyOrder(
                        "lectern.tenant.acme.progress",
                        "lectern.tenant.acme.actor",
                        "lectern.tenant.acme.platform.moodle.issuer",
                        "lectern.tenant.acme.platform.moodle.client-id",
                        "lectern.tenant.acme.platform.moodle.deployment-ids",
                        "lectern.tenant.acme.platform.moodle.authorization-url",
                        "lectern.tenant.acme.platform.moodle.token-url",
                        "lectern.tenant.acme.platform.moodle.jwks-url",
                        "lectern.tenant.umbrella.lrs.endpoint",
                        "lectern.tenant.umbrella.lrs.key");
        assertThat(wrong.getMessage().lines())
                .contains("lectern.tenant.acme.progress: found 'sometimes', allowed:"
                        + " milestones, percent, or an ISO 8601 duration from PT1S to PT10M");
    }

    @Test
    void refusesADeploymentThatTwoTenantsClaim() {
        GivenTenant both = GivenTenant.acme()
                .with("lectern.tenants", "acme,umbrella")
                .with("lectern.tenant.umbrella.vocabularies", "none")
                .platform("acme", "moodle", "1,2")
                .platform("umbrella", "lms", "2,3");

        assertThatThrownBy(() -> read(both))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("lectern.tenant.umbrella.platform.lms.deployment-ids: found '2', which"
                        + " lectern.tenant.acme.platform.moodle.deployment-ids has");
    }

    @Test
    void letsTwoTenantsShareIssuerAndClientId() {
        DeclaredTenants tenants = read(GivenTenant.acme()
                .with("lectern.tenants", "acme,umbrella")
                .with("lectern.tenant.umbrella.vocabularies", "none")
                .platform("acme", "moodle", "1")
                .platform("umbrella", "lms", "2"));

        assertThat(tenants.all()).hasSize(2);
    }

    @Test
    void allowsHttpWherePrivateAddressesAreAllowed() {
        Tenant acme = only(GivenTenant.acme()
                .with("lectern.allow-private-addresses", "true")
                .with("lectern.tenant.acme.lrs.endpoint", "http://127.0.0.1:9090/xapi/"));

        assertThat(acme.destinations().get(0).endpoint()).isEqualTo(URI.create("http://127.0.0.1:9090/xapi/"));
    }

    @Test
    void warnsAboutTwoVocabulariesInOneLrs() {
        assertThat(read(GivenTenant.acme().with("lectern.tenant.acme.vocabularies", "video-profile,kaltura"))
                        .warnings())
                .singleElement()
                .asString()
                .contains("tenant=acme", "https://lrs.acme.example/xapi/", "video-profile, kaltura");
    }

    @Test
    void warnsAboutTwoDestinationsThatAreOneLrsButNotAboutTwoStoresAtOneAddress() {
        GivenTenant same = GivenTenant.acme()
                .with("lectern.tenant.acme.destinations", "again")
                .with("lectern.tenant.acme.destination.again.vocabularies", "kaltura")
                .with("lectern.tenant.acme.destination.again.endpoint", "https://lrs.acme.example/xapi/")
                .with("lectern.tenant.acme.destination.again.key", "the-key")
                .with("lectern.tenant.acme.destination.again.secret", "hush");

        assertThat(read(same).warnings()).hasSize(1).first().asString().doesNotContain("hush", "the-key");
        assertThat(read(same.with("lectern.tenant.acme.destination.again.key", "other"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void printsNoSecret() {
        DeclaredTenants tenants = read(GivenTenant.acme()
                .with("lectern.tenant.acme.vocabulary.kaltura.admin-secret", "hush")
                .with("lectern.tenant.acme.destinations", "research")
                .with("lectern.tenant.acme.destination.research.endpoint", "https://research.example/")
                .with("lectern.tenant.acme.destination.research.bearer", "hush"));

        assertThat(tenants.toString()).contains("acme").doesNotContain("hush", "the-key");
        assertThat(tenants.all().get(0).destinations().toString()).doesNotContain("hush", "the-key");
    }

    @Test
    void namesATwofoldCaptionLanguage() throws IOException {
        Files.writeString(folder.resolve("a.vtt"), "");

        assertThatThrownBy(() -> read(GivenTenant.acme()
                        .with("lectern.tenant.acme.media", "intro")
                        .with("lectern.tenant.acme.media.intro.url", "https://cdn.example/a.mp4")
                        .with("lectern.tenant.acme.media.intro.captions.en-US", "a.vtt")
                        .with("lectern.tenant.acme.media.intro.captions.en-us", "a.vtt")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("the language en-US twice");
    }

    private Tenant only(GivenTenant given) {
        return Optional.of(read(given).all())
                .filter(all -> all.size() == 1)
                .orElseThrow()
                .get(0);
    }

    private DeclaredTenants read(GivenTenant given) {
        return new TenantsReader(GivenConfig.in(folder).file(given.lines()), folder).read();
    }
}
