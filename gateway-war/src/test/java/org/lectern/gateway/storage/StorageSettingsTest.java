package org.lectern.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.start.GivenSettings;

class StorageSettingsTest {

    @Test
    void isAFolderUnlessToldOtherwise() {
        StorageSettings read = StorageSettings.read(GivenSettings.of("lectern.storage.folder=/srv/media"));
        assertThat(read).isEqualTo(new StorageSettings(Optional.of(Path.of("/srv/media")), Optional.empty()));
    }

    @Test
    void readsABucket() {
        StorageSettings.Bucket bucket = StorageSettings.read(GivenSettings.of(
                        "lectern.storage=s3",
                        "lectern.storage.s3.bucket=videos",
                        "lectern.storage.s3.endpoint=http://minio:9000",
                        "lectern.storage.s3.key=k",
                        "lectern.storage.s3.secret=s",
                        "lectern.storage.s3.prefix=lectern"))
                .s3()
                .orElseThrow();
        assertThat(bucket)
                .isEqualTo(new StorageSettings.Bucket(
                        "videos",
                        "us-east-1",
                        Optional.of(URI.create("http://minio:9000")),
                        Optional.of(new StorageSettings.Keys("k", "s")),
                        "lectern/",
                        true));
        assertThat(bucket.toString()).doesNotContain("secret");
    }

    @Test
    void namesWhatIsWrongWithoutQuotingSecrets() {
        assertThat(GivenSettings.wrongIn(StorageSettings::read, "lectern.storage=tape"))
                .containsExactly("lectern.storage: found 'tape', allowed: file | s3");
        assertThat(GivenSettings.wrongIn(
                        StorageSettings::read, "lectern.storage=s3", "lectern.storage.s3.key=open sesame"))
                .hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(finding -> finding.contains("sesame"));
    }
}
