package org.lectern.lti.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ToolKeys KEYS = ToolKeys.generate(START, RANDOM);
    private static final KeyRotation ROTATION = KeyRotation.DEFAULT;

    @Test
    void leavesYoungKeysAsTheyAre() {
        assertThat(ROTATION.due(KEYS, START, RANDOM)).isSameAs(KEYS);
        assertThat(ROTATION.due(KEYS, day(90).minusSeconds(1), RANDOM)).isSameAs(KEYS);
    }

    @Test
    void rotatesWhenItIsTimeAndOnlyOnce() {
        ToolKeys rotated = ROTATION.due(KEYS, day(90), RANDOM);
        assertThat(rotated.active().kid()).isEqualTo(KEYS.next().orElseThrow().kid());
        assertThat(rotated.all())
                .extracting(ToolKey::state)
                .containsExactlyInAnyOrder(KeyState.RETIRING, KeyState.ACTIVE, KeyState.NEXT);
        assertThat(ROTATION.due(rotated, day(90), RANDOM)).isSameAs(rotated);
        assertThat(ROTATION.due(rotated, day(97).minusSeconds(1), RANDOM)).isSameAs(rotated);
        ToolKeys retired = ROTATION.due(rotated, day(97), RANDOM);
        assertThat(retired.publicJwks()).doesNotContain(KEYS.active().kid());
        assertThat(retired.all()).hasSize(2);
    }

    @Test
    void publishesEveryKeyAWeekBeforeAndAfterItSigns() {
        List<Duration> ahead = new ArrayList<>();
        List<Set<String>> signing = new ArrayList<>();
        ToolKeys keys = KEYS;
        for (int day = 1; day <= 400; day++) {
            ToolKeys before = keys;
            keys = ROTATION.due(keys, day(day), RANDOM);
            if (!keys.active().kid().equals(before.active().kid())) {
                ahead.add(Duration.between(before.next().orElseThrow().since(), day(day)));
                assertThat(before.publicJwks()).contains(keys.active().kid());
                assertThat(keys.publicJwks()).contains(before.active().kid());
            }
            signing.add(new HashSet<>(Set.of(keys.active().kid())));
            for (Set<String> earlier : signing.subList(Math.max(0, signing.size() - 7), signing.size())) {
                assertThat(keys.publicJwks()).as("day " + day).contains(earlier);
            }
        }
        assertThat(ahead).hasSize(4).allMatch(span -> span.compareTo(Duration.ofDays(7)) >= 0);
    }

    @Test
    void waitsForAKeyThatPlatformsMayNotHaveSeen() {
        ToolKeys young = ROTATION.revoke(KEYS, KEYS.next().orElseThrow().kid(), day(89), RANDOM);
        assertThat(ROTATION.due(young, day(90), RANDOM)).isSameAs(young);
        assertThat(ROTATION.due(young, day(96), RANDOM).active().kid())
                .isEqualTo(young.next().orElseThrow().kid());
    }

    @Test
    void rotatesAtAWishUnlessTheNextKeyIsTooYoung() {
        assertThatThrownBy(() -> ROTATION.rotate(KEYS, day(6), RANDOM))
                .isInstanceOfSatisfying(
                        NextKeyTooYoung.class,
                        young -> assertThat(young.ready()).isEqualTo(day(7)));
        ToolKeys rotated = ROTATION.rotate(KEYS, day(7), RANDOM);
        assertThat(rotated.active().kid()).isEqualTo(KEYS.next().orElseThrow().kid());
        assertThat(rotated.next().orElseThrow().since()).isEqualTo(day(7));
        assertThatThrownBy(() -> ROTATION.rotate(rotated, day(7), RANDOM)).isInstanceOf(NextKeyTooYoung.class);
    }

    @Test
    void revokesAtOnceHoweverYoungTheNextKeyIs() {
        String stolen = KEYS.active().kid();
        ToolKeys after = ROTATION.revoke(KEYS, stolen, START.plusSeconds(1), RANDOM);
        assertThat(after.active().kid()).isEqualTo(KEYS.next().orElseThrow().kid());
        assertThat(after.publicJwks()).doesNotContain(stolen);
        assertThat(after.next()).isPresent();
        assertThat(ROTATION.revoke(after, stolen, day(2), RANDOM)).isSameAs(after);
        ToolKeys onlyActive = new ToolKeys(List.of(KEYS.active()));
        ToolKeys fresh = ROTATION.revoke(onlyActive, stolen, day(1), RANDOM);
        assertThat(fresh.active().kid()).isNotEqualTo(stolen);
        assertThatThrownBy(() -> ROTATION.revoke(KEYS, "unknown", day(1), RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTimesThatLeaveNoOverlap() {
        Duration day = Duration.ofDays(1);
        assertThatThrownBy(() -> new KeyRotation(day, day, day)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyRotation(day, Duration.ZERO, day)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyRotation(Duration.ofDays(2), day, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }
}
