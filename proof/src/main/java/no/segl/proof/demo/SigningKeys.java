package no.segl.proof.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.KeyProvider;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's signing keys, one for each of its two faces, kept in files between runs.
 *
 * <p>The library's own provider names a key after the issuer and takes it from a file inside its
 * jar, which the whole world can read. Here each key is made on this machine and named after its
 * thumbprint: a new key therefore has a new name, and whoever caches the old set sees that it must
 * fetch again.
 */
final class SigningKeys extends KeyProvider {

    private static final int BITS = 2048;

    private final Map<String, RSAKey> keys;

    private SigningKeys(Map<String, RSAKey> keys) {
        super(List.of(), JWSAlgorithm.RS256.getName());
        this.keys = Map.copyOf(keys);
    }

    /**
     * The keys in {@code folder}, made at the first start and readable for their owner only.
     *
     * @throws IOException if a key cannot be read or written; the message names the file
     */
    static SigningKeys in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new SigningKeys(
                Map.of(
                        Issuer.LOGIN, readOrMake(folder.resolve("login.jwk")),
                        Issuer.MASKINPORTEN, readOrMake(folder.resolve("maskinporten.jwk"))));
    }

    /** A key that no issuer has published. */
    static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java makes no RSA keys", e);
        }
    }

    RSAKey key(String issuerId) {
        RSAKey key = keys.get(issuerId);
        if (key == null) {
            throw new IllegalArgumentException("no such issuer");
        }
        return key;
    }

    @Override
    public JWK signingKey(String keyId) {
        return key(keyId);
    }

    @Override
    public List<JWK> get(@Nullable JWKSelector selector, @Nullable SecurityContext context) {
        JWKSet published = new JWKSet(List.copyOf(keys.values())).toPublicJWKSet();
        return selector == null ? List.of() : selector.select(published);
    }

    private static RSAKey readOrMake(Path file) throws IOException {
        try {
            return JWK.parse(Files.readString(file)).toRSAKey();
        } catch (NoSuchFileException _) {
            RSAKey key = fresh();
            write(file, key.toJSONString());
            return key;
        } catch (ParseException | ClassCastException _) {
            // The cause is left out: its message could repeat a part of the key.
            throw new IOException(file + " holds no RSA key; delete it to have a new one made");
        }
    }

    private static void write(Path file, String text) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path whole =
                Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new", ownerOnly);
        Files.writeString(whole, text);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
