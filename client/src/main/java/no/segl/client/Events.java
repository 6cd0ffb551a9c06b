package no.segl.client;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what happens, a page at a time. Handle a page, then keep {@link #cursor}: whoever goes on
 * from a cursor that was kept misses nothing.
 */
public final class Events {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");
    private static final Pattern AFTER = Pattern.compile("[?&]after=([0-9]+-[0-9a-f]+)");

    private final Caller caller;
    private String path;
    private Optional<String> cursor;

    Events(Caller caller, String path, Optional<String> cursor) {
        this.caller = caller;
        this.path = path;
        this.cursor = cursor;
    }

    /**
     * The next events, oldest first. If there are some, ask on at once; if there are none, wait.
     *
     * @throws SeglException.CursorUnknown if Segl was put back from a backup: begin anew with
     *     {@link SeglClient#eventsSince}, and leave out what you have seen
     */
    public List<Event> next() {
        String from = path;
        HttpResponse<String> answer = caller.send(() -> caller.to(from).GET().build());
        List<Event> events = Arrays.asList(Caller.read(answer, Event[].class));
        Matcher next =
                answer.headers()
                        .firstValue("Link")
                        .map(NEXT::matcher)
                        .filter(Matcher::matches)
                        .orElseThrow(() -> new SeglException.NotSegl("the events go nowhere"));
        Matcher after = AFTER.matcher(next.group(1));
        if (!after.find()) {
            throw new SeglException.NotSegl("the events go nowhere");
        }
        cursor = Optional.of(after.group(1));
        path = "/api/v1/events?limit=" + SeglClient.PAGE + "&after=" + after.group(1);
        return events;
    }

    /** How far has been read; empty before the first page, unless one began from a cursor. */
    public Optional<String> cursor() {
        return cursor;
    }
}
