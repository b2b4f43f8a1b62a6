package org.lectern.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMediaStoreTest extends MediaStoreContract {

    @TempDir
    private Path folder;

    @Override
    MediaStore store() {
        return new FileMediaStore(folder.resolve("media"), new SecureRandom());
    }

    @Override
    long everything() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void seesHowMuchStillFits() {
        assertThat(store().room().orElseThrow()).isPositive();
    }
}
