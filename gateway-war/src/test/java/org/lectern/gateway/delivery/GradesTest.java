package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.grade.GradeSettings;
import org.lectern.gateway.grade.GradeWitness;
import org.lectern.gateway.grade.GradebookTrial;
import org.lectern.gateway.grade.Gradebooks;
import org.lectern.gateway.grade.KnownLinks;
import org.lectern.gateway.grade.LearnerTable;
import org.lectern.gateway.grade.LineItems;
import org.lectern.gateway.grade.LinkTable;
import org.lectern.gateway.grade.Results;
import org.lectern.gateway.grade.ScoreClient;
import org.lectern.gateway.grade.ScoreLanes;
import org.lectern.gateway.grade.ScoresFromWatching;
import org.lectern.gateway.grade.StandingTable;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;
import org.lectern.gateway.playback.Viewed;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerKey;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.access.AccessTokens;
import org.lectern.lti.access.PlatformServices;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.keys.ToolKeys;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.practice.HandWoundClock;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticeGradebook;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeServices;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.practice.PracticeUser;

/** From what a learner watched to a strict gradebook: the whole way, over a real database, with the platform in memory. */
class GradesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final MasterKey MASTER_KEY = MasterKey.random(RANDOM);
    private static final ToolKeys KEYS =
            ToolKeys.generate(HandWoundClock.started().instant(), RANDOM);
    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    private static final TenantId ACME = new TenantId("acme");

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final HandWoundClock clock = HandWoundClock.started();
    private final PracticeServices services = new PracticeServices();
    private final PracticeGradebook gradebook =
            new PracticeGradebook("https://lms.example.edu/2", services::scopes, Set.of("student-1", "student-2"));
    private final Tenant acme = GivenTenants.acme(GivenTenants.remote("intro", "Introduction"));
    private final LinkTable links = new LinkTable(jdbi);
    private final LearnerTable learners = new LearnerTable(jdbi, MASTER_KEY, RANDOM);
    private final StandingTable standings = new StandingTable(jdbi);
    private final List<Node> nodes = new ArrayList<>();

    @BeforeEach
    void connect() {
        services.service(gradebook);
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
    }

    @Test
    void bringsTheWatchedShareToTheGradebookAndThenCompletion() {
        Tool tool = new Tool().started();
        LearnerSession sam = tool.launches(graded("share"), "student-1");
        tool.watches(sam, "0.4", false, true);
        shows("student-1", 40, "InProgress");

        clock.pass(Duration.ofSeconds(40));
        tool.watches(sam, "0.96", true, true);
        shows("student-1", 96, "Completed");
        assertThat(tool.node.lane(ACME).destination()).isEqualTo("ags-practice");
        // What was delivered is written down within a tenth of a second, not at once.
        Until.holds(() -> tool.node.lane(ACME).delivered() == 2, SOON);
    }

    @Test
    void givesAllOrNothingForCompletion() {
        Tool tool = new Tool().started();
        LearnerSession sam = tool.launches(graded("completion"), "student-1");
        tool.watches(sam, "0.9", false, true);
        assertThat(outbox()).isZero();
        tool.watches(sam, "0.95", true, false);
        shows("student-1", 100, "Completed");
    }

    @Test
    void givesTheShareWhereTheTeacherMadeTheLinkGradedInThePlatform() {
        Tool tool = new Tool().started();
        LearnerSession sam = tool.launches(graded(null), "student-1");
        tool.watches(sam, "0.25", false, true);
        shows("student-1", 25, "InProgress");
    }

    @Test
    void sendsOnlyTheLastGradeAfterAnOutage() {
        Tool tool = new Tool().started();
        LearnerSession sam = tool.launches(graded("share"), "student-1");
        gradebook.mood(request -> Optional.of(new ServiceAnswer(503, Map.of("Retry-After", "1"), "busy".getBytes())));
        for (int i = 1; i <= 5; i++) {
            tool.watches(sam, "0." + i, false, true);
        }
        Until.holds(() -> tool.node.lane(ACME).failures() > 0, SOON);
        gradebook.mood(request -> Optional.empty());
        Until.holds(
                () -> {
                    tool.node.passTime();
                    return gradebook.shown("student-1").isPresent();
                },
                SOON);
        shows("student-1", 50, "InProgress");
        assertThat(gradebook.posted()).as("four were overtaken").hasSize(1);
        assertThat(deadLetters()).isZero();
    }

    @Test
    void tellsNobodyOfAScoreForSomebodyWhoGetsNoGrades() {
        Tool tool = new Tool().started();
        LearnerSession test = tool.launches(graded("share"), "test-student");
        LearnerSession sam = tool.launches(graded("share"), "student-1");
        tool.watches(test, "0.5", false, true);
        tool.watches(sam, "0.6", false, true);
        shows("student-1", 60, "InProgress");
        assertThat(deadLetters()).isZero();
        assertThat(tool.node.lane(ACME).state()).isEqualTo("running");

        clock.pass(Duration.ofMinutes(1));
        tool.watches(test, "0.9", false, true);
        assertThat(outbox()).as("nothing more for this person").isEqualTo(2);
        LearnerSession again = tool.launches(graded("share"), "test-student");
        tool.watches(again, "0.9", false, true);
        assertThat(outbox()).as("until they come again").isEqualTo(3);
    }

    @Test
    void makesAColumnWhereTheTeacherWantsAGradeAndThePlatformNamedNone() {
        Tool tool = new Tool().started();
        Map<String, Object> claim =
                Map.of("lineitems", gradebook.lineItems(), "scope", List.of(SCOPE + "lineitem", SCOPE + "score"));
        LearnerSession sam = tool.launches(graded("share", claim), "student-1");
        LearnerSession kim = tool.launches(graded("share", claim), "student-2");
        tool.watches(sam, "0.5", false, true);
        tool.watches(kim, "0.7", false, true);
        shows("student-1", 50, "InProgress");
        shows("student-2", 70, "InProgress");
        assertThat(gradebook.columns()).as("one for both").isEqualTo(1);
    }

    @Test
    void makesAnotherColumnWhenSomebodyDeletedIt() {
        Tool tool = new Tool().started();
        LearnerSession sam = tool.launches(graded("share"), "student-1");
        gradebook.removeColumns();
        tool.watches(sam, "0.5", false, true);
        shows("student-1", 50, "InProgress");
        assertThat(gradebook.columns()).isEqualTo(1);
        assertThat(deadLetters()).isZero();
    }

    @Test
    void saysInWordsThatTheColumnIsGoneWhereItMayMakeNone() {
        Tool tool = new Tool().started();
        Map<String, Object> claim = Map.of(
                "lineitems",
                gradebook.lineItems(),
                "lineitem",
                gradebook.column("Lecture 1", "link-1"),
                "scope",
                List.of(SCOPE + "score"));
        LearnerSession sam = tool.launches(graded("share", claim), "student-1");
        gradebook.removeColumns();
        tool.watches(sam, "0.5", false, true);
        Until.holds(() -> deadLetters() == 1, SOON);
        String column = gradebook.column("Lecture 1", "link-1");
        tool.launches(graded("share", Map.of("lineitem", column, "scope", List.of(SCOPE + "score"))), "student-1");
        new DeadLetters(jdbi, tool.node.outbox).resend(ACME, 1);
        shows("student-1", 50, "InProgress");
    }

    @Test
    void pausesTheLaneWithWordsWhenThePlatformRefusesUs() {
        Tool tool = new Tool().started();
        LearnerSession sam = tool.launches(graded("share"), "student-1");
        services.tokens(request -> PracticeServices.answer(400, "{\"error\":\"invalid_client\"}"));
        tool.watches(sam, "0.5", false, true);
        Until.holds(() -> tool.node.lane(ACME).state().equals("paused"), SOON);
        assertThat(tool.node.lane(ACME).reason().orElseThrow())
                .contains("does not accept this tool's signature")
                .contains("Check that the tool is active");
        services.tokens(services::nextToken);
        clock.pass(Duration.ofSeconds(10));
        new LaneCommands(jdbi).resume(ACME, tool.node.lane(ACME).id());
        shows("student-1", 50, "InProgress");
    }

    @Test
    void pausesTheLaneWhenTheScopeIsTakenAway() {
        Tool tool = new Tool().started();
        LearnerSession sam = tool.launches(graded("share"), "student-1");
        gradebook.mood(request -> Optional.of(PracticeServices.answer(403, "")));
        tool.watches(sam, "0.5", false, true);
        Until.holds(() -> tool.node.lane(ACME).state().equals("paused"), SOON);
        assertThat(tool.node.lane(ACME).reason().orElseThrow()).contains("switch the service on");
    }

    @Test
    void deliversAfterARestartWhatWasDecidedBefore() {
        Tool before = new Tool();
        LearnerSession sam = before.launches(graded("share"), "student-1");
        before.watches(sam, "0.5", false, true);
        before.node.close();
        new Tool().started();
        shows("student-1", 50, "InProgress");
    }

    @Test
    void neverLowersAGradeAcrossSessionsAndNodes() {
        Tool one = new Tool().started();
        Tool other = new Tool().started();
        LearnerSession sam = one.launches(graded("share"), "student-1");
        one.watches(sam, "0.8", false, true);
        shows("student-1", 80, "InProgress");
        clock.pass(Duration.ofMinutes(1));
        other.watches(sam, "0.3", false, true);
        other.watches(sam, "0.81", false, true);
        shows("student-1", 81, "InProgress");
        assertThat(gradebook.posted()).hasSize(2);
    }

    @Test
    void gradesNeitherTeachersNorOtherVideosNorLinksWithoutAGradebook() {
        Tool tool = new Tool();
        LearnerSession teacher = tool.launches(graded("share").by(PracticeUser.teacher()), "teacher-1");
        tool.watches(teacher, "0.8", true, true);
        LearnerSession sam = tool.launches(graded("share"), "student-1");
        tool.watches(sam, "other", "0.8", true, true);
        LearnerSession ungraded = tool.launches(aLaunch(), "student-1");
        tool.watches(ungraded, "0.8", true, true);
        assertThat(outbox()).isZero();
    }

    @Test
    void keepsWhatThePlatformCallsPeopleOutOfTheOutbox() {
        Tool tool = new Tool();
        LearnerSession sam = tool.launches(graded("share"), "student-1");
        tool.watches(sam, "0.5", false, true);
        assertThat(text("select convert_from(body, 'UTF8') from outbox")).doesNotContain("student-1");
        assertThat(text("select sealed from grade_learner")).doesNotContain("student-1");
        jdbi.useHandle(handle -> handle.execute("delete from grade_learner"));
        new Tool().started();
        Until.holds(() -> tool.node.lane(ACME).depth() == 0, SOON);
        assertThat(gradebook.posted()).isEmpty();
        assertThat(deadLetters()).isZero();
    }

    @Test
    void readsBackWhatTheGradebookShows() {
        Tool tool = new Tool().started();
        LearnerSession sam = tool.launches(graded("share"), "student-1");
        tool.watches(sam, "0.5", false, true);
        shows("student-1", 50, "InProgress");
        Until.holds(() -> text("select state from grade_score").equals("delivered"), SOON);

        Results results = new Results(tool.gradebooks, links, standings, MASTER_KEY, clock);
        Results.OfLink read = results.of(ACME, "practice", "link-1");
        assertThat(read.state()).isEqualTo(Results.State.READ);
        Results.Mark mark = read.marks().get(sam.learnerKey());
        assertThat(mark.shown().orElseThrow()).isEqualByComparingTo("50");
        assertThat(mark.sent()).contains(50);
        assertThat(mark.state()).contains("delivered");
        assertThat(results.of(ACME, "practice", "another").state()).isEqualTo(Results.State.UNGRADED);

        gradebook.mood(request -> Optional.of(PracticeServices.answer(403, "")));
        assertThat(results.of(ACME, "practice", "link-1").state())
                .as("remembered for a while")
                .isEqualTo(Results.State.READ);
        clock.pass(Duration.ofSeconds(30));
        Results.OfLink unread = results.of(ACME, "practice", "link-1");
        assertThat(unread.state()).isEqualTo(Results.State.UNAVAILABLE);
        assertThat(unread.fault()).contains("service.forbidden");
        assertThat(unread.marks().get(sam.learnerKey()).sent()).contains(50);
    }

    @Test
    void triesAGradebookOutAndLeavesNothingBehind() {
        Tool tool = new Tool();
        tool.launches(graded("share"), "student-1");
        GradebookTrial trial = new GradebookTrial(tool.gradebooks, links, learners, clock);
        GradebookTrial.Place place = new GradebookTrial.Place(ACME, "practice", Optional.empty(), Optional.empty());
        assertThat(trial.run(place))
                .allMatch(GradebookTrial.Step::good)
                .extracting(GradebookTrial.Step::name)
                .containsExactly(
                        "registration",
                        "launch",
                        "learner",
                        "token and line items",
                        "create line item",
                        "post score",
                        "read results",
                        "delete line item");
        assertThat(gradebook.columns()).as("the link's own").isEqualTo(1);
        assertThat(trial.run(new GradebookTrial.Place(ACME, "practice", Optional.empty(), Optional.of("teacher-1"))))
                .last(InstanceOfAssertFactories.type(GradebookTrial.Step.class))
                .extracting(GradebookTrial.Step::name)
                .isEqualTo("delete line item");
        assertThat(trial.run(new GradebookTrial.Place(ACME, "nowhere", Optional.empty(), Optional.empty())))
                .singleElement()
                .extracting(GradebookTrial.Step::good)
                .isEqualTo(false);
    }

    private void shows(String user, int given, String activity) {
        Until.holds(
                () -> gradebook
                        .shown(user)
                        .filter(grade -> grade.given().intValue() == given
                                && grade.activity().equals(activity))
                        .isPresent(),
                SOON);
    }

    private long outbox() {
        return Long.parseLong(text("select count(*) from outbox"));
    }

    private long deadLetters() {
        return Long.parseLong(text("select count(*) from dead_letter where closed is null"));
    }

    private String text(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private LaunchBuilder graded(String how) {
        String column = gradebook.columns() > 0
                ? "https://lms.example.edu/2/lineitems/1/lineitem?type_id=1"
                : gradebook.column("Lecture 1", "link-1");
        return graded(
                how,
                Map.of(
                        "lineitems",
                        gradebook.lineItems(),
                        "lineitem",
                        column,
                        "scope",
                        List.of(SCOPE + "lineitem", SCOPE + "score", SCOPE + "result.readonly")));
    }

    private static LaunchBuilder graded(String how, Map<String, Object> claim) {
        Map<String, Object> custom = how == null ? Map.of("media", "intro") : Map.of("media", "intro", "grade", how);
        return aLaunch()
                .withLti("custom", custom)
                .with("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", claim);
    }

    /** A gateway node with everything that grades need. */
    private final class Tool {
        private final PracticeTool lti = new PracticeTool(PracticePlatform.practice());
        private final KnownLinks known = new KnownLinks(links, clock);
        private final Gradebooks gradebooks = new Gradebooks(
                new TenantRegistrations(GivenTenants.of(acme)),
                new PlatformServices(services, new AccessTokens(services, KEYS::sign, clock, RANDOM)),
                clock);
        private final GradeWitness witness = new GradeWitness(new GradeSettings(Map.of()), known, learners, standings);
        private final ScoresFromWatching scores = new ScoresFromWatching(known, standings, clock);
        private final Node node = new Node(
                jdbi,
                Duration.ofSeconds(2),
                4,
                1 << 20,
                List.of(new ScoreLanes(
                        gradebooks, new ScoreClient(gradebooks, links, learners, standings, new LineItems(links)))));

        Tool() {
            node.tenants.put(acme.id(), acme);
            nodes.add(node);
        }

        Tool started() {
            node.started();
            return this;
        }

        LearnerSession launches(LaunchBuilder builder, String subject) {
            Launch launch = lti.launch(builder.with("sub", subject)).launch();
            LearnerSession session = session(launch);
            jdbi.useTransaction(transaction -> witness.opened(transaction, launch, acme, session));
            return session;
        }

        void watches(LearnerSession session, String share, boolean completed, boolean pausing) {
            watches(session, "intro", share, completed, pausing);
        }

        void watches(LearnerSession session, String media, String share, boolean completed, boolean pausing) {
            Viewed viewed = new Viewed(session, media, new BigDecimal(share), completed, pausing);
            List<Placed> placed = jdbi.inTransaction(transaction -> {
                List<OutboxEntry> entries = scores.watched(transaction, List.of(viewed));
                return node.outbox.put(transaction, entries);
            });
            node.outbox.committed(placed);
        }
    }

    private LearnerSession session(Launch launch) {
        Instant expires = clock.instant().plus(Duration.ofHours(8));
        return new LearnerSession(
                UUID.randomUUID(),
                ACME,
                "practice",
                LearnerKey.at(MASTER_KEY, ACME, launch.registration().issuer()).of(launch.subject()),
                new Actor(
                        Optional.empty(), new ActorIdentity.Account(URI.create("https://lms.example.edu"), "somebody")),
                launch.roles().instructor() ? LearnerSession.Role.INSTRUCTOR : LearnerSession.Role.LEARNER,
                Optional.empty(),
                Optional.of("link-1"),
                Optional.of("intro"),
                "en",
                expires,
                expires);
    }
}
