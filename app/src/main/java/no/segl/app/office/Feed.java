package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.segl.app.store.EventFeed;
import no.segl.app.store.Ledger;
import no.segl.core.evidence.News;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/**
 * The feed of events, as machines follow it with a cursor: what happened to letters that their
 * units sent or that lie at them, in one order, without gaps and without persons (ADR 0035).
 */
public final class Feed {

    /** How often one asks on for what may be told, before one says how far one came. */
    private static final int ROUNDS = 10;

    /** How many places are asked for at a time, at least. */
    private static final int SPAN = 200;

    /** How many batches are given positions while somebody waits for an answer. */
    private static final int BATCHES = 3;

    private final EventFeed feed;
    private final Ledger ledger;
    private final InstantSource clock;

    public Feed(EventFeed feed, Ledger ledger, InstantSource clock) {
        this.feed = feed;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How far somebody has read.
     *
     * @param mark the beginning of the hash of the entry there, by which a feed shows that is no
     *     longer the one that was read
     */
    public record Cursor(long position, String mark) {

        /** Before everything. */
        public static final Cursor START = new Cursor(0, "0".repeat(News.MARK));

        /** The cursor that {@link #toString} wrote; empty if {@code text} is none. */
        public static Optional<Cursor> parse(String text) {
            if (!text.matches("[0-9]{1,18}-[0-9a-f]{" + News.MARK + "}")) {
                return Optional.empty();
            }
            int dash = text.indexOf('-');
            return Optional.of(
                    new Cursor(Long.parseLong(text.substring(0, dash)), text.substring(dash + 1)));
        }

        @Override
        public String toString() {
            return position + "-" + mark;
        }
    }

    /**
     * Whose events somebody follows.
     *
     * @param senders units whose sent letters
     * @param recipients units at which letters lie
     */
    public record Follower(Set<OrgNumber> senders, Set<OrgNumber> recipients) {}

    /**
     * Something that happened to a letter.
     *
     * @param cursor whoever has read this has read up to there
     * @param chain the chain of the ledger in which it stands
     * @param end at which end of the letter it is told
     * @param dispatch of which dispatch the letter is; for its sender alone
     */
    public record Happening(
            Cursor cursor,
            OrgNumber chain,
            LetterId letter,
            OrgNumber sender,
            OrgNumber recipient,
            String category,
            Side end,
            Optional<String> dispatch,
            News news) {}

    /**
     * A page, oldest first.
     *
     * @param next where the next page begins; if nothing happened, that may be further on
     */
    public record Page(List<Happening> happenings, Cursor next) {}

    /**
     * Gives what is new in the ledger its place in the feed.
     *
     * @return how many entries
     */
    public int note() {
        return note(Integer.MAX_VALUE);
    }

    private int note(int batches) {
        int all = 0;
        int some = EventFeed.BATCH;
        for (int i = 0; i < batches && some == EventFeed.BATCH; i++) {
            some = feed.note(clock.instant());
            all += some;
        }
        return all;
    }

    /** Whether {@code cursor} is one of this feed's. */
    public boolean knows(Cursor cursor) {
        return at(cursor.position()).filter(cursor::equals).isPresent();
    }

    /** Where somebody begins who wants all that happened at {@code since} or later. */
    public Cursor before(Instant since) {
        note(BATCHES);
        return standing(feed.before(since));
    }

    /** Where somebody begins who wants what happens from now on. */
    public Cursor end() {
        note(BATCHES);
        return standing(feed.end());
    }

    private Optional<Cursor> at(long position) {
        return position == 0
                ? Optional.of(Cursor.START)
                : feed.hash(position).map(h -> new Cursor(position, h.substring(0, News.MARK)));
    }

    private Cursor standing(long position) {
        return at(position).orElse(Cursor.START);
    }

    /**
     * What happened after {@code after}; whether the feed knows that cursor has been asked. A page
     * that is not empty may be followed by more at once; after one that is, one waits.
     */
    public Page page(Follower follower, Cursor after, int limit) {
        note(BATCHES);
        long end = feed.end();
        EventFeed.Question question =
                new EventFeed.Question(
                        follower.senders(), follower.recipients(), after.position(), end);
        List<Happening> told = new ArrayList<>();
        int span = Math.max(limit, SPAN);
        for (int round = 0; round < ROUNDS; round++) {
            List<EventFeed.Place> places = feed.read(question, span);
            told.addAll(told(places, follower));
            if (places.size() < span) {
                return new Page(
                        cut(told, limit), told.size() > limit ? last(told, limit) : standing(end));
            }
            if (told.size() >= limit) {
                break;
            }
            question = question.from(places.getLast().position());
        }
        return told.size() >= limit
                ? new Page(cut(told, limit), last(told, limit))
                : new Page(List.copyOf(told), standing(question.after()));
    }

    private static List<Happening> cut(List<Happening> told, int limit) {
        return List.copyOf(told.subList(0, Math.min(limit, told.size())));
    }

    private static Cursor last(List<Happening> told, int limit) {
        return told.get(limit - 1).cursor();
    }

    private List<Happening> told(List<EventFeed.Place> places, Follower follower) {
        Map<LetterId, List<Entry>> entries =
                ledger.of(places.stream().map(EventFeed.Place::letter).toList());
        Map<LetterId, Map<Long, News>> news = new HashMap<>();
        List<Happening> told = new ArrayList<>();
        for (EventFeed.Place place : places) {
            List<Entry> its = entries.getOrDefault(place.letter(), List.of());
            Side end = follower.senders().contains(place.sender()) ? Side.SENDER : Side.RECIPIENT;
            News one =
                    news.computeIfAbsent(place.letter(), _ -> byNumber(its, end))
                            .get(place.number());
            if (one != null) {
                told.add(happening(place, its, end, one));
            }
        }
        return told;
    }

    private static Map<Long, News> byNumber(Collection<Entry> entries, Side end) {
        return News.of(List.copyOf(entries), end).stream()
                .collect(Collectors.toMap(News::number, Function.identity()));
    }

    private static Happening happening(
            EventFeed.Place place, List<Entry> entries, Side end, News news) {
        SortedMap<String, String> accepted = entries.getFirst().values();
        return new Happening(
                new Cursor(place.position(), news.mark()),
                place.chain(),
                place.letter(),
                place.sender(),
                place.recipient(),
                accepted.getOrDefault("category", ""),
                end,
                Optional.ofNullable(accepted.get("dispatch")).filter(_ -> end == Side.SENDER),
                news);
    }
}
