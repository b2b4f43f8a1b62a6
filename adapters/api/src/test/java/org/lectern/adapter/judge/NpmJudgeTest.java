package org.lectern.adapter.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NpmJudgeTest {

    @Test
    void warnsOfWhatIsNoStatement() throws Exception {
        byte[] broken = "{\"actor\":{\"mbox\":\"x\"},\"verb\":{}}".getBytes(StandardCharsets.UTF_8);
        assertThat(NpmJudge.inTarget().verdicts(List.of(broken)))
                .singleElement()
                .asString()
                .contains("mbox");
    }
}
