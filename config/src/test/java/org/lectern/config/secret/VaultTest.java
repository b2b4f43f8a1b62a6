package org.lectern.config.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final Place PLACE = new Place("acme", "lrs.secret");

    private final SecureRandom random = new SecureRandom();
    private final MasterKey key = MasterKey.random(random);
    private final Vault vault = new Vault(key, random);

    @Test
    void opensWhatItSealed() {
        assertThat(vault.open(vault.seal("hush, Łódź", PLACE), PLACE)).isEqualTo("hush, Łódź");
        assertThat(vault.open(vault.seal("", PLACE), PLACE)).isEmpty();
    }

    @Test
    void opensWithTheSameKeyAfterARestart() {
        Sealed sealed = new Sealed(vault.seal("hush", PLACE).text());

        assertThat(new Vault(key, random).open(sealed, PLACE)).isEqualTo("hush");
    }

    @Test
    void neverSealsTheSameTwice() {
        assertThat(vault.seal("hush", PLACE)).isNotEqualTo(vault.seal("hush", PLACE));
        assertThat(vault.seal("hush", PLACE).text()).startsWith(key.id() + ".").doesNotContain("hush");
    }

    @Test
    void refusesEveryChangeOfEveryCharacter() {
        String text = vault.seal("hush", PLACE).text();

        // From the 9th on: what is before is the key's id and the point. The last one's lowest bits may carry nothing.
        IntStream.range(9, text.length() - 1).forEach(i -> {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            Sealed changed = new Sealed(text.substring(0, i) + other + text.substring(i + 1));
            assertThatThrownBy(() -> vault.open(changed, PLACE))
                    .isInstanceOf(CannotOpen.class)
                    .hasMessageContaining("lrs.secret of acme")
                    .hasMessageContaining("changed");
        });
    }

    @Test
    void opensNowhereElse() {
        Sealed sealed = vault.seal("hush", PLACE);

        assertThatThrownBy(() -> vault.open(sealed, new Place("umbrella", "lrs.secret")))
                .isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> vault.open(sealed, new Place("acme", "lrs.bearer")))
                .isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> vault.open(sealed, new Place("acmelrs", ".secret")))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void tellsWhatToDoWhenAnotherKeySealedIt() {
        Vault other = new Vault(MasterKey.random(random), random);
        Sealed sealed = vault.seal("hush", PLACE);

        assertThatThrownBy(() -> other.open(sealed, PLACE))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining(key.id())
                .hasMessageContaining("lectern.secret-key-file")
                .hasMessageNotContaining("hush");
    }

    @Test
    void refusesATextThatWasNeverSealed() {
        assertThatThrownBy(() -> new Sealed("hush"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush");
    }
}
