package org.lectern.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.lectern.lti.launch.LaunchRequest;
import org.lectern.lti.login.LoginInitiation;
import org.lectern.lti.refusal.LaunchRejected;

/** Whatever is posted, it is a form or named unreadable, and what is read of it is a login, a launch or refused by name. */
class FormFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void readsFormsOrRefusesThemByName(byte[] body) {
        try {
            Form form = Form.read(new ByteArrayInputStream(body));
            assertThat(form.fields()).hasSizeLessThanOrEqualTo(100);
            refusedAtMost(() -> LoginInitiation.of(form.fields()));
            refusedAtMost(() -> LaunchRequest.of(form.fields(), Map.of()));
        } catch (Form.Unreadable named) {
            assertThat(named).hasMessageNotContaining("\n");
        }
    }

    private static void refusedAtMost(Runnable reading) {
        try {
            reading.run();
        } catch (LaunchRejected named) {
            assertThat(named.refusal().code()).isNotBlank();
        }
    }
}
