package org.lectern.config.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Map<String, String> VALUES =
            Map.of("HOST", "lms.example.edu", "URL", "https://${HOST}:8443", "LOOP", "${POOL}", "POOL", "${LOOP}");

    private final Expression expression = new Expression(name -> Optional.ofNullable(VALUES.get(name)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "${HOST}|lms.example.edu",
                "https://${HOST}/x|https://lms.example.edu/x",
                "${URL}/acme|https://lms.example.edu:8443/acme",
                "${NOTHING:http://localhost:8082}/acme|http://localhost:8082/acme",
                "${NOTHING:${ALSO_NOTHING:http://a:1}}|http://a:1",
                "${HOST:${NOTHING}}|lms.example.edu",
                "${NOTHING:}x|x",
                "\\${HOST}|${HOST}",
                "5$ {x}|5$ {x}"
            })
    void expands(String text, String expanded) throws Expression.Unresolved {
        assertThat(expression.expand(text)).isEqualTo(expanded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${NOTHING}", "a${NOTHING}b", "${HOST", "${NOTHING:${HOST}", "${LOOP}", "${}"})
    void refusesWhatRefersToNothing(String text) {
        assertThatThrownBy(() -> expression.expand(text)).isInstanceOf(Expression.Unresolved.class);
    }

    @Test
    void leavesNoTraceOfAValueInItsRefusal() {
        assertThatThrownBy(() -> expression.expand("hush${NOTHING}")).hasMessage(null);
    }
}
