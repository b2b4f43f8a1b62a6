package org.lectern.gateway.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.config.setting.Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the deployment's storage, as its settings want it. */
@ApplicationScoped
public class Storage {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        StorageSettings.collect(settings);
    }

    @Produces
    @Singleton
    MediaStore store(Config config, GatewaySettings gateway, SecureRandom random) {
        StorageSettings settings = StorageSettings.read(config);
        return settings.s3().map(bucket -> s3(bucket, random)).orElseGet(() -> file(settings, gateway, random));
    }

    private static MediaStore file(StorageSettings settings, GatewaySettings gateway, SecureRandom random) {
        Path folder = settings.folder().orElse(gateway.dataFolder().resolve("media"));
        return new FileMediaStore(folder.toAbsolutePath().normalize(), random);
    }

    static MediaStore s3(StorageSettings.Bucket bucket, SecureRandom random) {
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .region(Region.of(bucket.region()))
                .credentialsProvider(credentials(bucket))
                .forcePathStyle(bucket.pathStyle())
                // Stores that are not Amazon's know few of its newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        bucket.endpoint().ifPresent(client::endpointOverride);
        return new S3MediaStore(client.build(), bucket.name(), bucket.prefix(), random);
    }

    private static AwsCredentialsProvider credentials(StorageSettings.Bucket bucket) {
        return bucket.keys()
                .<AwsCredentialsProvider>map(
                        keys -> StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.key(), keys.secret())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }
}
