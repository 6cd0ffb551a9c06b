package no.segl.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.CheckpointKeys.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final Instant AT = Instant.parse("2026-11-24T09:00:00.000001Z");
    private static final KeyPair PAIR = Samples.keyPair(1);
    private static final CheckpointKeys KEYS = new CheckpointKeys(List.of(PAIR.getPublic()));
    private static final OrgNumber CHAIN = new OrgNumber("310000019");
    private static final Checkpoint GOOD =
            new CheckpointSigner(PAIR)
                    .sign(new ChainHead(CHAIN, 7, Digest.of(new byte[] {1})), AT.plusNanos(5));

    /** If this turns red, every checkpoint signed so far can no longer be verified. */
    @Test
    void theEncodingNeverChanges() {
        assertThat(GOOD.keyId()).isEqualTo("7fc21ae0b80eed95");
        assertThat(GOOD.signature())
                .isEqualTo(
                        "a6e38001701a0b165b72bf2d89004cb420e9c9ff8db54010c59afefddc3bb6dc"
                                + "ca672fa538ca53aae3c9fa958f90c1c03e616b51ed1530f790ee0ed114901b0b");
    }

    @Test
    void believesWhatTheKeySigned() {
        assertThat(KEYS.check(GOOD)).isEqualTo(Outcome.GOOD);
        assertThat(GOOD.at()).isEqualTo(AT);
    }

    @Test
    void everyFieldIsSigned() {
        OrgNumber otherChain = new OrgNumber("310000027");
        Digest otherHash = Digest.of(new byte[] {2});
        String key = GOOD.keyId();
        String signature = GOOD.signature();
        String otherSignature = signature.replace(signature.charAt(5), 'f').replace('0', '1');

        assertThat(
                        List.of(
                                new Checkpoint(otherChain, 7, GOOD.hash(), AT, key, signature),
                                new Checkpoint(CHAIN, 8, GOOD.hash(), AT, key, signature),
                                new Checkpoint(CHAIN, 7, otherHash, AT, key, signature),
                                new Checkpoint(
                                        CHAIN, 7, GOOD.hash(), AT.plusNanos(1000), key, signature),
                                new Checkpoint(CHAIN, 7, GOOD.hash(), AT, key, otherSignature),
                                new Checkpoint(CHAIN, 7, GOOD.hash(), AT, key, "f".repeat(128))))
                .allMatch(checkpoint -> KEYS.check(checkpoint) == Outcome.SIGNATURE_WRONG);
    }

    @Test
    void doesNotBelieveAnotherKey() {
        Checkpoint other =
                new CheckpointSigner(Samples.keyPair(2))
                        .sign(new ChainHead(CHAIN, 7, GOOD.hash()), AT);
        assertThat(KEYS.check(other)).isEqualTo(Outcome.KEY_UNKNOWN);

        Checkpoint underFalseName =
                new Checkpoint(CHAIN, 7, GOOD.hash(), AT, GOOD.keyId(), other.signature());
        assertThat(KEYS.check(underFalseName)).isEqualTo(Outcome.SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void aHostilePublicKeyThrowsNothing(String point) throws GeneralSecurityException {
        PublicKey hostile =
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        HexFormat.of()
                                                .parseHex("302a300506032b6570032100" + point)));
        Checkpoint named =
                new Checkpoint(
                        CHAIN, 7, GOOD.hash(), AT, CheckpointKeys.idOf(hostile), GOOD.signature());

        assertThat(new CheckpointKeys(List.of(hostile)).check(named))
                .isEqualTo(Outcome.SIGNATURE_WRONG);
    }

    @Test
    void takesEd25519Only() throws GeneralSecurityException {
        KeyPair ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
        KeyPair ec = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointSigner(ed448));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckpointKeys(List.of(ec.getPublic())));
    }

    @Test
    void refusesWhatIsNoCheckpoint() {
        var signer = new CheckpointSigner(PAIR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signer.sign(ChainHead.start(CHAIN), AT));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Checkpoint(CHAIN, 1, GOOD.hash(), AT, "0".repeat(15), "0".repeat(128)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Checkpoint(CHAIN, 1, GOOD.hash(), AT, "0".repeat(16), "A".repeat(128)));
    }
}
