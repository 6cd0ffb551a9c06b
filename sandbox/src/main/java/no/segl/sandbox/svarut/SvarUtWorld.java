package no.segl.sandbox.svarut;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.segl.sandbox.notice.Notices;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.svarut.Letter.Kind;
import no.segl.sandbox.time.Agenda;
import no.segl.sandbox.time.Chance;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.wire.Multipart.Part;
import tools.jackson.databind.JsonNode;

/** All letters in SvarUT, and what happens to them. What is due happens when somebody looks. */
public final class SvarUtWorld {

    private final InstantSource time;
    private final Knobs knobs;
    private final Chance chance;
    private final Rules rules;
    private final Agenda agenda = new Agenda();
    private final Repeats repeats = new Repeats();
    private final Map<UUID, Account> accounts = new LinkedHashMap<>();
    private final Map<UUID, Letter> letters = new LinkedHashMap<>();
    private final Delivery delivery;
    private final Queue<Opened> opened = new ConcurrentLinkedQueue<>();

    private record Opened(UUID message, Instant at) {}

    public SvarUtWorld(
            Directory directory,
            InstantSource time,
            Knobs knobs,
            Notices notices,
            Carrier carrier,
            long seed) {
        this.time = time;
        this.knobs = knobs;
        this.chance = new Chance(seed);
        this.rules = new Rules(directory, knobs);
        this.delivery = new Delivery(directory, knobs, notices, carrier, agenda);
        Account.seed().forEach(account -> accounts.put(account.id(), account));
    }

    /** Lets all happen that is due. */
    public synchronized Instant settle() {
        Instant now = time.instant();
        agenda.until(now);
        for (Opened next = opened.poll(); next != null; next = opened.poll()) {
            delivery.opened(next.message(), next.at());
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
        delivery.become(letter, State.MOTTATT, now, "Mottatt, og tildelt forsendelse-id");
        agenda.at(now.plus(delivery.step()), at -> delivery.accept(letter, at));
        return letter;
    }

    /** It was read elsewhere, says the sender. */
    synchronized void readElsewhere(Letter letter, String text) {
        Instant now = settle();
        if (letter.state() == State.AVVIST || letter.state() == State.SLETTET) {
            letter.note(now, text);
        } else {
            delivery.become(letter, State.LEST, now, text);
        }
    }

    synchronized void delete(Letter letter, boolean all) {
        Instant now = settle();
        if (all) {
            delivery.become(letter, State.SLETTET, now, "Alle dokumenter er slettet");
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
        delivery.become(letter, state, now, "Satt til " + state.name());
        return true;
    }
}
