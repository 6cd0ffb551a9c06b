package no.segl.core.ledger;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.segl.core.id.Digest;
import org.jspecify.annotations.Nullable;

/** The public keys whose checkpoints are believed. */
public final class CheckpointKeys {

    /** What a checkpoint's signature is worth. */
    public enum Outcome {
        GOOD,
        SIGNATURE_WRONG,
        KEY_UNKNOWN
    }

    private final Map<String, PublicKey> byId = new TreeMap<>();

    /**
     * @throws IllegalArgumentException if a key is not Ed25519
     */
    public CheckpointKeys(Collection<PublicKey> keys) {
        for (PublicKey key : keys) {
            byId.put(idOf(key), key);
        }
    }

    /**
     * A key's short name: the first 16 hexadecimal digits of SHA-256 over its X.509
     * SubjectPublicKeyInfo (44 bytes of DER, RFC 8410). It only finds the key; the whole key is
     * what verifies.
     *
     * @throws IllegalArgumentException if the key is not Ed25519
     */
    public static String idOf(PublicKey key) {
        boolean isEd25519 =
                key instanceof EdECPublicKey edec
                        && edec.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
        byte @Nullable [] der = isEd25519 ? key.getEncoded() : null;
        if (der == null) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return Digest.of(der).hex().substring(0, 16);
    }

    /** The ids of the keys, sorted. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /**
     * Whether one of the keys signed the checkpoint as it stands. Whatever is in it, this throws
     * nothing.
     */
    public Outcome check(Checkpoint checkpoint) {
        return check(checkpoint.keyId(), checkpoint.signedBytes(), checkpoint.rawSignature());
    }

    /** Whether one of the keys signed the proof's manifest. This throws nothing either. */
    public Outcome check(ProofSeal seal) {
        return check(seal.keyId(), seal.signedBytes(), seal.rawSignature());
    }

    /** Whether one of the keys signed that an exported ledger holds this. Nor does this throw. */
    public Outcome check(Closing closing, Extent extent) {
        return check(
                closing.keyId(),
                Encoding.ofEnd(extent, closing.at(), closing.keyId()),
                closing.rawSignature());
    }

    private Outcome check(String keyId, byte[] signed, byte[] signature) {
        PublicKey key = byId.get(keyId);
        if (key == null) {
            return Outcome.KEY_UNKNOWN;
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(signed);
            return ed25519.verify(signature) ? Outcome.GOOD : Outcome.SIGNATURE_WRONG;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        } catch (GeneralSecurityException e) {
            // Also what a public key that is no point on the curve ends in.
            return Outcome.SIGNATURE_WRONG;
        }
    }
}
