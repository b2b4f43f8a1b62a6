package org.lectern.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.start.GivenSettings;
import org.lectern.lti.keys.KeyRotation;

class KeySettingsTest {

    @Test
    void readsWhatIsSetAndTakesDefaultsForTheRest() {
        assertThat(new KeySettings(GivenSettings.of()).rotation()).isEqualTo(KeyRotation.DEFAULT);
        assertThat(new KeySettings(GivenSettings.of("lectern.keys.rotate-every=P30D", "lectern.keys.retire-after=P2D"))
                        .rotation())
                .isEqualTo(new KeyRotation(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(2)));
    }

    @Test
    void refusesSpansInWhichSomePlatformWouldNotKnowTheKey() {
        assertThat(GivenSettings.wrongIn(
                        KeySettings::new, "lectern.keys.publish-ahead=PT1H", "lectern.keys.retire-after=PT23H"))
                .containsExactly(
                        "lectern.keys.publish-ahead: found 'PT1H', allowed: an ISO 8601 duration from P1D to P365D",
                        "lectern.keys.retire-after: found 'PT23H', allowed: an ISO 8601 duration from P1D to P365D");
        assertThat(GivenSettings.wrongIn(KeySettings::new, "lectern.keys.rotate-every=P5D"))
                .containsExactly(
                        "lectern.keys.rotate-every: found P5D, allowed: more than lectern.keys.publish-ahead, which is P7D");
    }
}
