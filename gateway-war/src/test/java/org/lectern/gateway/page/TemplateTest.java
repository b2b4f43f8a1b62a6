package org.lectern.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void fillsTextsAssetsAndJson() {
        Template template = new Template(
                "t",
                "<h1 title=\"{{title}}\">{{title}}</h1><script src={{asset:a.js}}>{{{session}}}</script>",
                name -> "/assets/" + name);
        assertThat(template.fill(Map.of("title", "A & B"), Map.of("session", "{}")))
                .isEqualTo("<h1 title=\"A &amp; B\">A &amp; B</h1><script src=/assets/a.js>{}</script>");
    }

    @Test
    void doesNotFillWhatAValueBringsAlong() {
        Template template = new Template("t", "{{title}} {{nonce}}", name -> name);
        assertThat(template.fill(Map.of("title", "{{nonce}} $1 \\", "nonce", "secret"), Map.of()))
                .isEqualTo("{{nonce}} $1 \\ secret");
    }

    @Test
    void failsLoudlyWhenTemplateAndCodeDisagree() {
        assertThatThrownBy(() -> new Template("t", "{{title}}", name -> name).fill(Map.of(), Map.of()))
                .hasMessageContaining("page t has no value for title");
    }

    @Test
    void cannotBeLeftByTextOrJson() {
        Template template =
                new Template("t", "<p title='{{text}}'>{{text}}</p><script>{{{json}}}</script>", name -> name);
        String evil = "</script><script>alert(1)</script>'\" onload=x <!-- \u2028";
        String page = template.fill(Map.of("text", evil), Map.of("json", "\"" + evil.replace("\"", "\\\"") + "\""));
        assertThat(page.split("<script>", -1)).hasSize(2);
        assertThat(page.split("</script>", -1)).hasSize(2);
        assertThat(page).doesNotContain("<!--").contains("\\u003c").contains("\\u2028");
    }

    @Property
    void escapesAnyText(@ForAll String text) {
        assertThat(Escaping.html(text)).doesNotContain("<", ">", "\"", "'");
        assertThat(Escaping.json(text)).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    }
}
