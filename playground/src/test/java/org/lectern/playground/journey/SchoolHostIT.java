package org.lectern.playground.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A hosted LMS frames this tool from the school's own host, which is neither the issuer's nor that of its sign-on: here {@code
 * acme.localhost}, where the issuer is at {@code localhost}. A browser shows the tool there only where the registration says so.
 */
@ExtendWith(Journey.class)
class SchoolHostIT {

    private static final Duration PATIENCE = Journey.PATIENCE;
    private static final String COURSE = "/acme/course?person=student1&link=";

    private final Lectern lectern;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private Learner somebody;

    SchoolHostIT(Lectern lectern, Browser browser) {
        this.lectern = lectern;
        this.browser = browser;
    }

    @BeforeEach
    void playHostedCanvas() {
        lectern.practise("acme", "dialect=canvas");
        somebody = Learner.at(browser);
        somebody.page().onConsoleMessage(message -> complaints.add(message.text()));
    }

    @AfterEach
    void byTheBookAgain() {
        assertThat(somebody.page().request().post(lectern.lms() + "/acme/reset").ok())
                .isTrue();
        somebody.close();
    }

    @Test
    void opensOnTheSchoolsHostThatTheSettingNamesAndStaysWhenReloaded() {
        somebody.open(lectern.course("acme", "student1", "intro")).seesPlayer();
        assertThat(somebody.page().url()).startsWith(at("acme") + COURSE + "intro");
        somebody.takesPicture("school-host");
        somebody.frame().locator("body").evaluate("() => { setTimeout(() => location.reload(), 0) }");
        somebody.seesPlayer().plays();
        assertThat(complaints).noneMatch(text -> text.contains("frame-ancestors"));
    }

    @Test
    void staysBlankOnAHostThatNoSettingNames() {
        somebody.open(at("stranger") + COURSE + "intro");
        isBlocked();
        somebody.takesPicture("school-host-blocked");
    }

    @Test
    void staysBlankWhereOneOfThePagesAroundIsOfAnotherHost() {
        somebody.open(at("portal") + "/");
        somebody.page().evaluate("""
                address => {
                  const frame = document.createElement('iframe');
                  frame.id = 'lms';
                  frame.src = address;
                  document.body.append(frame);
                }""", at("acme") + COURSE + "intro");
        assertThat(somebody.page().frameLocator("#lms").locator("iframe.tool")).isVisible();
        isBlocked();
    }

    /** The browser tells the registration page where it is shown; nobody types anything. */
    @Test
    void registrationTakesTheSchoolsHostFromTheBrowserAndTheOperatorChangesIt() throws Exception {
        String invitation = lectern.admin("invite", "--tenant", "acme", "--active")
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow();
        Page page = somebody.page();
        page.navigate(lectern.lms() + "/acme/admin");
        page.locator("#add-tool [name=registration_url]").fill(invitation.strip());
        page.locator("#start-registration").click();
        FrameLocator offer = page.frameLocator("iframe#registration");
        assertThat(offer.locator("#origins")).hasValue(at("acme"));
        somebody.takesPicture("school-host-offer");
        button(offer, "Connect").click();
        button(offer, "Close").click();
        JsonObject tool = registered();
        String client = tool.getString("clientId");
        String platform = tool.getString("platform");

        somebody.open(lectern.course("acme", "student1", client));
        seesTheGallery();

        lectern.admin("origins", "--tenant", "acme", "--platform", platform, "--origins", "none");
        complaints.clear();
        somebody.open(lectern.course("acme", "student1", client));
        isBlocked();

        String below = "http://*.acme.localhost:" + URI.create(lectern.lms()).getPort();
        lectern.admin("origins", "--tenant", "acme", "--platform", platform, "--origins", below);
        somebody.open(at("learn.acme") + COURSE + client);
        seesTheGallery();
        lectern.admin("remove", "--tenant", "acme", "--platform", platform);
    }

    private void seesTheGallery() {
        assertThat(somebody.frame().locator(".card").first()).isVisible();
    }

    private void isBlocked() {
        Await.until(PATIENCE, () -> "a blocked frame; the browser said " + complaints, () -> {
            somebody.page().title(); // the browser's words arrive only while it is asked something
            return complaints.stream()
                    .anyMatch(text -> text.contains("frame-ancestors") && text.contains(lectern.gateway()));
        });
        assertThat(somebody.page().frames())
                .filteredOn(frame -> frame.url().startsWith(lectern.gateway()))
                .isEmpty();
    }

    private JsonObject registered() throws IOException, InterruptedException {
        try (var reader =
                Json.createReader(new StringReader(lectern.admin("registrations", "--tenant", "acme", "--json")))) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .filter(item -> item.getString("source").equals("database"))
                    .reduce((older, newer) -> newer)
                    .orElseThrow();
        }
    }

    private String at(String name) {
        return lectern.lms().replace("//", "//" + name + ".");
    }

    private static Locator button(FrameLocator frame, String name) {
        return frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }
}
