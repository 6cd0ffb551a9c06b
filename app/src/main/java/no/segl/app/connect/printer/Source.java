package no.segl.app.connect.printer;

import java.io.IOException;
import java.io.InputStream;
import no.segl.core.letter.Document;

/** A document of the letter, and where its bytes come from. */
public interface Source {

    Document document();

    /**
     * Its bytes, unsealed; read once to the end and closed.
     *
     * @throws IOException if the vault does not give them now
     */
    InputStream open() throws IOException;
}
