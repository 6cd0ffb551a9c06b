package no.segl.app.vault;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3 server on a free port, which checks signatures. */
final class S3Server {

    static final String BUCKET = "vault";
    private static final S3Settings.Login LOGIN =
            new S3Settings.Login("segl-test", "a-secret-of-no-value");

    private final S3Proxy server;

    S3Server(Path folder) throws Exception {
        FilesystemNio2BlobStore store = new FilesystemNio2BlobStore(folder.toString());
        store.createContainer(BUCKET);
        server =
                S3Proxy.builder()
                        .blobStore(store)
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(
                                AuthenticationType.AWS_V4,
                                LOGIN.accessKeyId(),
                                LOGIN.secretAccessKey())
                        .stopTimeout(0)
                        .build();
        server.start();
    }

    int port() {
        return server.getPort();
    }

    S3Settings settings(String prefix) {
        return settings(port(), prefix, LOGIN);
    }

    static S3Settings settings(int port, String prefix) {
        return settings(port, prefix, LOGIN);
    }

    static S3Settings settings(int port, String prefix, S3Settings.Login login) {
        return new S3Settings(
                Optional.of(URI.create("http://127.0.0.1:" + port)),
                "us-east-1",
                BUCKET,
                prefix,
                true,
                Optional.of(login));
    }

    void stop() throws Exception {
        server.stop();
    }
}
