package no.segl.proof.bench;

import java.time.Duration;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;

/** A machine's token, kept for a while and then got anew, as a client does. */
final class KeptToken {

    /** Half of what a token lasts. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Issuer issuer;
    private final World.Machine machine;
    private String token = "";
    private long got;

    KeptToken(Issuer issuer, World.Machine machine) {
        this.issuer = issuer;
        this.machine = machine;
    }

    /** One that is good for some time yet. */
    synchronized String get() {
        if (token.isEmpty() || System.nanoTime() - got > KEPT.toNanos()) {
            token = issuer.tokens().of(machine);
            got = System.nanoTime();
        }
        return token;
    }
}
