package no.segl.app.office;

import java.io.IOException;
import no.segl.app.vault.TooLarge;

/**
 * The documents of a dispatch are together more than it may hold. Of the last, nothing was kept.
 */
public final class TookTooMuch extends IOException {

    private static final long serialVersionUID = 1L;

    TookTooMuch(TooLarge last) {
        super("a dispatch has more documents than it may hold", last);
    }
}
