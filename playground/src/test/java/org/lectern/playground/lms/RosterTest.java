package org.lectern.playground.lms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The members of a course as NRPS 2.0 has them. */
final class RosterTest {
    private static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    private static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private final PracticeTool tool;

    RosterTest() throws IOException {
        tool = new PracticeTool();
    }

    @AfterEach
    void stop() {
        tool.close();
    }

    @Test
    void leadsThroughAllPages() throws Exception {
        List<JsonObject> everybody = members(address(""));

        assertThat(everybody).hasSize(31);
        assertThat(everybody).extracting(member -> member.getString("user_id")).doesNotHaveDuplicates();
        assertThat(everybody.get(0).getString("name")).isEqualTo("Student One");
        assertThat(everybody.get(0).getJsonArray("roles").getString(0)).isEqualTo(LEARNER);
        assertThat(everybody.get(3)).doesNotContainKeys("name", "email");
        assertThat(everybody.get(30).getString("status")).isEqualTo("Inactive");
        assertThat(tool.launch("person=student1&link=intro").getJSONObjectClaim(Claims.ROSTER))
                .containsEntry("context_memberships_url", address(""));
    }

    @Test
    void filtersByRoleOnEveryPageUnlessASwitchForgetsIt() throws Exception {
        String learners = address("?limit=7&role=" + URLEncoder.encode(LEARNER, StandardCharsets.UTF_8));
        assertThat(members(learners)).hasSize(30);
        assertThat(members(address("?role=Instructor"))).hasSize(1);

        tool.set("roster-next", "drops-role");
        assertThat(members(learners)).hasSize(31);
    }

    @Test
    void givesShortRoleNamesAndSmallPagesByASwitch() throws Exception {
        tool.set("roles", "short");
        tool.set("roster-page", "3");

        HttpResponse<String> page = ask(address("?limit=50"));

        assertThat(page.body()).contains("\"roles\":[\"Learner\"]");
        assertThat(PracticeTool.object(page.body()).getJsonArray("members")).hasSize(3);
    }

    @Test
    void tellsTheMessageOfALinkThatExists() throws Exception {
        assertThat(ask(address("?rlid=2")).body()).contains("resource_link\":{\"id\":\"2\"}");
        assertThat(ask(address("?rlid=999")).statusCode()).isEqualTo(404);
    }

    @Test
    void insistsOnItsMediaType() throws Exception {
        HttpResponse<String> answer = tool.get(
                address(""),
                "Authorization",
                "Bearer " + tool.token(PracticeTool.ROSTER),
                "Accept",
                "application/json");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains(TYPE);
    }

    private String address(String query) {
        return tool.issuer() + "/services/2/memberships" + query;
    }

    private HttpResponse<String> ask(String address) throws Exception {
        return tool.get(address, "Authorization", "Bearer " + tool.token(PracticeTool.ROSTER), "Accept", TYPE);
    }

    private List<JsonObject> members(String first) throws Exception {
        List<JsonObject> all = new ArrayList<>();
        Optional<String> next = Optional.of(first);
        while (next.isPresent()) {
            HttpResponse<String> page = ask(next.get());
            all.addAll(PracticeTool.object(page.body()).getJsonArray("members").getValuesAs(JsonObject.class));
            next = page.headers().firstValue("Link").map(link -> link.substring(1, link.indexOf('>')));
        }
        return all;
    }
}
