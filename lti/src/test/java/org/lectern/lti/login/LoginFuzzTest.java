package org.lectern.lti.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.refusal.LaunchRejected;

/** Whatever parameters start a login, it sends the browser to the registered platform or is refused by name. */
class LoginFuzzTest {
    private static final PracticeTool TOOL = new PracticeTool(PracticePlatform.practice());

    /** A line is a parameter, decoded already. */
    @FuzzTest(maxDuration = "2m")
    void startsAtTheRegisteredPlatformOrRefusesByName(byte[] input) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String line : new String(input, StandardCharsets.UTF_8).split("\n")) {
            String[] parts = line.split("=", 2);
            parameters.computeIfAbsent(parts[0], first -> new ArrayList<>()).add(parts.length == 1 ? "" : parts[1]);
        }
        try {
            LoginStarted started = TOOL.start(LoginInitiation.of(parameters));
            assertThat(started.redirect().toString())
                    .startsWith("https://lms.example.edu/auth?")
                    .doesNotContainPattern("[\\s\"<>\\\\]");
            assertThat(PracticeTool.query(started.redirect()))
                    .containsEntry("redirect_uri", PracticeTool.LAUNCH_URL.toString())
                    .containsEntry("login_hint", parameters.get("login_hint").get(0))
                    .containsEntry("state", started.state());
        } catch (LaunchRejected named) {
            assertThat(named.refusal().code()).startsWith("login.");
        }
    }
}
