package org.lectern.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTokenTest {

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path data;

    @Test
    void makesAFileThatOnlyItsOwnerReads() throws IOException {
        OperatorToken token = new OperatorFiles(data).token(random);
        Path file = data.resolve("operator.token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).isEqualTo(token.value() + "\n");
        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void keepsTheTokenThatIsThere() throws IOException {
        OperatorToken first = new OperatorFiles(data).token(random);
        assertThat(new OperatorFiles(data).token(random)).isEqualTo(first);
    }

    @Test
    void makesANewOneInPlaceOfAnEmptyFile() throws IOException {
        Files.createFile(data.resolve("operator.token"));
        assertThat(new OperatorFiles(data).token(random).value()).hasSize(43);
    }

    @Test
    void refusesATokenThatCouldBeGuessed() throws IOException {
        Files.writeString(data.resolve("operator.token"), "secret\n");
        assertThatThrownBy(() -> new OperatorFiles(data).token(random)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhereTheGatewayListens() throws IOException {
        new OperatorFiles(data).url(18_260);
        assertThat(data.resolve("lectern.url")).hasContent("http://127.0.0.1:18260");
    }

    @Test
    void opensToItselfOnly() {
        OperatorToken token = OperatorToken.make(random);
        assertThat(token.opens("Bearer " + token.value())).isTrue();
        assertThat(token.opens("bearer  " + token.value() + " ")).isTrue();
        assertThat(token.opens("Bearer " + token.value().substring(1))).isFalse();
        assertThat(token.opens("Bearer " + OperatorToken.make(random).value())).isFalse();
        assertThat(token.opens(token.value())).isFalse();
        assertThat(token.opens("Bearer ")).isFalse();
        assertThat(token.opens(null)).isFalse();
    }

    @Test
    void neverPrintsItself() {
        OperatorToken token = OperatorToken.make(random);
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @Test
    void countsFailedTriesAnewEveryMinute() {
        Wound clock = new Wound();
        FailedTries tries = new FailedTries(clock);
        for (int i = 0; i < 20; i++) {
            tries.one();
        }
        assertThat(tries.one()).isEqualTo(FailedTries.MOST + 1);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(tries.one()).isEqualTo(1);
    }

    private static final class Wound extends Clock {
        private Instant now = Instant.parse("2026-11-22T02:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
