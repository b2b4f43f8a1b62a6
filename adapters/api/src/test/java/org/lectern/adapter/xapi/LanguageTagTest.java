package org.lectern.adapter.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({"en, en", "en_US, en-US", " de-CH , de-CH", "zh-Hans-CN, zh-Hans-CN", "sl-rozaj, sl-rozaj"})
    void readsTheTagsThatPlatformsSend(String text, String tag) {
        assertThat(LanguageTag.parse(text)).map(LanguageTag::value).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "??", "not a language", "e", "en--US", "-", "deutschland-lang"})
    void findsNoneInAnythingElse(String text) {
        assertThat(LanguageTag.parse(text)).isEqualTo(Optional.empty());
    }

    @Test
    void refusesAnIllFormedTag() {
        assertThatThrownBy(() -> new LanguageTag("en_US")).isInstanceOf(IllegalArgumentException.class);
    }
}
