package no.segl.core.overview;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of the question language, in bokmål, nynorsk and English: all of them hold at once. */
final class Words {

    static final Set<String> MORE =
            Set.of(
                    ">", "≥", ">=", "eldre", "over", "mer", "meir", "lenger", "lengre", "minst",
                    "older", "more", "longer", "least");
    static final Set<String> LESS =
            Set.of(
                    "<", "≤", "<=", "yngre", "nyere", "nyare", "under", "mindre", "høyst", "maks",
                    "younger", "newer", "less", "most");

    /** Those that take in the number that follows. */
    static final Set<String> OR_EQUAL =
            Set.of("≥", ">=", "≤", "<=", "minst", "least", "høyst", "maks", "most");

    static final Set<String> THAN = Set.of("enn", "than");
    static final Set<String> DAYS = Set.of("d", "dag", "dager", "dagar", "døgn", "day", "days");
    static final Set<String> WEEKS =
            Set.of("u", "uke", "uker", "veke", "veker", "w", "week", "weeks");
    static final Set<String> OTHER_TIMES =
            Set.of(
                    "t", "time", "timer", "timar", "h", "hour", "hours", "m", "md", "måned",
                    "måneder", "månad", "månader", "mnd", "month", "months", "å", "år", "y", "year",
                    "years");
    static final Set<String> NOT = Set.of("ikke", "ikkje", "not");
    static final Set<String> READY = Set.of("klar", "klare", "ready");
    static final Set<String> CASE = Set.of("oppfølging", "oppfylging", "followup", "follow-up");

    /** What people write between the words that count. */
    static final Set<String> NOISE =
            Set.of(
                    "brev", "som", "er", "og", "til", "fra", "frå", "med", "på", "sendt", "tilbake",
                    "at", "letters", "letter", "that", "are", "is", "and", "to", "from", "with",
                    "on");

    static final Set<String> PARTY =
            Set.of(
                    "til",
                    "to",
                    "fra",
                    "frå",
                    "from",
                    "hos",
                    "mottaker",
                    "mottakar",
                    "recipient",
                    "avsender",
                    "avsendar",
                    "sender");
    static final Set<String> REFERENCE = Set.of("ref", "referanse", "reference");
    static final Set<String> CASE_NUMBER = Set.of("sak", "saksnummer", "case");
    static final Set<String> CATEGORY = Set.of("kategori", "category");

    private static final Map<String, State> STATES = new HashMap<>();
    private static final Map<State, String> WRITTEN = new EnumMap<>(State.class);

    static {
        say(
                State.AVAILABLE,
                "uåpnet",
                "uåpnede",
                "uåpna",
                "uopna",
                "ulest",
                "ulesne",
                "unopened",
                "unread");
        say(State.ACCEPTED, "underveis", "undervegs", "underway");
        say(State.OPENED, "åpnet", "åpnede", "åpna", "opna", "lest", "lese", "opened", "read");
        say(State.POSTED, "papir", "paper");
        say(State.WITHDRAWN, "trukket", "trukne", "trekt", "withdrawn");
        say(State.SETTLED, "avklart", "avklara", "settled");
    }

    private Words() {}

    private static void say(State state, String... words) {
        WRITTEN.put(state, words[0]);
        for (String word : words) {
            STATES.put(word, state);
        }
    }

    /** The states that can be asked for, by word. */
    static Map<String, State> states() {
        return STATES;
    }

    /** How a state is written. */
    static String write(State state) {
        return WRITTEN.getOrDefault(state, "");
    }
}
