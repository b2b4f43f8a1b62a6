package org.lectern.gateway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.DeclaredTenants;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.PracticeConnections;
import org.lectern.gateway.connection.PracticeConnections.Lms;
import org.lectern.gateway.connection.RegisteredPlatformRow;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.lti.practice.HandWoundClock;

/** From an invitation to a launch that is accepted, or refused with the right words. */
class RegisteredLaunchTest {

    private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");
    private static final TenantId ACME = new TenantId("acme");

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final HandWoundClock clock = HandWoundClock.started();
    private final PracticeConnections room = new PracticeConnections(
            jdbi,
            clock,
            new DeclaredTenants(List.of(bare("acme"), bare("umbrella")), List.of()),
            URI.create("https://tool.example.edu"));
    private final PracticeGateway gateway = new PracticeGateway(
            jdbi,
            clock,
            room.tenants,
            room.registrations,
            parts -> new PracticeGateway.Added(List.of(), List.of(), List.of()));
    private final PracticeServer registering = new PracticeServer(room.resource);

    @AfterEach
    void close() {
        gateway.close();
        registering.close();
    }

    private static Tenant bare(String id) {
        Tenant tenant =
                GivenTenants.tenant(id, "unused", ActorPolicy.PSEUDONYM, GivenTenants.remote("intro", "Introduction"));
        return new Tenant(
                tenant.id(),
                tenant.name(),
                List.of(),
                tenant.destinations(),
                tenant.media(),
                tenant.progress(),
                tenant.completionThreshold(),
                tenant.actor(),
                tenant.retention(),
                tenant.adapterSettings());
    }

    private RegisteredPlatformRow register(boolean active, String answer) {
        room.platform.answer = Lms.answer(200, answer);
        // The hand-wound clock is far from the database's: the pages ask the one, the table the other.
        String link = "/lti/register/"
                + room.invitations.issue(ACME, active, Duration.ofDays(20_000)).token();
        HttpResponse<String> page = registering.get(
                link + "?openid_configuration=https%3A%2F%2Flms.example.edu%2Fconf&registration_token=t");
        Matcher offer = OFFER.matcher(page.body());
        assertThat(offer.find()).as(page.body()).isTrue();
        HttpResponse<String> done =
                registering.post(link, "offer=" + URLEncoder.encode(offer.group(1), StandardCharsets.UTF_8));
        assertThat(done.statusCode()).isEqualTo(200);
        return room.approving.all().get(0);
    }

    private void refused(HttpResponse<String> page, String code) {
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains(code);
    }

    @Test
    void launchesWhatAnInvitationRegistered() {
        register(true, "{\"client_id\":\"client-1\",\"deployment_id\":\"deployment-1\"}");
        HttpResponse<String> page = gateway.launch(aLaunch());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .as("registered platforms may frame their pages")
                .contains("frame-ancestors 'self' https://lms.example.edu");
        assertThat(gateway.count("learner_session")).isEqualTo(1);
    }

    @Test
    void refusesAnInactiveRegistrationInItsFrameAndLaunchesItOnceItIsActive() {
        RegisteredPlatformRow row = register(false, "{\"client_id\":\"client-1\",\"deployment_id\":\"deployment-1\"}");
        HttpResponse<String> page = gateway.login("");
        refused(page, "login.registration_inactive");
        assertThat(page.body()).contains("has not been switched on yet");
        String whose = gateway.query("select tenant || '/' || platform from launch_log", text -> text.orElseThrow());
        assertThat(whose).as("the operator finds it under its tenant").isEqualTo("acme/moodle");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("https:");
        room.approving.activate(row);
        assertThat(gateway.launch(aLaunch()).statusCode()).isEqualTo(200);
        room.approving.deactivate(row);
        refused(gateway.login(""), "login.registration_inactive");
    }

    @Test
    void parksADeploymentUntilItIsApproved() {
        RegisteredPlatformRow row = register(false, "{\"client_id\":\"client-1\"}");
        room.approving.activate(row);
        refused(gateway.launch(aLaunch()), "deployment.unknown");
        assertThat(gateway.count("parked_deployment")).isEqualTo(1);
        assertThat(room.approving.approve(row, "deployment-1")).isTrue();
        assertThat(gateway.count("parked_deployment")).isZero();
        assertThat(gateway.launch(aLaunch()).statusCode()).isEqualTo(200);
    }

    @Test
    void takesTheFirstDeploymentOfAnActiveInvitationAndNoFurtherOne() {
        register(true, "{\"client_id\":\"client-1\"}");
        assertThat(gateway.launch(aLaunch()).statusCode()).isEqualTo(200);
        assertThat(gateway.launch(aLaunch()).statusCode()).isEqualTo(200);
        refused(gateway.launch(aLaunch().withLti("deployment_id", "deployment-2")), "deployment.unknown");
        assertThat(room.approving.all().get(0).platform().deploymentIds()).isEqualTo(Set.of("deployment-1"));
        String tenant = gateway.query("select distinct tenant from learner_session", text -> text.orElseThrow());
        assertThat(tenant).isEqualTo("acme");
    }

    @Test
    void takesNoFirstDeploymentOfABlackboardWhichSharesItsClientIds() {
        room.platform.family = "BlackboardLearn";
        register(true, "{\"client_id\":\"client-1\"}");
        refused(gateway.launch(aLaunch()), "deployment.unknown");
    }
}
