package org.lectern.config.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyFileTest {

    private static final byte[] RAW = bytes();

    @TempDir
    Path folder;

    @Test
    void makesAKeyOnceForItsOwnerAlone() throws IOException {
        Path data = folder.resolve("data");

        MasterKey made = file(Optional.empty(), data).load();
        MasterKey again = file(Optional.empty(), data).load();

        assertThat(again.bytes()).isEqualTo(made.bytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).containsExactly(data.resolve("secret.key"));
        }
    }

    @Test
    void makesDifferentKeys() {
        assertThat(file(Optional.empty(), folder.resolve("a")).load().bytes())
                .isNotEqualTo(file(Optional.empty(), folder.resolve("b")).load().bytes());
    }

    @Test
    void readsRawBytesAndBase64Alike() throws IOException {
        String base64 = Base64.getEncoder().encodeToString(RAW);
        String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(RAW);

        assertThat(named(RAW).load().bytes()).isEqualTo(RAW);
        assertThat(named((base64 + "\n").getBytes(StandardCharsets.US_ASCII))
                        .load()
                        .bytes())
                .isEqualTo(RAW);
        assertThat(named(urlSafe.getBytes(StandardCharsets.US_ASCII)).load().bytes())
                .isEqualTo(RAW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct horse", "0123456789abcdef0123456789abcdef", "aHVzaA=="})
    void refusesWhatIsNoKeyWithoutQuotingIt(String text) throws IOException {
        MasterKeyFile file = named(text.getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(file::load)
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining(folder.resolve("named.key").toString())
                .hasMessageContaining("openssl rand -base64 32")
                .satisfies(refused -> assertThat(
                                text.isEmpty() || !refused.getMessage().contains(text))
                        .isTrue());
    }

    @Test
    void doesNotMakeTheFileThatIsNamed() {
        Path absent = folder.resolve("absent.key");

        assertThatThrownBy(() -> file(Optional.of(absent), folder).load())
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("lectern.secret-key-file");
        assertThat(absent).doesNotExist();
    }

    @Test
    void doesNotReplaceAKeyThatItCannotRead() throws IOException {
        Files.writeString(folder.resolve("secret.key"), "broken");

        assertThatThrownBy(() -> file(Optional.empty(), folder).load()).isInstanceOf(UnusableKey.class);
        assertThat(folder.resolve("secret.key")).hasContent("broken");
    }

    @Test
    void saysWhereItCannotMakeAKey() throws IOException {
        Path blocked = Files.createSymbolicLink(folder.resolve("data"), folder.resolve("nowhere"));

        assertThatThrownBy(() -> file(Optional.empty(), blocked).load())
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("data folder");
    }

    @Test
    void printsOnlyTheIdOfAKey() {
        MasterKey key = new MasterKey(RAW);

        assertThat(key).hasToString("MasterKey[" + key.id() + "]");
        assertThat(key.id()).matches("[0-9a-f]{8}");
    }

    private MasterKeyFile named(byte[] content) throws IOException {
        return file(Optional.of(Files.write(folder.resolve("named.key"), content)), folder);
    }

    private static MasterKeyFile file(Optional<Path> named, Path data) {
        return new MasterKeyFile(named, data, new SecureRandom());
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[MasterKey.LENGTH];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 37));
        return bytes;
    }
}
