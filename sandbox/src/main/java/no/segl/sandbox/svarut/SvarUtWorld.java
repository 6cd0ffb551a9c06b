package no.segl.sandbox.svarut;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.segl.sandbox.notice.Notices;
import no.segl.sandbox.notice.Notices.Notice;
import no.segl.sandbox.notice.Notices.Way;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.party.Organisation;
import no.segl.sandbox.svarut.Letter.Kind;
import no.segl.sandbox.time.Agenda;
import no.segl.sandbox.time.Chance;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.wire.Multipart.Part;
import tools.jackson.databind.JsonNode;

/** All letters in SvarUT, and what happens to them. What is due happens when somebody looks. */
public final class SvarUtWorld {

    private final Directory directory;
    private final InstantSource time;
    private final Knobs knobs;
    private final Notices notices;
    private final Carrier carrier;
    private final Chance chance;
    private final Rules rules;
    private final Agenda agenda = new Agenda();
    private final Repeats repeats = new Repeats();
    private final Map<UUID, Account> accounts = new LinkedHashMap<>();
    private final Map<UUID, Letter> letters = new LinkedHashMap<>();
    private final Map<UUID, Letter> byMessage = new HashMap<>();
    private final Queue<Opened> opened = new ConcurrentLinkedQueue<>();

    private record Opened(UUID message, Instant at) {}

    public SvarUtWorld(
            Directory directory,
            InstantSource time,
            Knobs knobs,
            Notices notices,
            Carrier carrier,
            long seed) {
        this.directory = directory;
        this.time = time;
        this.knobs = knobs;
        this.notices = notices;
        this.carrier = carrier;
        this.chance = new Chance(seed);
        this.rules = new Rules(directory, knobs);
        Account.seed().forEach(account -> accounts.put(account.id(), account));
    }

    /** Lets all happen that is due. */
    public synchronized Instant settle() {
        Instant now = time.instant();
        agenda.until(now);
        for (Opened next = opened.poll(); next != null; next = opened.poll()) {
            Letter letter = byMessage.get(next.message());
            if (letter != null) {
                opened(letter, next.at());
            }
        }
        return now;
    }

    /** Every letter, as it really is. */
    public synchronized List<Letter> truth() {
        settle();
        return List.copyOf(letters.values());
    }

    /** Enters or changes an account. */
    public synchronized void put(Account account) {
        accounts.put(account.id(), account);
    }

    public synchronized List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    synchronized Optional<Letter> find(UUID id) {
        settle();
        return Optional.ofNullable(letters.get(id));
    }

    synchronized Chance chance() {
        return chance;
    }

    Knobs knobs() {
        return knobs;
    }

    /** Told by Altinn that somebody has opened a message; it is made use of at the next look. */
    public void isOpened(UUID message, Instant at) {
        opened.add(new Opened(message, at));
    }

    /**
     * Sends a letter.
     *
     * @throws NotTaken if it is not taken
     */
    synchronized Letter send(UUID account, Kind kind, JsonNode asked, List<Part> files) {
        Instant now = settle();
        Account from = accounts.get(account);
        if (from == null) {
            throw NotTaken.of(403, "Ingen tilgang til konto");
        }
        rules.check(kind, asked, files);
        long tries =
                repeats.note(
                        account, asked.path("tittel").asString(""), asked.path("mottaker"), now);
        if (tries > knobs.whole(Knob.SVARUT_SAME_MOST)) {
            throw NotTaken.coded(
                    "GJENTAGENDE_FORSENDELSE",
                    "Forsendelse med samme mottaker, tittel og avsender er sendt for mange ganger");
        }
        List<Letter.Document> documents = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            documents.add(Documents.read(asked.path("dokumenter").path(i), files.get(i).body()));
        }
        Letter letter = new Letter(chance.id(), from, kind, asked, documents, now);
        letters.put(letter.id(), letter);
        become(letter, State.MOTTATT, now, "Mottatt, og tildelt forsendelse-id");
        agenda.at(now.plus(step()), at -> accept(letter, at));
        return letter;
    }

    private Duration step() {
        return knobs.duration(Knob.SVARUT_LAG);
    }

    private void become(Letter letter, State state, Instant at, String text) {
        letter.become(state, at, at.plus(knobs.duration(Knob.SVARUT_STATUS_LAG)));
        letter.note(at, text);
    }

    private void accept(Letter letter, Instant at) {
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
    private void opened(Letter letter, Instant at) {
        if (letter.state() == State.SENDT_PRINT || letter.state().isLast()) {
            letter.note(at, "Lest av mottaker");
        } else {
            become(letter, State.LEST, at, "Lest av mottaker");
        }
    }

    /** It was read elsewhere, says the sender. */
    synchronized void readElsewhere(Letter letter, String text) {
        Instant now = settle();
        if (letter.state() == State.AVVIST || letter.state() == State.SLETTET) {
            letter.note(now, text);
        } else {
            become(letter, State.LEST, now, text);
        }
    }

    synchronized void delete(Letter letter, boolean all) {
        Instant now = settle();
        if (all) {
            become(letter, State.SLETTET, now, "Alle dokumenter er slettet");
        } else {
            letter.note(now, "Originaldokumenter er slettet");
        }
    }

    /**
     * Lets something happen that nobody asks for over the API: what a clerk does in the portal, or
     * a recipient's system, or what fails.
     *
     * @return whether there is such a letter
     */
    public synchronized boolean force(UUID id, State state) {
        Instant now = settle();
        Letter letter = letters.get(id);
        if (letter == null) {
            return false;
        }
        become(letter, state, now, "Satt til " + state.name());
        return true;
    }
}
