package org.lectern.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.TenantId;
import software.amazon.awssdk.services.s3.S3Client;

/** Against an S3-compatible server in this process. */
class S3MediaStoreTest extends MediaStoreContract {

    private static GivenStore given;

    private String bucket;
    private S3Client client;

    @BeforeAll
    static void start() {
        given = new GivenStore();
    }

    @AfterAll
    static void stop() {
        given.close();
    }

    @BeforeEach
    void makeBucket() {
        bucket = given.fresh();
        client = given.client();
    }

    @Override
    MediaStore store() {
        return given.store(bucket, "lectern/");
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
        assertThatThrownBy(() -> given.store("nobody-has-it", "").put(new TenantId("acme"), new byte[1], "image/webp"))
                .isInstanceOf(StorageFailed.class)
                .hasMessageStartingWith("cannot put object=acme/");
    }
}
