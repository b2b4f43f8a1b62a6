package org.lectern.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.refusal.LaunchRejected;

/** Whatever comes as a token, signed by the platform or not, is a launch or is refused by name. */
class LaunchFuzzTest {
    private static final PracticePlatform PLATFORM = PracticePlatform.practice();
    private static final PracticeTool TOOL = new PracticeTool(PLATFORM);

    @FuzzTest(maxDuration = "2m")
    void refusesAnyTextByName(byte[] input) {
        LoginStarted started = TOOL.start();
        verify(started, new String(input, StandardCharsets.UTF_8));
    }

    /** The first line is the header, the rest the claims, signed as they are; {@code NONCE} becomes the login's. */
    @FuzzTest(maxDuration = "2m")
    void acceptsOrRefusesByNameWhateverThePlatformSigned(byte[] input) {
        LoginStarted started = TOOL.start();
        String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        String claims = parts.length == 1 ? "" : parts[1].replace("NONCE", PracticeTool.nonce(started));
        verify(started, PLATFORM.signText(parts[0], claims));
    }

    private static void verify(LoginStarted started, String token) {
        try {
            Launch launch = TOOL.verify(started, token).launch();
            assertThat(launch.deploymentId()).isEqualTo(PLATFORM.deploymentId());
            assertThat(launch.subject()).isNotBlank().hasSizeLessThanOrEqualTo(255);
            assertThat(launch.registration().issuer()).isEqualTo(PLATFORM.issuer());
        } catch (LaunchRejected named) {
            assertThat(named.detail()).hasSizeLessThan(2000);
        }
    }
}
