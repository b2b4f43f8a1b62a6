package org.lectern.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void decodesFieldsAndKeepsRepeatedOnes() {
        Form form = Form.decode("a=1&b=x+y%26z&a=2&empty=&flag");
        assertThat(form.fields()).containsEntry("a", List.of("1", "2")).containsEntry("b", List.of("x y&z"));
        assertThat(form.one("a")).as("came twice").isEmpty();
        assertThat(form.one("empty")).isEmpty();
        assertThat(form.one("flag")).isEmpty();
        assertThat(form).hasToString("Form[a, b, empty, flag]");
    }

    @Test
    void refusesWhatIsTooLargeOrNoForm() {
        byte[] large = new byte[Form.LIMIT + 1];
        assertThatThrownBy(() -> Form.read(new ByteArrayInputStream(large))).isInstanceOf(Form.Unreadable.class);
        assertThatThrownBy(() -> Form.decode("a=%zz")).isInstanceOf(Form.Unreadable.class);
        assertThatThrownBy(() -> Form.decode("a&".repeat(101))).isInstanceOf(Form.Unreadable.class);
    }
}
