package no.segl.app.connect.printer;

import java.io.IOException;

/** There is no room for more: what is being read unfolds to more than a letter should. */
final class ScratchFull extends IOException {

    private static final long serialVersionUID = 1L;

    ScratchFull() {
        super("a letter took more room than it may while its print file was made");
    }
}
