package org.lectern.config.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.TenantId;

class KeyedHashTest {

    private static final TenantId ACME = new TenantId("acme");

    private final MasterKey key = new MasterKey(new byte[MasterKey.LENGTH]);

    @Test
    void namesTheSamePersonTheSameForEver() {
        assertThat(KeyedHash.of(key, ACME, "learner").hex("https://lms.example", "student 1"))
                .isEqualTo(KeyedHash.of(key, ACME, "learner").hex("https://lms.example", "student 1"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void namesNobodyTheSameForAnotherTenantPurposeOrKey() {
        MasterKey otherKey = new MasterKey(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        });

        assertThat(KeyedHash.of(key, ACME, "learner").hex("student"))
                .isNotEqualTo(KeyedHash.of(key, ACME, "actor").hex("student"))
                .isNotEqualTo(
                        KeyedHash.of(key, new TenantId("umbrella"), "learner").hex("student"))
                .isNotEqualTo(KeyedHash.of(otherKey, ACME, "learner").hex("student"));
    }

    @Test
    void keepsPartsApart() {
        KeyedHash hash = KeyedHash.of(key, ACME, "learner");

        assertThat(hash.hex("a", "bc")).isNotEqualTo(hash.hex("ab", "c")).isNotEqualTo(hash.hex("abc"));
    }
}
