package org.lectern.gateway.storage;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.lectern.gateway.storage.StorageSettings.Bucket;
import org.lectern.gateway.storage.StorageSettings.Keys;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Storage to practise with: a folder, and a bucket of an S3-compatible server in this process. */
public final class GivenStore implements AutoCloseable {

    private final LocalS3 server =
            LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
    private int buckets;

    public GivenStore() {
        server.start();
    }

    /** A folder. */
    public static MediaStore in(Path folder) {
        return new FileMediaStore(folder, new SecureRandom());
    }

    /** A bucket of its own. */
    public MediaStore bucket() {
        return store(fresh(), "lectern/");
    }

    String fresh() {
        String name = "media-" + ++buckets;
        client().createBucket(make -> make.bucket(name));
        return name;
    }

    MediaStore store(String bucket, String prefix) {
        return Storage.s3(
                new Bucket(
                        bucket,
                        "us-east-1",
                        Optional.of(endpoint()),
                        Optional.of(new Keys("key", "secret")),
                        prefix,
                        true),
                new SecureRandom());
    }

    S3Client client() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint())
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
