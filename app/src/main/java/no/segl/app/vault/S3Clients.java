package no.segl.app.vault;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** How the S3 client is set up. */
final class S3Clients {

    // A document being downloaded holds one connection while its reader is slow.
    private static final int CONNECTIONS = 256;

    private S3Clients() {}

    /**
     * A client that every S3 server understands: the checksum trailers and signed chunks that the
     * SDK sends by default are stored as content by some. A put carries an MD5 instead, and what is
     * read is checked by its seal.
     */
    static S3Client open(S3Settings settings) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials(settings))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .serviceConfiguration(
                                S3Configuration.builder().chunkedEncodingEnabled(false).build())
                        .forcePathStyle(settings.pathStyle())
                        .httpClientBuilder(
                                Apache5HttpClient.builder()
                                        .maxConnections(CONNECTIONS)
                                        .connectionTimeout(Duration.ofSeconds(5))
                                        .connectionAcquisitionTimeout(Duration.ofSeconds(30))
                                        .socketTimeout(Duration.ofSeconds(30)));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        if (settings.login().isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        S3Settings.Login login = settings.login().get();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(login.accessKeyId(), login.secretAccessKey()));
    }
}
