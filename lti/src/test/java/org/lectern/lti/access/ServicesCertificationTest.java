package org.lectern.lti.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lectern.lti.grade.ActivityProgress;
import org.lectern.lti.grade.GradeScopes;
import org.lectern.lti.grade.Gradebook;
import org.lectern.lti.grade.LineItem;
import org.lectern.lti.grade.Score;
import org.lectern.lti.grade.ScoreAnswer;
import org.lectern.lti.keys.ToolKeys;
import org.lectern.lti.launch.GradeService;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.practice.PracticeGradebook;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeServices;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.practice.PracticeUser;
import org.lectern.lti.roster.Roster;
import org.lectern.lti.roster.RosterBounds;
import org.lectern.lti.roster.RosterQuery;

/** The service parts of the LTI Advantage Conformance Certification Guide, tool side (§6.3 and §6.4), from the launch on. */
@DisplayName("D4 Services")
class ServicesCertificationTest {
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final String MEMBERS = "https://lms.example.edu/memberships/7";

    private final SecureRandom random = new SecureRandom();
    private final PracticePlatform platform = PracticePlatform.practice();
    private final PracticeTool tool = new PracticeTool(platform);
    private final ToolKeys keys = ToolKeys.generate(tool.clock().instant(), random);
    private final PracticeServices there = new PracticeServices();
    private final PlatformServices services =
            new PlatformServices(there, new AccessTokens(there, keys, tool.clock(), random));

    @Nested
    @DisplayName("names and roles")
    class NamesAndRoles {

        @BeforeEach
        void read() {
            there.service(request -> PracticeServices.answer(
                    200,
                    "{\"id\":\"" + MEMBERS + "\",\"context\":{\"id\":\"course-1\"},\"members\":"
                            + "[{\"user_id\":\"student-1\",\"roles\":[\"Learner\"],\"status\":\"Active\"}]}"));
            Launch launch = tool.launch(aLaunch()
                            .by(PracticeUser.teacher())
                            .with(NRPS, Map.of("context_memberships_url", MEMBERS, "service_versions", List.of("2.0"))))
                    .launch();
            new Roster(services, RosterBounds.DEFAULT, tool.clock())
                    .members(launch.registration(), launch.roster().orElseThrow(), RosterQuery.ALL);
        }

        @Test
        @DisplayName("1 instructor launch with the claim")
        void instructorLaunchWithTheClaim() {
            assertThat(there.serviceRequests()).hasSize(1);
        }

        @Test
        @DisplayName("2 the suite sees our GET")
        void theSuiteSeesOurGet() {
            assertThat(request().method()).isEqualTo(ServiceRequest.Method.GET);
            assertThat(request().address()).hasToString(MEMBERS);
        }

        @Test
        @DisplayName("3 Accept is the membership container media type")
        void acceptIsTheMembershipContainerMediaType() {
            assertThat(request().headers())
                    .containsEntry("Accept", "application/vnd.ims.lti-nrps.v2.membershipcontainer+json");
        }

        @Test
        @DisplayName("4 bearer token valid")
        void bearerTokenValid() throws Exception {
            assertThat(there.scopes(request())).isNotEmpty();
            SignedJWT assertion = SignedJWT.parse(
                    PracticeServices.form(there.tokenRequests().get(0)).get("client_assertion"));
            assertThat(assertion.verify(new RSASSAVerifier(keys.active().publicKey())))
                    .isTrue();
            assertThat(assertion.getHeader().getKeyID()).isEqualTo(keys.active().kid());
        }

        @Test
        @DisplayName("5 scope right")
        void scopeRight() {
            assertThat(there.scopes(request()))
                    .containsExactly("https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly");
        }

        private ServiceRequest request() {
            return there.serviceRequests().get(0);
        }
    }

    @Nested
    @DisplayName("assignments and grades")
    class AssignmentsAndGrades {
        private final PracticeGradebook gradebook =
                new PracticeGradebook("https://lms.example.edu/2", there::scopes, Set.of("student-1"));
        private GradeService claim;
        private Gradebook ours;

        @BeforeEach
        void launch() {
            there.service(gradebook);
            Launch launch = tool.launch(aLaunch()
                            .with(
                                    AGS,
                                    Map.of(
                                            "lineitems",
                                            gradebook.lineItems(),
                                            "scope",
                                            List.of(GradeScopes.LINE_ITEM, GradeScopes.SCORE))))
                    .launch();
            claim = launch.grades().orElseThrow();
            ours = new Gradebook(services, tool.clock(), launch.registration(), claim.scopes(), Duration.ofSeconds(5));
        }

        @Test
        @DisplayName("1 student launch with the claim")
        void studentLaunchWithTheClaim() {
            assertThat(claim.lineItems()).contains(URI.create(gradebook.lineItems()));
            assertThat(claim.scopes()).containsExactlyInAnyOrder(GradeScopes.LINE_ITEM, GradeScopes.SCORE);
        }

        @Test
        @DisplayName("2 gets a token on its own")
        void getsATokenOnItsOwn() {
            create();
            assertThat(PracticeServices.form(there.tokenRequests().get(0)))
                    .containsEntry("grant_type", "client_credentials")
                    .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                    .containsEntry("scope", GradeScopes.LINE_ITEM);
        }

        @Test
        @DisplayName("3 creates a line item")
        void createsALineItem() {
            assertThat(create().id()).isPresent();
            assertThat(ours.find(claim.lineItems().orElseThrow(), Gradebook.Filter.ALL))
                    .singleElement()
                    .satisfies(item -> assertThat(item.label()).isEqualTo("Lecture 1"));
        }

        @Test
        @DisplayName("4 posts a score that shows on the results page")
        void postsAScoreThatShowsOnTheResultsPage() {
            Score score = Score.graded(
                    "student-1",
                    new Score.Points(BigDecimal.valueOf(62), BigDecimal.valueOf(100)),
                    ActivityProgress.COMPLETED,
                    tool.clock().instant());
            assertThat(ours.post(create().id().orElseThrow(), score)).isEqualTo(ScoreAnswer.TAKEN);
            assertThat(gradebook.shown("student-1").orElseThrow().given()).isEqualByComparingTo("62");
        }

        private LineItem create() {
            return ours.create(claim.lineItems().orElseThrow(), LineItem.of("Lecture 1", BigDecimal.valueOf(100)));
        }
    }
}
