package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource({
        "Größe, grosse",
        "GRÖSSE, groesse",
        "Événement, evenement",
        "ﬁlm, film",
        "Żółć, zołc",
        "Ёлка, елка",
        "naïve, naive",
        "H2O, h2o",
        "L'École, ecole",
        "細胞の構造, 構造",
        "नमस्ते, नमस्ते"
    })
    void findsATextByWhatPeopleType(String text, String typed) {
        assertThat(SearchWords.of(text)).contains(typed);
        assertThat(SearchWords.typed(typed)).containsExactly(SearchWords.folded(typed));
    }

    @Test
    void seesNoWordInSigns() {
        assertThat(SearchWords.typed(" ' & | ! :* ( <b> \\ ")).containsExactly("b");
        assertThat(SearchWords.of("--- …")).isEmpty();
    }

    @Test
    void boundsWhatSomebodyTypes() {
        assertThat(SearchWords.typed("a b c d e f g h i j k l m n o p")).hasSize(12);
        assertThat(SearchWords.typed("x".repeat(500)).get(0)).hasSize(60);
    }
}
