package no.segl.sandbox.svarut;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.sandbox.notice.Notices;
import no.segl.sandbox.notice.Notices.Notice;
import no.segl.sandbox.notice.Notices.Way;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.party.Organisation;
import no.segl.sandbox.svarut.Letter.Kind;
import no.segl.sandbox.time.Agenda;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;

/** The way of a letter after it was taken: to a system, through Altinn, or on paper. */
final class Delivery {

    private final Directory directory;
    private final Knobs knobs;
    private final Notices notices;
    private final Carrier carrier;
    private final Agenda agenda;
    private final Map<UUID, Letter> byMessage = new HashMap<>();

    Delivery(Directory directory, Knobs knobs, Notices notices, Carrier carrier, Agenda agenda) {
        this.directory = directory;
        this.knobs = knobs;
        this.notices = notices;
        this.carrier = carrier;
        this.agenda = agenda;
    }

    Duration step() {
        return knobs.duration(Knob.SVARUT_LAG);
    }

    void become(Letter letter, State state, Instant at, String text) {
        letter.become(state, at, at.plus(knobs.duration(Knob.SVARUT_STATUS_LAG)));
        letter.note(at, text);
    }

    void accept(Letter letter, Instant at) {
        if (letter.state() != State.MOTTATT) {
            return;
        }
        if (letter.documents().stream().anyMatch(d -> !d.readable())) {
            become(letter, State.AVVIST, at, "Forsendelsen er avvist: et dokument kan ikke leses");
            return;
        }
        letter.note(at, "Metadata er validert OK");
        letter.note(at, "Orginaldokumenter er lagret (" + letter.documents().size() + " dokument)");
        letter.note(at, "Forsendelsesfil generert");
        become(letter, State.AKSEPTERT, at, "Akseptert for ekspedering");
        agenda.at(at.plus(step()), next -> route(letter, next));
    }

    private void route(Letter letter, Instant at) {
        if (letter.state() != State.AKSEPTERT) {
            return;
        }
        boolean system =
                directory.find(letter.recipient()).filter(Organisation::systems).isPresent();
        if (letter.kind() == Kind.PRINT) {
            print(letter, at);
        } else if (system) {
            become(letter, State.KLAR_FOR_MOTTAK, at, "Klar for mottak");
        } else {
            throughAltinn(letter, at);
        }
    }

    private void throughAltinn(Letter letter, Instant at) {
        boolean reserved =
                letter.kind() == Kind.PERSON
                        && (directory.isReserved(letter.recipient())
                                || !directory.hasPerson(letter.recipient()));
        Optional<UUID> message =
                reserved
                        ? Optional.empty()
                        : carrier.send(
                                letter.recipient(),
                                letter.title(),
                                letter.isConfidential(),
                                letter.id());
        if (message.isEmpty()) {
            if (letter.isDigitalOnly()) {
                become(letter, State.IKKE_LEVERT, at, "Kunne ikke leveres digitalt");
            } else {
                print(letter, at);
            }
            return;
        }
        letter.inAltinn(message.get());
        byMessage.put(message.get(), letter);
        become(letter, State.SENDT_ALTINN, at, "Varsling sent til Altinn.");
        if (letter.isConfidential()) {
            tellHow(letter, at);
        }
        agenda.at(
                at.plus(step()),
                next -> {
                    if (letter.state() == State.SENDT_ALTINN) {
                        become(letter, State.LEVERT_ALTINN, next, "Levert til Altinn");
                    }
                });
        Duration hours = Duration.ofHours(knobs.whole(Knob.SVARUT_DEADLINE_HOURS));
        agenda.at(Deadline.after(at, hours), end -> deadline(letter, end));
    }

    /** Of confidential mail the recipient is told how to give access, whether or not it has. */
    private void tellHow(Letter letter, Instant at) {
        for (String to : directory.emails(letter.recipient())) {
            notices.send(
                    new Notice(
                            at,
                            "svarut",
                            Way.EMAIL,
                            to,
                            letter.id().toString(),
                            "Taushetsbelagt post",
                            "Virksomheten har fått taushetsbelagt post i Altinn. Slik gir du"
                                    + " tilgang til den."));
        }
    }

    private void print(Letter letter, Instant at) {
        become(letter, State.SENDT_PRINT, at, "Sendt til print");
        agenda.at(
                at.plus(knobs.duration(Knob.SVARUT_PRINT_LAG)),
                end -> {
                    if (letter.state() == State.SENDT_PRINT) {
                        become(letter, State.PRINTET, end, "Printet");
                    }
                });
    }

    /** If its account does not print, nothing happens: it lies where it is. */
    private void deadline(Letter letter, Instant at) {
        if (letter.state() != State.SENDT_ALTINN && letter.state() != State.LEVERT_ALTINN) {
            return;
        }
        letter.note(at, "Lesefrist utløpt.");
        boolean prints = letter.kind() == Kind.PERSON || letter.account().printsUnread();
        if (letter.isDigitalOnly()) {
            become(letter, State.SENDT_DIGITALT, at, "Sendt digitalt");
        } else if (prints) {
            print(letter, at);
        }
    }

    /** What was handed to the printer or is closed is not read any more. */
    void opened(UUID message, Instant at) {
        Letter letter = byMessage.get(message);
        if (letter == null) {
            return;
        }
        if (letter.state() == State.SENDT_PRINT || letter.state().isLast()) {
            letter.note(at, "Lest av mottaker");
        } else {
            become(letter, State.LEST, at, "Lest av mottaker");
        }
    }
}
