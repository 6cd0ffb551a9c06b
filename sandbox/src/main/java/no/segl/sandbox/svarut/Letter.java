package no.segl.sandbox.svarut;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** One letter (forsendelse), and all that happened to it. */
public final class Letter {

    private final UUID id;
    private final Account account;
    private final Kind kind;
    private final JsonNode asked;
    private final List<Document> documents;
    private final Instant sent;
    private final List<Row> rows = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Optional<UUID> inAltinn = Optional.empty();

    /** To whom. */
    enum Kind {
        ORGANISATION,
        PERSON,
        PRINT
    }

    /**
     * A document; its bytes are not kept.
     *
     * @param readable whether SvarUT can make a letter of it
     */
    record Document(JsonNode about, long size, String sha256, boolean readable) {}

    /**
     * A status that it got.
     *
     * @param seen from when others can see it
     */
    record Row(State state, Instant at, Instant seen) {}

    /** A line of its log, in free text. */
    record Event(Instant at, String text) {}

    Letter(
            UUID id,
            Account account,
            Kind kind,
            JsonNode asked,
            List<Document> documents,
            Instant sent) {
        this.id = id;
        this.account = account;
        this.kind = kind;
        this.asked = asked;
        this.documents = List.copyOf(documents);
        this.sent = sent;
    }

    public UUID id() {
        return id;
    }

    public Account account() {
        return account;
    }

    Kind kind() {
        return kind;
    }

    JsonNode asked() {
        return asked;
    }

    List<Document> documents() {
        return documents;
    }

    Instant sent() {
        return sent;
    }

    String title() {
        return asked.path("tittel").asString("");
    }

    /** A number, of an organisation or a person; empty for paper. */
    public String recipient() {
        return asked.path("mottaker").path("digitalId").asString("");
    }

    boolean isDigitalOnly() {
        return asked.path("kunDigitalLevering").asBoolean(false);
    }

    boolean isConfidential() {
        return asked.path("taushetsbelagtPost").asBoolean(false);
    }

    Optional<String> reference() {
        return Optional.of(asked.path("eksternReferanse").asString(""))
                .filter(text -> !text.isEmpty());
    }

    void become(State state, Instant at, Instant seen) {
        rows.add(new Row(state, at, seen));
    }

    void note(Instant at, String text) {
        events.add(new Event(at, text));
    }

    List<Event> events() {
        return events;
    }

    /** As it really is. */
    public State state() {
        return rows.getLast().state();
    }

    /** The last status that can be seen and that {@code has} a word. */
    Optional<Row> seen(Instant now, Predicate<State> has) {
        return rows.reversed().stream()
                .filter(row -> !row.seen().isAfter(now) && has.test(row.state()))
                .findFirst();
    }

    /** The id of the message by which it went through Altinn. */
    public Optional<UUID> inAltinn() {
        return inAltinn;
    }

    void inAltinn(UUID message) {
        inAltinn = Optional.of(message);
    }
}
