package org.lectern.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.storage.StorageSettings.Bucket;
import org.lectern.gateway.storage.StorageSettings.Keys;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against an S3-compatible server in this process. */
class S3MediaStoreTest extends MediaStoreContract {

    private static LocalS3 server;
    private static int count;

    private String bucket;
    private S3Client client;

    @BeforeAll
    static void start() {
        server = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.shutdown();
    }

    @BeforeEach
    void makeBucket() {
        bucket = "media-" + ++count;
        client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint())
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
        client.createBucket(make -> make.bucket(bucket));
    }

    @Override
    MediaStore store() {
        return Storage.s3(
                new Bucket(
                        bucket,
                        "us-east-1",
                        Optional.of(endpoint()),
                        Optional.of(new Keys("key", "secret")),
                        "lectern/",
                        true),
                new SecureRandom());
    }

    @Override
    long everything() {
        return client.listObjectsV2(list -> list.bucket(bucket)).keyCount()
                + client.listMultipartUploads(list -> list.bucket(bucket))
                        .uploads()
                        .size();
    }

    @Test
    void laysItsObjectsBelowThePrefix() {
        store().put(new TenantId("acme"), "abc".getBytes(), "image/webp");
        assertThat(client.listObjectsV2(list -> list.bucket(bucket)).contents())
                .singleElement()
                .satisfies(object -> assertThat(object.key()).startsWith("lectern/acme/"));
    }

    @Test
    void saysWhenTheBucketIsNotThere() {
        MediaStore lost = Storage.s3(
                new Bucket(
                        "nobody-has-it",
                        "us-east-1",
                        Optional.of(endpoint()),
                        Optional.of(new Keys("key", "secret")),
                        "",
                        true),
                new SecureRandom());
        assertThatThrownBy(() -> lost.put(new TenantId("acme"), new byte[1], "image/webp"))
                .isInstanceOf(StorageFailed.class)
                .hasMessageStartingWith("cannot put object=acme/");
    }

    private static URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }
}
