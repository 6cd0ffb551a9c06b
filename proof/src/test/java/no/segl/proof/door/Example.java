package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.office.Uploads;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.web.page.Assets;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.proof.door.Town.Letter;
import no.segl.proof.running.RunningSegl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Puts what the town has in the place of the names in angle brackets. */
final class Example {

    private static final Pattern NAME = Pattern.compile("<([a-z]+)>");
    private static final String NOWHERE = "0198f6a2-0001-7000-8000-000000000001";

    private final Town town;
    private final Pending pending;
    private int numbers;
    private final Map<Caller, Letter> unopened = new EnumMap<>(Caller.class);
    private final Map<Caller, Letter> opened = new EnumMap<>(Caller.class);
    private final Map<Caller, Letter> withdrawn = new EnumMap<>(Caller.class);
    private final Map<String, String> people = new HashMap<>();

    Example(Town town) throws Exception {
        this.town = town;
        pending = new Pending(town);
        // All are there from the start, so that lists have something to show.
        for (Caller caller : Caller.values()) {
            Caller to = addressee(caller);
            if (!opened.containsKey(to)) {
                unopened.put(to, town.send(to, false));
                opened.put(to, town.send(to, true));
                withdrawn.put(to, town.withdrawn(town.send(to, false)));
            }
        }
    }

    /** Those to whom every letter is alike ask for the same one. */
    private static Caller addressee(Caller caller) {
        return switch (caller) {
            case SHARED, BARE, HANDED, UNSHARED -> caller;
            default -> Caller.UNIT;
        };
    }

    /** A door's texts, with everything in its place, for one caller. */
    final class Filled {

        private final Caller caller;
        private final Map<String, String> found = new HashMap<>();
        private Optional<Letter> letter = Optional.empty();

        Filled(Caller caller) {
            this.caller = caller;
        }

        /** Something was done to what it names: whoever asks next is given something else. */
        void spent() throws Exception {
            people.clear();
            Caller to = addressee(caller);
            if (letter.isPresent() && letter.equals(Optional.ofNullable(unopened.get(to)))) {
                unopened.put(to, town.send(to, false));
            } else if (letter.isPresent()) {
                opened.put(to, town.send(to, true));
            }
        }

        String in(String text) throws Exception {
            StringBuilder filled = new StringBuilder();
            Matcher name = NAME.matcher(text);
            while (name.find()) {
                String word = name.group(1);
                if (!found.containsKey(word)) {
                    found.put(word, find(word));
                }
                name.appendReplacement(
                        filled, Matcher.quoteReplacement(String.valueOf(found.get(word))));
            }
            return name.appendTail(filled).toString();
        }

        private String find(String word) throws Exception {
            return switch (word) {
                case "unopened" -> letter(false).id().toString();
                case "opened" -> letter(true).id().toString();
                case "withdrawn" ->
                        Optional.ofNullable(withdrawn.get(addressee(caller)))
                                .orElseThrow()
                                .id()
                                .toString();
                case "nowhere" -> NOWHERE;
                case "request" -> pending.request(another()).toString();
                case "own" -> pending.request(asker()).toString();
                case "address" -> address(new Notice.To.Unit(Town.UNIT));
                case "mine" -> address(new Notice.To.Person(me()));
                case "theirs" -> address(new Notice.To.Person(town.known(Town.UNIT)));
                case "merged" -> Pending.GONE.value();
                case "left" -> pending.left().toString();
                case "document" -> letter.orElseThrow().document();
                case "sealed" -> letter.orElseThrow().sealed();
                case "share" ->
                        town.share(letter.orElseThrow().id(), town.known(Town.UNIT), true, false)
                                .toString();
                case "case" -> town.matter(letter(false).id(), addressee(caller)).toString();
                case "paper" -> town.paper(letter(false).id()).toString();
                case "me" -> me().toString();
                case "quiet" -> quiet();
                case "dispatch" -> letter(false).dispatch();
                case "unit" -> Town.UNIT.value();
                case "municipality" -> Town.MUNICIPALITY.value();
                case "section" -> Town.OTHER_SECTION.value();
                case "known", "nurse", "holder", "grant" ->
                        people.computeIfAbsent(word, this::somebody);
                // Their own each time: neither is so where it is not asked for.
                case "taken" -> town.taken(town.send(addressee(caller), false).id()).toString();
                case "handled" -> town.handled(town.send(addressee(caller), true).id()).toString();
                case "hook" -> pending.hook().toString();
                case "view" -> pending.kept(me(), Side.SENDER).toString();
                case "look" -> pending.kept(me(), Side.RECIPIENT).toString();
                case "standin" ->
                        pending.standin(PersonId.parse(find("holder")).orElseThrow()).toString();
                case "printing" -> town.printing(letter(false).id()).toString();
                case "today" ->
                        LocalDate.ofInstant(RunningSegl.CLOCK.instant(), ZoneId.of("Europe/Oslo"))
                                .toString();
                case "tomorrow" ->
                        LocalDate.ofInstant(
                                        RunningSegl.CLOCK.instant().plus(Duration.ofDays(1)),
                                        ZoneId.of("Europe/Oslo"))
                                .toString();
                case "number" -> Townspeople.number(900 + numbers++).digits();
                case "asset" -> town.segl.server.part(Assets.class).url("segl.svg");
                case "upload" -> upload();
                default -> throw new IllegalArgumentException("nothing is called " + word);
            };
        }

        private PersonId me() {
            return town.person(caller.isPerson() ? caller : Caller.UNIT);
        }

        private String address(Notice.To owner) {
            return pending.address(owner).toString();
        }

        /** The caller, if they can ask for access for somebody. */
        private Caller asker() {
            return caller == Caller.LEADER ? caller : Caller.ADMIN;
        }

        private Caller another() {
            return caller == Caller.ADMIN ? Caller.LEADER : Caller.ADMIN;
        }

        private String somebody(String word) {
            return switch (word) {
                case "known" -> town.known(Town.UNIT).toString();
                case "nurse" -> town.known(Town.OTHER_SECTION).toString();
                case "holder" -> town.holder().toString();
                default -> town.grant().toString();
            };
        }

        /** A letter whose recipient was told, and not within the last day. */
        private String quiet() throws Exception {
            Letter told = town.send(addressee(caller), false);
            town.segl.looks(RunningSegl.CLOCK).run();
            DatabaseAddress at =
                    EmbeddedDatabase.running(
                                    town.segl.data.resolve("postgres"),
                                    town.segl.data.resolve("keys"))
                            .orElseThrow();
            // Segl itself may not say that it told somebody at another time.
            int notices =
                    JdbcClient.create(
                                    new DriverManagerDataSource(
                                            at.url(), at.owner(), at.ownerPassword()))
                            .sql(
                                    """
                                    UPDATE notice SET ordered_at = ordered_at - interval '25 hours'
                                     WHERE letter = ?
                                    """)
                            .param(told.id().value())
                            .update();
            assertThat(notices).as("somebody was told").isPositive();
            return told.id().toString();
        }

        private Letter letter(boolean isOpened) {
            letter = Optional.ofNullable((isOpened ? opened : unopened).get(addressee(caller)));
            return letter.orElseThrow();
        }

        private String upload() throws IOException {
            Actor.Machine owner = new Actor.Machine(Town.POLICE, Town.POLICE_CLIENT);
            return town.segl
                    .server
                    .part(Uploads.class)
                    .begin(owner, "brev.pdf", "application/pdf", "filename YnJldi5wZGY=", 5)
                    .orElseThrow()
                    .id()
                    .toString();
        }
    }
}
