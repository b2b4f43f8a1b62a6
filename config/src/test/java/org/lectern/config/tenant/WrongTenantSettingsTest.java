package org.lectern.config.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.setting.Finding;
import org.lectern.config.setting.WrongSetting;
import org.lectern.config.source.GivenConfig;

/** Each wrong value alone, in a configuration that is right otherwise, is the one finding. */
class WrongTenantSettingsTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            lectern.tenants | acme,Umbrella Corp | ids of 1 to 40
            lectern.tenants | acme,acme | each once
            lectern.allow-private-addresses | yes | true or false
            lectern.tenant.acme.vocabularies | Video Profile | names of vocabularies
            lectern.tenant.acme.vocabularies | none,kaltura | names of vocabularies
            lectern.tenant.acme.vocabularies | , | names of vocabularies
            lectern.tenant.acme.lrs.endpoint | http://lrs.acme.example/xapi/ | https address
            lectern.tenant.acme.lrs.endpoint | lrs.acme.example | https address
            lectern.tenant.acme.lrs.endpoint | https:///xapi/ | https address
            lectern.tenant.acme.lrs.endpoint | https://a b/ | https address
            lectern.tenant.acme.lrs.endpoint | https://lrs.example:99999/ | https address
            lectern.tenant.acme.lrs.endpoint | https://lrs.example/xapi/?a=b | without ?
            lectern.tenant.acme.lrs.endpoint | https://lrs.example/xapi/statements | not ending in /statements
            lectern.tenant.acme.lrs.version | 1.1 | 1.0.0 to 1.0.3
            lectern.tenant.acme.lrs.dialect | veracity | standard | openlrw
            lectern.tenant.acme.lrs.gzip | on | true or false
            lectern.tenant.acme.lrs.shards | 0 | a whole number from 1 to 16
            lectern.tenant.acme.lrs.shards | 17 | a whole number from 1 to 16
            lectern.tenant.acme.lrs.shards | many | a whole number from 1 to 16
            lectern.tenant.acme.progress | sometimes | milestones, percent, or an ISO 8601 duration from PT1S to PT10M
            lectern.tenant.acme.progress | PT0.9S | milestones, percent, or an ISO 8601 duration from PT1S to PT10M
            lectern.tenant.acme.progress | PT11M | milestones, percent, or an ISO 8601 duration from PT1S to PT10M
            lectern.tenant.acme.progress | quarters | milestones, percent, or an ISO 8601 duration
            lectern.tenant.acme.video-end-percent | 0 | a whole number from 1 to 100
            lectern.tenant.acme.video-end-percent | 95% | a whole number from 1 to 100
            lectern.tenant.acme.video-end-seconds | -1 | a whole number from 0 to 3600
            lectern.tenant.acme.completion-threshold | 0 | a decimal above 0 and up to 1
            lectern.tenant.acme.completion-threshold | 1.01 | a decimal above 0 and up to 1
            lectern.tenant.acme.completion-threshold | 95% | a decimal above 0 and up to 1
            lectern.tenant.acme.completion-threshold | -0.5 | a decimal above 0 and up to 1
            lectern.tenant.acme.actor | mbox_sha1 | pseudonym | account | mbox | mbox-sha1
            lectern.tenant.acme.retention | P1M | an ISO 8601 duration
            lectern.tenant.acme.retention | 30 days | an ISO 8601 duration
            lectern.tenant.acme.retention | PT0S | an ISO 8601 duration
            lectern.tenant.acme.destinations | lrs | not lrs
            lectern.tenant.acme.platforms | Moodle One | names of 1 to 40
            lectern.tenant.acme.platform.moodle.issuer | moodle | http or https address
            lectern.tenant.acme.platform.moodle.client-id | clé | printable ASCII
            lectern.tenant.acme.platform.moodle.deployment-ids | 1,1 | each once
            lectern.tenant.acme.platform.moodle.deployment-ids | , | one or more
            lectern.tenant.acme.platform.moodle.authorization-url | http://moodle.example/auth | https address
            lectern.tenant.acme.platform.moodle.token-url | http://moodle.example/token | https address
            lectern.tenant.acme.platform.moodle.jwks-url | http://moodle.example/certs | https address
            lectern.tenant.acme.platform.moodle.origins | learn.school.example | an origin such as https://learn.school.edu
            lectern.tenant.acme.platform.moodle.origins | http://learn.school.example | http on this machine only
            lectern.tenant.acme.platform.moodle.origins | https://learn.school.example/course | no path
            lectern.tenant.acme.platform.moodle.origins | https://learn.school.example?a=b | no path
            lectern.tenant.acme.platform.moodle.origins | https://user@learn.school.example | an origin such as
            lectern.tenant.acme.platform.moodle.origins | https://* | an origin such as
            lectern.tenant.acme.platform.moodle.origins | https://*.edu | an origin such as
            lectern.tenant.acme.platform.moodle.origins | https://*.10.0.0.1 | an origin such as
            lectern.tenant.acme.platform.moodle.origins | https://a.*.school.example | an origin such as
            lectern.tenant.acme.platform.moodle.origins | https://*.*.school.example | an origin such as
            lectern.tenant.acme.platform.moodle.origins | https://school.example:* | an origin such as
            lectern.tenant.acme.platform.moodle.origins | https://[2001:db8::1] | an origin such as
            lectern.tenant.acme.platform.moodle.origins | https://a.example; script-src * | an origin such as
            lectern.tenant.acme.platform.moodle.origins | * | an origin such as
            lectern.tenant.acme.platform.moodle.origins | 'self' | an origin such as
            lectern.tenant.acme.platform.moodle.origins | https://a.example,https://A.example:443/ | each once
            lectern.tenant.acme.media | intro,a b | ids of 1 to 64
            lectern.tenant.acme.media.intro.url | ftp://cdn.example/a.mp4 | http or https address
            lectern.tenant.acme.media.intro.file | absent.mp4 | either url or file
            lectern.tenant.acme.media.intro.duration | 124.3 | such as PT124.3S
            lectern.tenant.acme.media.intro.duration | PT0S | such as PT124.3S
            lectern.tenant.acme.media.intro.duration | PT1.0001S | whole milliseconds
            lectern.tenant.acme.media.intro.live | yes | true or false
            lectern.tenant.acme.media.intro.language | english | RFC 5646
            lectern.tenant.acme.media.intro.language | en_US | RFC 5646
            lectern.tenant.acme.media.intro.poster | absent.jpg | .jpg, .jpeg, .png or .webp
            lectern.tenant.acme.media.intro.captions.en | absent.vtt | a file that exists
            lectern.tenant.acme.media.intro.captions.klingonian | a.vtt | RFC 5646
            """)
    void stopsTheStart(String property, String value, String allowed) {
        GivenTenant given = right().with(property, value);

        WrongSetting wrong = read(given);

        assertThat(wrong).isNotNull();
        assertThat(wrong.findings()).extracting(Finding::property).containsOnly(property);
        assertThat(wrong.getMessage()).contains(property + ": found ").contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lectern.tenant.acme.lrs.endpoint",
                "lectern.tenant.acme.lrs.key",
                "lectern.tenant.acme.lrs.secret",
                "lectern.tenant.acme.platform.moodle.issuer",
                "lectern.tenant.acme.platform.moodle.client-id",
                "lectern.tenant.acme.platform.moodle.deployment-ids",
                "lectern.tenant.acme.platform.moodle.authorization-url",
                "lectern.tenant.acme.platform.moodle.token-url",
                "lectern.tenant.acme.platform.moodle.jwks-url",
                "lectern.tenant.acme.media.intro.url"
            })
    void namesWhatIsMissing(String property) {
        WrongSetting wrong = read(right().without(property));

        assertThat(wrong.findings()).extracting(Finding::property).containsExactly(property);
        assertThat(wrong.findings()).extracting(Finding::found).containsExactly("nothing");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            lectern.tenant.acme.lrs.key | hush:hush
            lectern.tenant.acme.lrs.secret | hush\\u0007hush
            lectern.tenant.acme.lrs.bearer | hush hush
            lectern.tenant.acme.lrs.endpoint | http://user:hush@lrs.example/
            lectern.tenant.acme.media.intro.url | ftp://cdn.example/a.mp4?signature=hush
            """)
    void neverQuotesASecret(String property, String value) {
        GivenTenant given = right().with(property, value);
        boolean bearer = property.endsWith("bearer");
        GivenTenant alone =
                bearer ? given.without("lectern.tenant.acme.lrs.key").without("lectern.tenant.acme.lrs.secret") : given;

        WrongSetting wrong = read(alone);

        assertThat(wrong.findings()).extracting(Finding::property).containsExactly(property);
        assertThat(wrong.getMessage()).doesNotContain("hush");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            kind | caliper-1.2 | xapi | caliper
            key | k | none, since kind is caliper
            secret | s | none, since kind is caliper
            version | 1.0.3 | none, since kind is caliper
            dialect | openlrw | none, since kind is caliper
            gzip | true | none, since kind is caliper
            endpoint | http://caliper.example/ | https address
            bearer | a b | a token of letters
            shards | 17 | 1 to 16
            """)
    void stopsTheStartForWhatACaliperEndpointDoesNotTake(String key, String value, String allowed) {
        String events = "lectern.tenant.acme.destination.events.";
        WrongSetting wrong = read(right().with("lectern.tenant.acme.destinations", "events")
                .with(events + "endpoint", "https://caliper.example/v1p2")
                .with(events + "bearer", "abc")
                .with(events + "kind", "caliper")
                .with(events + key, value));

        assertThat(wrong.findings()).extracting(Finding::property).contains(events + key);
        assertThat(wrong.getMessage()).contains(events + key + ": found ").contains(allowed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"duration, PT2M, true beside a duration", "file, a.mp4, true for a file"})
    void refusesALiveStreamThatHasALengthOrIsAFile(String key, String value, String found) {
        WrongSetting wrong = read(right().with("lectern.tenant.acme.media.intro.live", "true")
                .with("lectern.tenant.acme.media.intro." + key, value));

        assertThat(wrong.getMessage()).contains("lectern.tenant.acme.media.intro.live: found " + found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "secret"})
    void refusesBothKindsOfCredentials(String other) {
        WrongSetting wrong = read(
                right().with("lectern.tenant.acme.lrs.bearer", "hush").without("lectern.tenant.acme.lrs." + other));

        assertThat(wrong.getMessage())
                .contains("lectern.tenant.acme.lrs.bearer: found a bearer token beside key or secret")
                .doesNotContain("hush");
    }

    private static GivenTenant right() {
        return GivenTenant.acme()
                .platform("acme", "moodle", "1")
                .with("lectern.tenant.acme.media", "intro")
                .with("lectern.tenant.acme.media.intro.url", "https://cdn.example/intro.mp4");
    }

    private WrongSetting read(GivenTenant given) {
        return catchThrowableOfType(
                WrongSetting.class,
                () -> new TenantsReader(GivenConfig.in(folder).file(given.lines()), folder).read());
    }
}
