package org.lectern.lti.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.dynamic.DynamicRegistrationTest.refuses;
import static org.lectern.lti.dynamic.PracticeRegistrar.bytes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdConfigurationTest {

    private final PracticeRegistrar lms = new PracticeRegistrar();

    private OpenIdConfiguration from(String address) {
        return OpenIdConfiguration.read(ConfigurationAddress.of(address), lms.document());
    }

    @Test
    void readsAPlatform() {
        lms.configuration.put("authorization_server", "https://api.brightspace.com/auth/token");
        lms.platform.put("product_family_code", "desire2learn");
        OpenIdConfiguration platform = lms.read();
        assertThat(platform.issuer()).isEqualTo("https://lms.example.edu");
        assertThat(platform.family()).isEqualTo(LmsFamily.BRIGHTSPACE);
        assertThat(platform.tokenAudience()).isEqualTo("https://api.brightspace.com/auth/token");
        assertThat(platform.messages()).containsOnlyKeys("LtiResourceLinkRequest", "LtiDeepLinkingRequest");
    }

    @Test
    void takesTheTokenAddressAsAudienceWhereNothingElseIsNamedAndForCanvas() {
        assertThat(lms.read().tokenAudience()).isEqualTo("https://lms.example.edu/token");
        lms.platform.put("product_family_code", "canvas");
        lms.platform.put("https://canvas.instructure.com/lti/account_name", "Test University");
        lms.configuration.put("authorization_server", "canvas.instructure.com");
        assertThat(lms.read().tokenAudience()).isEqualTo("https://lms.example.edu/token");
        assertThat(lms.read().name()).contains("Test University");
    }

    @ParameterizedTest
    @CsvSource({
        "moodle, MOODLE",
        "moodle-2, MOODLE",
        "canvas, CANVAS",
        "desire2learn, BRIGHTSPACE",
        "Brightspace, BRIGHTSPACE",
        "BlackboardLearn, BLACKBOARD",
        "sakai, SAKAI",
        "openedx, STANDARD",
        "anything, STANDARD"
    })
    void knowsTheMakers(String code, LmsFamily family) {
        assertThat(LmsFamily.of(code)).isEqualTo(family);
        assertThat(LmsFamily.labelled(family.label())).isEqualTo(family);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lms.example.edu/c", "ftp://lms.example.edu/c", "https://user:pass@lms.example.edu/c",
                        "javascript:alert(1)",
                "https://lms.example.edu/c#part", "//lms.example.edu/c", "not an address", "https://"
            })
    void refusesAnAddressThatIsNotSecure(String address) {
        refuses(RegistrationRefusal.ADDRESS_INVALID, () -> ConfigurationAddress.of(address));
    }

    @Test
    void acceptsPlainHttpOnThisMachineOnly() {
        assertThat(ConfigurationAddress.of("http://127.0.0.1:8081/c").origin()).hasToString("http://127.0.0.1:8081");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/c, https://lms.example.edu",
        "https://lms.example.edu/c, https://university.example",
        "https://lms.example.edu/c, lms.example.edu",
        "https://lms.example.edu/c, https://lms.example.edu.evil.example",
        "https://canvas.school.example/c, https://canvas.instructure.com",
        "https://evilinstructure.com/c, https://canvas.instructure.com"
    })
    void refusesAnIssuerOfAnotherHost(String address, String issuer) {
        lms.configuration.put("issuer", issuer);
        refuses(RegistrationRefusal.CONFIGURATION_ISSUER_FOREIGN, () -> from(address));
    }

    @ParameterizedTest
    @CsvSource({
        "https://sso.canvaslms.com/api/lti/security/openid-configuration, https://canvas.instructure.com",
        "https://school.instructure.com/api/lti/security/openid-configuration, https://canvas.instructure.com",
        "https://developer.blackboard.com/api/v1/openid, https://blackboard.com"
    })
    void knowsTheMakersWhoseHostsSpeakForEachOther(String address, String issuer) {
        lms.configuration.put("issuer", issuer);
        lms.configuration.put("registration_endpoint", address);
        assertThat(from(address).issuer()).isEqualTo(issuer);
    }

    @Test
    void sendsTheRegistrationTokenToNoOtherHost() {
        lms.configuration.put("registration_endpoint", "https://evil.example/register");
        refuses(RegistrationRefusal.CONFIGURATION_ENDPOINT_UNSAFE, lms::read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri", "registration_endpoint"})
    void refusesMissingAndUnsafeEndpoints(String name) {
        lms.configuration.put(name, "http://lms.example.edu/x");
        refuses(RegistrationRefusal.CONFIGURATION_ENDPOINT_UNSAFE, lms::read);
        lms.configuration.put(name, Map.of());
        refuses(RegistrationRefusal.CONFIGURATION_INCOMPLETE, lms::read);
        lms.configuration.remove(name);
        refuses(RegistrationRefusal.CONFIGURATION_INCOMPLETE, lms::read);
    }

    @Test
    void refusesAPlatformThatCannotDoLti13() {
        lms.configuration.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
        refuses(RegistrationRefusal.CONFIGURATION_UNSUPPORTED, lms::read);
        lms.configuration.remove("token_endpoint_auth_methods_supported");
        lms.configuration.put("id_token_signing_alg_values_supported", List.of("HS256"));
        refuses(RegistrationRefusal.CONFIGURATION_UNSUPPORTED, lms::read);
        lms.configuration.remove("id_token_signing_alg_values_supported");
        assertThat(lms.read().issuer()).isNotEmpty();
        lms.configuration.remove("https://purl.imsglobal.org/spec/lti-platform-configuration");
        refuses(RegistrationRefusal.CONFIGURATION_UNSUPPORTED, lms::read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>Sign in</html> | CONFIGURATION_NOT_JSON
            200 | Just a text | CONFIGURATION_NOT_JSON
            200 | [1] | CONFIGURATION_NOT_JSON
            200 | {} | CONFIGURATION_INCOMPLETE
            302 | x | PLATFORM_REDIRECTS
            401 | x | CONFIGURATION_REFUSED
            404 | x | CONFIGURATION_REFUSED
            500 | x | CONFIGURATION_REFUSED
            """)
    void namesEveryOtherAnswer(int status, String body, RegistrationRefusal refusal) {
        refuses(
                refusal,
                () -> OpenIdConfiguration.read(PracticeRegistrar.ADDRESS, new PlatformAnswer(status, bytes(body))));
    }

    @Test
    void refusesWhatIsTooLarge() {
        refuses(
                RegistrationRefusal.ANSWER_TOO_LARGE,
                () -> OpenIdConfiguration.read(
                        PracticeRegistrar.ADDRESS, new PlatformAnswer(200, new byte[PlatformAnswer.LIMIT + 1])));
    }

    @Property(tries = 300)
    void anyBytesAreAPlatformOrANamedRefusal(@ForAll byte[] body, @ForAll boolean object) {
        byte[] document = Arrays.copyOf(body, body.length);
        if (object && document.length > 0) {
            document[0] = '{';
        }
        try {
            OpenIdConfiguration.read(PracticeRegistrar.ADDRESS, new PlatformAnswer(200, document));
        } catch (RegistrationRefused named) {
            assertThat(named.refusal()).isNotNull();
        }
    }
}
