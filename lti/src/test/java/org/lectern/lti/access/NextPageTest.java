package org.lectern.lti.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {
    private static final URI HERE = URI.create("https://lms.example.edu/items?type_id=2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://lms.example.edu/items?type_id=2&page=2>; rel=\"next\"",
                "<https://lms.example.edu/items?page=9>; rel=\"last\", <https://lms.example.edu/items?type_id=2&page=2>; rel=next",
                "<https://lms.example.edu/items?type_id=2&amp;page=2>; rel=\u201cnext\u201d",
                "<https://lms.example.edu/items?type_id=2&page=2>; title=\"x\"; REL=\"next\"",
                "</items?type_id=2&page=2>;rel='next'"
            })
    void findsThePageThatFollows(String link) {
        assertThat(NextPage.after(linking(link), HERE))
                .contains(URI.create("https://lms.example.edu/items?type_id=2&page=2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<https://lms.example.edu/items?page=1>; rel=\"prev\"",
                "<https://elsewhere.example/items?page=2>; rel=\"next\"",
                "<http://lms.example.edu/items?page=2>; rel=\"next\"",
                "<https://lms.example.edu:8443/items?page=2>; rel=\"next\"",
                "<https://lms.example.edu/items?type_id=2>; rel=\"next\"",
                "<not a link>; rel=\"next\"",
                "<https://lms.example.edu/items?page=2>; rel=\"nextish\""
            })
    void stopsWhereNoneFollowsOrItLeadsAway(String link) {
        assertThat(NextPage.after(linking(link), HERE)).isEmpty();
    }

    @Test
    void stopsWithoutAHeader() {
        assertThat(NextPage.after(new ServiceAnswer(200, Map.of(), new byte[0]), HERE))
                .isEmpty();
    }

    private static ServiceAnswer linking(String link) {
        return new ServiceAnswer(200, Map.of("Link", link), new byte[0]);
    }
}
