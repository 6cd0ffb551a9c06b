package no.segl.sandbox.register;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.sandbox.register.RegisterBook.Feed;
import no.segl.sandbox.register.RegisterBook.Unit;
import no.segl.sandbox.register.RegisterBook.Update;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.HttpDoor;
import no.segl.sandbox.wire.Line;
import no.segl.sandbox.wire.Neighbour;
import no.segl.sandbox.wire.Request;
import no.segl.sandbox.wire.Trouble;
import no.segl.sandbox.wire.Troubles;
import tools.jackson.databind.node.ObjectNode;

/** Serves a {@link RegisterBook}, as data.brreg.no serves Enhetsregisteret. */
public final class FakeRegister implements Neighbour, AutoCloseable {

    private static final String API = "/enhetsregisteret/api";

    /** How deep one may page: size times the number of pages up to and with the one asked for. */
    private static final int WINDOW = 10_000;

    private final RegisterBook book;
    private final HttpDoor door;
    private final Troubles troubles;
    private final RegisterJson json;

    /**
     * Starts it on loopback.
     *
     * @param port where it listens; 0 for a free one
     */
    public FakeRegister(RegisterBook book, int port) throws IOException {
        this(book, new HttpDoor("127.0.0.1", port), new Troubles(0));
    }

    /** Starts it at a door of its own. */
    public FakeRegister(RegisterBook book, HttpDoor door, Troubles troubles) {
        this.book = book;
        this.door = door;
        this.troubles = troubles;
        json = new RegisterJson(uri().toString());
        door.lead(new Line(this, troubles));
    }

    /** The API's address. */
    public URI uri() {
        return URI.create(door.uri() + API);
    }

    /** Gives the next calls whose path holds {@code part} one trouble each, in this order. */
    public void next(String part, Trouble... next) {
        troubles.next(part, next);
    }

    /** Every call so far: its path after the API's address, with its query. */
    public List<String> asked() {
        return troubles.asked().stream()
                .map(call -> call.substring(call.indexOf(API) + API.length() + 1))
                .toList();
    }

    /**
     * Waits for a call whose path holds {@code part}.
     *
     * @return whether there was one, before or within that time
     */
    public boolean isAsked(String part, Duration within) throws InterruptedException {
        return troubles.isAsked(part, within);
    }

    @Override
    public Answer answer(Request request) {
        return request.path().startsWith(API + "/")
                ? answer(request.path().substring(API.length() + 1), request)
                : Answer.empty(404);
    }

    private static Answer text(int status, String text) {
        return Answer.of(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer found(Object body) {
        return Answer.json(200, body);
    }

    private Answer answer(String path, Request asked) {
        String[] parts = path.split("/", -1);
        if (parts[0].equals("oppdateringer") && parts.length == 2) {
            return updates(parts[1], asked);
        }
        boolean sub = parts[0].equals("underenheter");
        if (!sub && !parts[0].equals("enheter")) {
            return text(404, "");
        }
        if (parts.length == 1) {
            return list(sub, asked);
        }
        if (parts[1].equals("lastned")) {
            return Answer.of(
                    200,
                    "application/vnd.brreg.enhetsregisteret.%s.v2+gzip;charset=UTF-8"
                            .formatted(sub ? "underenhet" : "enhet"),
                    json.bulk(book.units(sub)));
        }
        Optional<Unit> unit = book.unit(parts[1]).filter(u -> u.sub() == sub);
        if (unit.isEmpty()) {
            return text(404, "");
        }
        if (unit.get().removed()) {
            return text(410, "");
        }
        if (parts.length == 3 && parts[2].equals("roller")) {
            return book.rolesAt(unit.get().number())
                    .map(roles -> found(RegisterJson.roles(roles)))
                    .orElseGet(() -> text(200, "{\"rollegrupper\": []}"));
        }
        return found(json.unit(unit.get()));
    }

    private Answer list(boolean sub, Request asked) {
        String parent = asked.query("overordnetEnhet").orElse("");
        return page(
                sub ? "underenheter" : "enheter",
                sub ? "underenheter" : "enheter",
                book.units(sub).stream()
                        .filter(u -> u.deleted().isEmpty())
                        .filter(u ->
                                parent.isEmpty()
                                        || u.parent().filter(p -> p.equals(parent)).isPresent())
                        .map(json::unit)
                        .toList(),
                asked);
    }

    private Answer updates(String list, Request asked) {
        long least = Long.parseLong(asked.query("oppdateringsid").orElse("0"));
        Instant since =
                Instant.parse(
                        asked.query("dato")
                                .or(() -> asked.query("afterTime"))
                                .orElse("2000-01-01T00:00:00.000Z"));
        if (list.equals("roller")) {
            long after = Long.parseLong(asked.query("afterId").orElse("0"));
            int size = Integer.parseInt(asked.query("size").orElse("100"));
            return found(
                    RegisterJson.events(
                            book.updates(Feed.ROLES).stream()
                                    .filter(u -> u.id() > after && !u.at().isBefore(since))
                                    .limit(size)
                                    .toList()));
        }
        boolean sub = list.equals("underenheter");
        List<Update> all = book.updates(sub ? Feed.SUBUNITS : Feed.UNITS);
        return page(
                "oppdateringer/" + list,
                sub ? "oppdaterteUnderenheter" : "oppdaterteEnheter",
                all.stream()
                        .filter(u -> u.id() >= least && !u.at().isBefore(since))
                        .map(u -> json.update(u, list))
                        .toList(),
                asked);
    }

    private Answer page(String path, String name, List<ObjectNode> all, Request asked) {
        int size = Integer.parseInt(asked.query("size").orElse("20"));
        int page = Integer.parseInt(asked.query("page").orElse("0"));
        if (size < 1 || page < 0 || (long) size * (page + 1) > WINDOW) {
            return text(400, "{\"feilmelding\": \"Maks 10 000\"}");
        }
        return found(json.page(path, name, all, page, size));
    }

    @Override
    public void close() {
        door.close();
    }
}
