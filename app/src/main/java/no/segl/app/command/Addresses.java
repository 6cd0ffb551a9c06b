package no.segl.app.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import no.segl.app.office.Ids;
import no.segl.app.store.Contacts;
import no.segl.app.store.Contacts.Contact;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enters where units and people are told of letters. */
final class Addresses {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

    private final Contacts contacts;
    private final Ids ids;
    private final InstantSource clock;

    Addresses(JdbcClient jdbc, InstantSource clock) {
        this.contacts = new Contacts(jdbc);
        this.ids = new Ids(clock, new SecureRandom());
        this.clock = clock;
    }

    /**
     * Enters an address, if there is one.
     *
     * @param language what is written there, {@code nb} unless it says otherwise
     */
    void enter(Notice.To owner, Optional<String> email, Optional<String> language) {
        email.ifPresent(address ->
                contacts.enter(
                        new Contact(
                                ids.uuid(),
                                owner,
                                Notice.Channel.EMAIL,
                                address,
                                language.flatMap(Language::parse).orElse(Language.NB),
                                Optional.empty()),
                        clock.instant()));
    }

    /** Its message says whose it is, and never the address. */
    static void check(Optional<String> email, Optional<String> language, String whose)
            throws IOException {
        if (email.isPresent() && !EMAIL.matcher(email.get()).matches()) {
            throw new IOException("the email of " + whose + " is not an e-mail address");
        }
        if (language.isPresent() && Language.parse(language.get()).isEmpty()) {
            throw new IOException("the language of " + whose + " must be nb, nn or en");
        }
    }
}
