package org.lectern.lti.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.access.AccessTokens;
import org.lectern.lti.access.PlatformServices;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.access.ServiceFault;
import org.lectern.lti.access.ServiceRequest;
import org.lectern.lti.access.ServiceUnreachable;
import org.lectern.lti.launch.RosterService;
import org.lectern.lti.practice.HandWoundClock;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeServices;

/** Names and roles, the certification list's points (D4) among them: our GET, its media type, its bearer token, its scope. */
class RosterTest {
    private static final String ADDRESS = "https://lms.example.edu/memberships/7";

    private final HandWoundClock clock = HandWoundClock.started();
    private final PracticeServices platform = new PracticeServices();
    private final Map<String, ServiceAnswer> pages = new LinkedHashMap<>();
    private RosterBounds bounds = RosterBounds.DEFAULT;

    RosterTest() {
        platform.service(request -> pages.getOrDefault(
                request.address().toString(), PracticeServices.answer(404, "<html>not here</html>")));
    }

    @Test
    void asksByGetForTheContainersMediaTypeAloneWithABearerTokenOfTheOneScope() {
        page(ADDRESS, members(member("4", "\"Learner\"")));
        read(RosterQuery.ALL);
        assertThat(platform.serviceRequests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo(ServiceRequest.Method.GET);
            assertThat(request.headers())
                    .containsOnly(
                            Map.entry("Accept", "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"),
                            Map.entry("Authorization", "Bearer token-1"));
        });
        assertThat(platform.tokenRequests())
                .singleElement()
                .satisfies(request -> assertThat(PracticeServices.form(request))
                        .containsEntry(
                                "scope", "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"));
    }

    @Test
    void readsAMember() {
        page(ADDRESS, members("""
                        {"status":"Active","name":"Jane Q. Public","given_name":"Jane","family_name":"Public",
                         "email":"jane@example.edu","user_id":"0ae836b9-7fc9-4060-006f-27b2066ac545",
                         "lis_person_sourcedid":"59254-6782-12ab","picture":"https://lms.example.edu/jane.jpg",
                         "roles":["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"]}"""));
        assertThat(read(RosterQuery.ALL).members()).singleElement().satisfies(jane -> {
            assertThat(jane.userId()).isEqualTo("0ae836b9-7fc9-4060-006f-27b2066ac545");
            assertThat(jane.status()).isEqualTo(Member.Status.ACTIVE);
            assertThat(jane.displayName()).contains("Jane Q. Public");
            assertThat(jane.email()).contains("jane@example.edu");
            assertThat(jane.sourcedId()).contains("59254-6782-12ab");
            assertThat(jane.roles().instructor()).isTrue();
            assertThat(jane).hasToString("Member[ACTIVE]");
        });
    }

    @Test
    void knowsShortRolesAndLongOnes() {
        page(
                ADDRESS,
                members(
                        member("1", "\"Instructor\""),
                        member("2", "\"http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor\""),
                        member("3", "\"Learner\"")));
        assertThat(read(RosterQuery.ALL).members())
                .extracting(member -> member.roles().instructor())
                .containsExactly(true, true, false);
    }

    @Test
    void takesMembersWithoutNamesStatusOrRoles() {
        page(
                ADDRESS,
                members(
                        "{\"user_id\":\"4\"}",
                        "{\"user_id\":5,\"name\":null,\"roles\":\"Learner\",\"status\":\"Odd\"}"));
        List<Member> members = read(RosterQuery.ALL).members();
        assertThat(members).extracting(Member::userId).containsExactly("4", "5");
        assertThat(members).extracting(Member::status).containsOnly(Member.Status.ACTIVE);
        assertThat(members).allMatch(member -> member.displayName().isEmpty());
    }

    @Test
    void makesANameOfItsPartsAndOfNothingThatCouldMislead() {
        page(
                ADDRESS,
                members(
                        "{\"user_id\":\"4\",\"given_name\":\"Sam\",\"family_name\":\"Student\"}",
                        "{\"user_id\":\"5\",\"name\":\"\\u202eevil\\n\\tname\"}"));
        assertThat(read(RosterQuery.ALL).members())
                .extracting(member -> member.displayName().orElseThrow())
                .containsExactly("Sam Student", "evil name");
    }

    @Test
    void tellsWhoNoLongerTakesPart() {
        page(
                ADDRESS,
                members("{\"user_id\":\"4\",\"status\":\"Inactive\"}", "{\"user_id\":\"5\",\"status\":\"deleted\"}"));
        assertThat(read(RosterQuery.ALL).members())
                .extracting(Member::status)
                .containsExactly(Member.Status.INACTIVE, Member.Status.DELETED);
    }

    @Test
    void leavesOutWhatIsNoMember() {
        page(ADDRESS, members("7", "null", "{}", "{\"user_id\":\"\"}", "{\"user_id\":[1]}", member("4", "")));
        assertThat(read(RosterQuery.ALL).members()).extracting(Member::userId).containsExactly("4");
    }

    @Test
    void followsEveryPageAndCountsNobodyTwice() {
        page(
                ADDRESS + "?limit=2",
                "<" + ADDRESS + "?limit=2&from=2>; rel=\"next\"",
                members(member("1", ""), member("2", "")));
        page(
                ADDRESS + "?limit=2&from=2",
                "<" + ADDRESS + "?limit=2&from=4>; rel=next, <" + ADDRESS + ">; rel=\"differences\"",
                members(member("2", ""), member("3", "")));
        page(ADDRESS + "?limit=2&from=4", members(member("4", "")));
        Membership roster = read(RosterQuery.ALL.limit(2));
        assertThat(roster.members()).extracting(Member::userId).containsExactly("1", "2", "3", "4");
        assertThat(roster.complete()).isTrue();
        assertThat(platform.tokenRequests()).hasSize(1);
    }

    @Test
    void asksForOneRoleOnEveryPageAlsoWhereThePlatformForgetsIt() {
        page(
                ADDRESS + "?limit=1&role=Learner",
                "<" + ADDRESS + "?limit=1&from=1>; rel=\"next\"",
                members(member("1", "\"Learner\"")));
        page(
                ADDRESS + "?limit=1&from=1&role=Learner",
                members(
                        member("2", "\"Instructor\""),
                        member("3", "\"http://purl.imsglobal.org/vocab/lis/v2/membership#Learner\"")));
        assertThat(read(RosterQuery.ALL.limit(1).role("Learner")).members())
                .extracting(Member::userId)
                .containsExactly("1", "3");
    }

    @Test
    void keepsTheServicesOwnQueryAndAsksForAResourceLink() {
        page(ADDRESS + "?course=7&rlid=a%2Fb", members(member("1", "")));
        Roster roster = roster();
        Membership read = roster.members(
                PracticePlatform.practice().registration(),
                new RosterService(URI.create(ADDRESS + "?course=7"), List.of("2.0")),
                RosterQuery.ALL.resourceLink("a/b"));
        assertThat(read.members()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.net/members?page=2",
                "//evil.example.net/members",
                "http://lms.example.edu/memberships/7?page=2",
                "https://lms.example.edu:8443/memberships/7",
                "https://lms.example.edu@evil.example.net/x",
                "file:///etc/passwd",
                "not an address"
            })
    void takesItsTokenToNoOtherPlaceThanTheOneTheLaunchNamed(String next) {
        page(ADDRESS, "<" + next + ">; rel=\"next\"", members(member("1", "")));
        Membership roster = read(RosterQuery.ALL);
        assertThat(platform.serviceRequests()).hasSize(1);
        assertThat(roster.members()).hasSize(1);
        assertThat(roster.complete())
                .as("there are more that were not asked for")
                .isFalse();
    }

    @Test
    void endsWhenPagesGoInACircle() {
        page(ADDRESS, "<" + ADDRESS + "?from=1>; rel=\"next\"", members(member("1", "")));
        page(ADDRESS + "?from=1", "<" + ADDRESS + ">; rel=\"next\"", members(member("2", "")));
        Membership roster = read(RosterQuery.ALL);
        assertThat(roster.members()).hasSize(2);
        assertThat(roster.complete()).isFalse();
        assertThat(platform.serviceRequests()).hasSize(2);
    }

    @Test
    void readsNoMoreThanTheBoundsAllow() {
        platform.service(request -> {
            String query = request.address().getRawQuery();
            int from = query == null ? 0 : Integer.parseInt(query.substring(5));
            String page = IntStream.range(from, from + 10)
                    .mapToObj(number -> member(Integer.toString(number), ""))
                    .collect(Collectors.joining(","));
            return linked("<" + ADDRESS + "?from=" + (from + 10) + ">; rel=\"next\"", "{\"members\":[" + page + "]}");
        });
        bounds = new RosterBounds(1_000, 95, Duration.ofSeconds(10));
        assertThat(read(RosterQuery.ALL)).hasToString("Membership[95, incomplete]");
        assertThat(platform.serviceRequests()).hasSize(10);
        bounds = new RosterBounds(3, 95, Duration.ofSeconds(10));
        assertThat(read(RosterQuery.ALL)).hasToString("Membership[30, incomplete]");
    }

    @Test
    void stopsWhenItsTimeIsUpAndSaysThatThereWasMore() {
        platform.service(request -> {
            clock.pass(Duration.ofSeconds(4));
            int page = platform.serviceRequests().size();
            return linked("<" + ADDRESS + "?page=" + page + ">; rel=\"next\"", members(member("u" + page, "")));
        });
        bounds = new RosterBounds(1_000, 1_000, Duration.ofSeconds(10));
        assertThat(read(RosterQuery.ALL)).hasToString("Membership[3, incomplete]");
        assertThat(platform.serviceRequests().get(2).within()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void keepsThePagesItHasWhenALaterOneFails() {
        page(ADDRESS, "<" + ADDRESS + "?from=1>; rel=\"next\"", members(member("1", "")));
        pages.put(ADDRESS + "?from=1", PracticeServices.answer(500, "<html>oops</html>"));
        assertThat(read(RosterQuery.ALL)).hasToString("Membership[1, incomplete]");
    }

    @ParameterizedTest
    @CsvSource({
        "401, SERVICE_FORBIDDEN",
        "403, SERVICE_FORBIDDEN",
        "404, SERVICE_GONE",
        "429, SERVICE_BUSY",
        "500, SERVICE_FAILED",
        "302, SERVICE_REFUSED"
    })
    void saysWhatARefusalMeans(int status, ServiceFault fault) {
        pages.put(ADDRESS, PracticeServices.answer(status, "<html>no</html>"));
        failsWith(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Sign in</html>",
                "",
                "[]",
                "null",
                "{\"members\":{}}",
                "{\"id\":\"no members\"}",
                "{\"members\":[",
            })
    void refusesAnAnswerThatIsNoMembershipContainer(String body) {
        page(ADDRESS, body);
        failsWith(ServiceFault.SERVICE_UNUSABLE);
    }

    @Test
    void saysWhenThePlatformDoesNotGrantTheScopeOrIsAway() {
        platform.tokens(request -> PracticeServices.answer(400, "{\"error\":\"invalid_scope\"}"));
        failsWith(ServiceFault.TOKEN_SCOPE_REFUSED);
        clock.pass(Duration.ofMinutes(1));
        platform.tokens(platform::nextToken);
        platform.service(request -> {
            throw new ServiceUnreachable("lms.example.edu: timeout", null);
        });
        failsWith(ServiceFault.SERVICE_UNREACHABLE);
    }

    private void failsWith(ServiceFault fault) {
        assertThatThrownBy(() -> read(RosterQuery.ALL))
                .isInstanceOfSatisfying(
                        ServiceFailed.class,
                        failed -> assertThat(failed.fault()).isEqualTo(fault));
    }

    private Membership read(RosterQuery query) {
        return roster().members(
                        PracticePlatform.practice().registration(),
                        new RosterService(URI.create(ADDRESS), List.of("2.0")),
                        query);
    }

    private Roster roster() {
        AccessTokens tokens =
                new AccessTokens(platform, claims -> "signed." + claims.getIssuer(), clock, new SecureRandom());
        return new Roster(new PlatformServices(platform, tokens), bounds, clock);
    }

    private void page(String address, String body) {
        pages.put(address, PracticeServices.answer(200, body));
    }

    private void page(String address, String link, String body) {
        pages.put(address, linked(link, body));
    }

    private static ServiceAnswer linked(String link, String body) {
        return new ServiceAnswer(200, Map.of("Link", link), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String members(String... members) {
        return "{\"id\":\"" + ADDRESS + "\",\"context\":{\"id\":\"7\"},\"members\":[" + String.join(",", members)
                + "]}";
    }

    private static String member(String id, String roles) {
        return "{\"user_id\":\"" + id + "\",\"roles\":[" + roles + "]}";
    }
}
