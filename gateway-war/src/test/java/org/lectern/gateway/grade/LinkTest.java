package org.lectern.gateway.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.gateway.grade.GradeSettings.Grading;
import org.lectern.lti.launch.GradeService;

class LinkTest {

    private static final String SCOPES = "https://purl.imsglobal.org/spec/lti-ags/scope/";

    @ParameterizedTest
    @CsvSource({
        // told by the link, line item named, scopes, the institution's way: what the grade stands for
        ",           true,  score,           SHARE,      SHARE",
        ",           true,  score,           COMPLETION, COMPLETION",
        ",           true,  score,           OFF,        NONE",
        ",           false, score lineitem,  SHARE,      NONE",
        "share,      true,  score,           COMPLETION, SHARE",
        "completion, true,  score,           SHARE,      COMPLETION",
        "completion, false, score lineitem,  SHARE,      COMPLETION",
        "completion, false, score,           SHARE,      NONE",
        "share,      true,  lineitem,        SHARE,      NONE",
        "share,      true,  score,           OFF,        NONE",
        "none,       true,  score,           SHARE,      NONE",
        "nonsense,   true,  score,           SHARE,      SHARE"
    })
    void decidesWhatAGradeStandsFor(String told, boolean named, String scopes, Grading grading, Mode mode) {
        GradeService service = new GradeService(
                Optional.of(URI.create("https://lms.example.edu/items")),
                named ? Optional.of(URI.create("https://lms.example.edu/items/1")) : Optional.empty(),
                Set.of(scopes.split(" ")).stream().map(SCOPES::concat).collect(Collectors.toSet()));
        assertThat(Link.mode(told, service, grading)).isEqualTo(mode);
    }
}
