package org.lectern.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.lti.registration.WebOrigin;

class OwnPageTest {

    private static final WebOrigin TOOL =
            WebOrigin.of(URI.create("https://tool.example.edu/lti/launch")).orElseThrow();

    @Test
    void believesTheBrowsersWordOnItsOwnPages() {
        assertThat(posted("same-origin", null)).isTrue();
        assertThat(posted("same-origin", "null")).isTrue();
        assertThat(posted(null, "https://tool.example.edu")).isTrue();
    }

    @Test
    void takesEverythingElseForForeign() {
        for (String site : new String[] {"cross-site", "same-site", "none", ""}) {
            assertThat(posted(site, "https://tool.example.edu")).as(site).isFalse();
        }
        for (String origin : new String[] {
            "null",
            "",
            "https://tool.example.edu.evil.example",
            "http://tool.example.edu",
            "https://tool.example.edu:8443"
        }) {
            assertThat(posted(null, origin)).as(origin).isFalse();
        }
        assertThat(posted(null, null)).isFalse();
    }

    private static boolean posted(String fetchSite, String origin) {
        return OwnPage.posted(Optional.ofNullable(fetchSite), Optional.ofNullable(origin), TOOL);
    }
}
