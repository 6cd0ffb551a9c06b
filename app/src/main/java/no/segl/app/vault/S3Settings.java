package no.segl.app.vault;

import java.net.URI;
import java.util.Optional;

/**
 * Which bucket, on which server, as whom.
 *
 * @param endpoint of a server other than Amazon's, such as {@code https://s3.example.no}
 * @param region which is part of the signature; servers that have none often take {@code us-east-1}
 * @param bucket which must exist
 * @param prefix before every object's path, such as {@code segl/}; may be empty
 * @param pathStyle whether the bucket stands in the path rather than in the host name, as most
 *     servers other than Amazon's want
 * @param login or empty for the SDK's own chain: environment, profile, the machine's role
 */
public record S3Settings(
        Optional<URI> endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        Optional<Login> login) {

    /** An access key with its secret, which is never shown. */
    public record Login(String accessKeyId, String secretAccessKey) {
        @Override
        public String toString() {
            return "Login[" + accessKeyId + ", redacted]";
        }
    }

    /**
     * @throws IllegalArgumentException if the bucket is empty, or the prefix is neither empty nor
     *     ends with a slash
     */
    public S3Settings {
        if (bucket.isBlank()) {
            throw new IllegalArgumentException("the S3 vault needs a bucket");
        }
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException("the S3 prefix must end with a slash");
        }
    }
}
