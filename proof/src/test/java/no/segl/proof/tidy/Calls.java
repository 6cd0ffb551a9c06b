package no.segl.proof.tidy;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Calls that take a decision which belongs elsewhere. */
final class Calls {

    private static final String MAIN = "app/src/main/java/no/segl/app/Main.java";

    /** Time is a parameter: what reads a clock can not be tried on day 7 in a millisecond. */
    static final Rule NO_CLOCK =
            ban(
                    file -> !file.path().equals(MAIN),
                    "time is a parameter (Instant or InstantSource)",
                    "Instant.now",
                    "LocalDate.now",
                    "LocalTime.now",
                    "LocalDateTime.now",
                    "OffsetDateTime.now",
                    "ZonedDateTime.now",
                    "System.currentTimeMillis");

    /** The one real clock of core and app comes from Main. A test or a proof may bring its own. */
    static final Rule ONE_CLOCK =
            ban(
                    file ->
                            (file.path().startsWith("app/src/main/")
                                            || file.path().startsWith("core/src/main/"))
                                    && !file.path().equals(MAIN),
                    "the clock comes from Main",
                    "InstantSource.system",
                    "Clock.systemUTC",
                    "Clock.systemDefaultZone",
                    "Clock.system");

    static final Rule NO_SLEEP =
            ban(
                    file -> true,
                    "wait for the thing itself, with an end",
                    "Thread.sleep",
                    "TimeUnit.SECONDS.sleep",
                    "TimeUnit.MILLISECONDS.sleep");

    /** Only what a person started in a terminal prints. */
    static final Rule NO_PRINTING =
            ban(
                    file ->
                            !file.path().equals(MAIN)
                                    && !file.path().matches(".*/(command|demo|bench|sim)/[^/]*"),
                    "only packages named command, demo, bench or sim print; others log, or return",
                    "System.out",
                    "System.err");

    static final Rule NO_DISABLED_TEST =
            ban(
                    file -> true,
                    "a test that is off is a promise: mend it or take it away",
                    "@Disabled");

    static final List<Rule> ALL =
            List.of(NO_CLOCK, ONE_CLOCK, NO_SLEEP, NO_PRINTING, NO_DISABLED_TEST);

    private Calls() {}

    private static Rule ban(Predicate<HouseFile> where, String why, String... names) {
        return (file, house) ->
                file.isJava() && where.test(file)
                        ? file.syntax().mentions().stream()
                                .filter(mention ->
                                        Stream.of(names).anyMatch(name -> is(mention, name)))
                                .map(mention ->
                                        file.finding(mention.line(), mention.name() + ": " + why))
                        : Stream.of();
    }

    private static boolean is(JavaSyntax.Named mention, String name) {
        boolean annotation = name.startsWith("@");
        return mention.name().equals(name)
                || (annotation == mention.name().startsWith("@")
                        && mention.is(annotation ? name.substring(1) : name));
    }
}
