package no.segl.app.office;

import java.io.IOException;

/**
 * A chain of the ledger is not what was signed of it, so that nothing of it can be proved. Its
 * message names the chain and what is amiss, and nobody.
 */
public final class ChainNotSigned extends IOException {
    private static final long serialVersionUID = 1L;

    ChainNotSigned(String what) {
        super(what + " See «When the ledger is not signed» in docs/operate.");
    }
}
