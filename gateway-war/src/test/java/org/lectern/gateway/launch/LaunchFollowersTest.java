package org.lectern.gateway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;
import static org.lectern.lti.practice.PracticeDeepLinking.aDeepLinkingRequest;

import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.MessageType;

class LaunchFollowersTest {

    private final GivenTenants tenants = GivenTenants.of(GivenTenants.acme());

    @Test
    void keepsWhatAWitnessWritesWithTheSession() {
        try (var gateway = new PracticeGateway(tenants, List.of(LaunchFollowersTest::write), List.of())) {
            assertThat(gateway.launch(aLaunch()).statusCode()).isEqualTo(200);
            assertThat(gateway.count("audit_log")).isEqualTo(1);
        }
    }

    @Test
    void opensNothingWhenAWitnessFails() {
        LaunchWitness failing = (transaction, launch, tenant, session) -> {
            write(transaction, launch, tenant, session);
            throw new org.jdbi.v3.core.ConnectionException(new java.sql.SQLException("the server went away"));
        };
        try (var gateway = new PracticeGateway(tenants, List.of(failing), List.of())) {
            assertThat(gateway.launch(aLaunch()).statusCode()).isEqualTo(503);
            assertThat(gateway.count("audit_log")).isZero();
            assertThat(gateway.count("learner_session")).isZero();
        }
    }

    @Test
    void showsThePageOfTheMessage() {
        try (var gateway = new PracticeGateway(tenants, List.of(), List.of(new Picker()))) {
            HttpResponse<String> page = gateway.launch(aDeepLinkingRequest());
            assertThat(page.body()).isEqualTo("picker for acme");
            assertThat(gateway.told).as("nobody looked at a gallery").hasSize(1);
        }
    }

    @Test
    void refusesAMessageThatNobodyAnswers() {
        try (var gateway = new PracticeGateway(tenants)) {
            HttpResponse<String> page = gateway.launch(aDeepLinkingRequest());
            assertThat(page.statusCode()).isBetween(400, 499);
            assertThat(gateway.count("learner_session")).isZero();
        }
    }

    private static void write(Handle transaction, Launch launch, Tenant tenant, LearnerSession session) {
        transaction.execute(
                "insert into audit_log (who, tenant, deed) values ('test', ?, 'launched')",
                tenant.id().value());
    }

    private static final class Picker implements LaunchPage {

        @Override
        public MessageType opens() {
            return MessageType.DEEP_LINKING;
        }

        @Override
        public Response.ResponseBuilder answer(
                Tenant tenant, LearnerSession session, SessionToken token, Launch launch) {
            return Response.ok("picker for " + tenant.id());
        }
    }
}
