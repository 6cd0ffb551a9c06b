package no.segl.sandbox.altinn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One message to one recipient, and all that happened to it. */
public final class Message {

    private final UUID id;
    private final Draft draft;
    private final String recipient;
    private final Instant created;
    private final List<UUID> attachments;
    private final List<Row> rows = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    /**
     * A status that it got.
     *
     * @param seen from when others can see it, which may be later than it happened
     */
    record Row(Status status, Instant at, Instant seen, String text) {}

    /**
     * A notice that was ordered for it.
     *
     * @param outcome Altinn Notifications' word for how it went, once that is known
     */
    record Order(
            UUID id,
            Instant at,
            boolean reminder,
            String channel,
            String address,
            Optional<String> outcome,
            Optional<Instant> ended) {

        Order ended(String how, Instant when) {
            return new Order(
                    id, at, reminder, channel, address, Optional.of(how), Optional.of(when));
        }

        boolean isFailed() {
            return outcome.filter(o -> o.contains("Failed")).isPresent();
        }
    }

    Message(UUID id, Draft draft, String recipient, List<UUID> attachments, Instant created) {
        this.id = id;
        this.draft = draft;
        this.recipient = recipient;
        this.attachments = List.copyOf(attachments);
        this.created = created;
    }

    public UUID id() {
        return id;
    }

    public Resource resource() {
        return draft.resource();
    }

    public String sender() {
        return draft.resource().owner();
    }

    /** A number: of an organisation, or of a person. */
    public String recipient() {
        return recipient;
    }

    boolean isToOrganisation() {
        return recipient.length() == 9;
    }

    Draft draft() {
        return draft;
    }

    JsonNode asked() {
        return draft.asked();
    }

    List<UUID> attachments() {
        return attachments;
    }

    Instant created() {
        return created;
    }

    public Instant publishAt() {
        return draft.publishAt();
    }

    List<Order> orders() {
        return orders;
    }

    void add(Status status, Instant at, Instant seen) {
        rows.add(new Row(status, at, seen, status.word()));
    }

    void fail(Instant at, String why) {
        rows.add(new Row(Status.FAILED, at, at, why));
    }

    /** Whether it ever got that status; to others only from when they can see it. */
    public boolean ever(Status status) {
        return rows.stream().anyMatch(row -> row.status() == status);
    }

    boolean ever(Status status, Instant now) {
        return seen(now).stream().anyMatch(row -> row.status() == status);
    }

    boolean isPurged() {
        return ever(Status.PURGED_BY_RECIPIENT) || ever(Status.PURGED_BY_ALTINN);
    }

    /** Whether a recipient can find it: it is published, and nobody has purged it. */
    boolean isThere() {
        return ever(Status.PUBLISHED) && !isPurged();
    }

    /** What can be seen of what happened, in the order it was stored. */
    List<Row> seen(Instant now) {
        return rows.stream().filter(row -> !row.seen().isAfter(now)).toList();
    }

    /**
     * The row that is the current status: that with the highest number, and not the newest. Fetched
     * is left out.
     */
    Row current(Instant now) {
        return seen(now).stream()
                .filter(row -> row.status() != Status.FETCHED)
                .max(Comparator.comparingInt((Row row) -> row.status().number()))
                .orElseGet(rows::getFirst);
    }

    /** The current status as it really is. */
    public Status status() {
        return current(Instant.MAX).status();
    }

    Optional<Instant> first(Status status, Instant now) {
        return seen(now).stream()
                .filter(row -> row.status() == status)
                .map(Row::at)
                .min(Comparator.naturalOrder());
    }
}
