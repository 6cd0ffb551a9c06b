package no.segl.app.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.office.Chaser;
import no.segl.app.office.LogBook;
import no.segl.core.access.AccessFact;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.deadline.Reason;
import no.segl.core.deadline.Rules;
import no.segl.core.evidence.Role;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;
import no.segl.core.overview.Misread;
import no.segl.core.print.PrintFact;
import no.segl.core.print.Whereabouts;
import no.segl.core.readiness.Readiness;
import no.segl.core.register.RegisterFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private static final Path SOURCES = Path.of("src/main");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern CALL = Pattern.compile("\\b(get|count)\\(\\s*\"([\\w.]+)\"");
    private static final Pattern NAMED = Pattern.compile("named\\(\\s*\"([\\w.]+\\.)\",");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheSameKeysWithTheSamePlaces(Language language) {
        Texts bokmal = Texts.of(Language.NB);
        Texts texts = Texts.of(language);

        assertThat(texts.keys()).isEqualTo(bokmal.keys());
        assertThat(texts.keys())
                .allSatisfy(key ->
                        assertThat(places(texts.get(key))).isEqualTo(places(bokmal.get(key))));
        assertThat(texts.keys()).allSatisfy(key -> assertThat(texts.get(key)).isNotBlank());
    }

    @Test
    void everyKeyThatIsUsedExists() {
        assertThat(Texts.of(Language.NB).keys()).containsAll(used());
    }

    @Test
    void everyKeyThatExistsIsUsed() {
        Set<String> open = matches(NAMED, 1);
        assertThat(open).isNotEmpty();
        Set<String> rest = new TreeSet<>(Texts.of(Language.NB).keys());
        rest.removeAll(used());
        rest.removeIf(key -> open.stream().anyMatch(key::startsWith));

        assertThat(rest).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingSaysReceivedOfWhatIsOnlyAvailable(Language language) {
        Texts texts = Texts.of(language);
        assertThat(texts.keys())
                .allSatisfy(key ->
                        assertThat(texts.get(key))
                                .doesNotContainIgnoringCase("mottatt")
                                .doesNotContainIgnoringCase("motteke")
                                .doesNotContainIgnoringCase("received"));
    }

    @Test
    void nynorskIsNotBokmalLeftUntranslated() {
        Pattern bokmal =
                Pattern.compile(
                        "(?i)\\b(ikke|fra|enheter?|åpnet|tilgjengelig|hvem|hva|brevene|siden|bare"
                                + "|noen|virksomhet\\w*|mottaker\\w*|avsender(en)?s?|saksbehandler)\\b");
        Texts texts = Texts.of(Language.NN);
        assertThat(texts.keys())
                .allSatisfy(key -> assertThat(texts.get(key)).doesNotContainPattern(bokmal));
    }

    @Test
    void aMissingTextIsSeenAndCostsNothingElse() {
        assertThat(Texts.of(Language.NB).get("no.such.key")).isEqualTo("??no.such.key??");
    }

    @Test
    void valuesFillTheirPlaces() {
        Texts texts = Texts.of(Language.EN);
        assertThat(texts.get("newest.some", 5, "12")).isEqualTo("Showing the latest 5 of 12.");
        assertThat(texts.count("inbox.unopened", 1)).isEqualTo("1 letter is not opened.");
        assertThat(texts.count("inbox.unopened", 1204)).startsWith("1,204 letters");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(r -> r.group()).collect(Collectors.toSet());
    }

    /** Keys in templates and code, as written there or as an enum makes them. */
    private static Set<String> used() {
        Set<String> used = new TreeSet<>();
        for (String source : sources()) {
            Matcher call = CALL.matcher(source);
            while (call.find()) {
                if (call.group(1).equals("count")) {
                    used.add(call.group(2) + ".one");
                    used.add(call.group(2) + ".other");
                } else if (!call.group(2).endsWith(".")) {
                    used.add(call.group(2));
                }
            }
        }
        Arrays.stream(LetterStatus.values()).forEach(s -> used.add(s.key()));
        Arrays.stream(RefusedPage.Reason.values()).forEach(r -> used.add(r.key()));
        Arrays.stream(ReplyForm.Kind.values()).forEach(k -> used.add(k.key()));
        Arrays.stream(SentLetterPage.Step.Kind.values()).forEach(k -> used.add(k.key()));
        Arrays.stream(SentLetterPage.Withdrawal.Reason.values()).forEach(r -> used.add(r.key()));
        Arrays.stream(SentLetterPage.Trouble.values())
                .filter(SentLetterPage.Trouble::isSaid)
                .forEach(t -> used.add(t.key()));
        lists(used);
        chases(used);
        for (int status : ErrorPage.KNOWN) {
            used.add("error." + status + ".heading");
            used.add("error." + status + ".text");
            used.add("error.tooLow.heading");
            used.add("error.tooLow.text");
        }
        used.add("error.tooLow.heading");
        used.add("error.tooLow.text");
        used.addAll(codes());
        return used;
    }

    /** Keys of the lists of letters, which differ by the end that the viewer is at. */
    private static void lists(Set<String> used) {
        for (Side side : Side.values()) {
            for (String key :
                    List.of(
                            "letters.",
                            "letters.noAccess.",
                            "letters.none.",
                            "letters.none.text.",
                            "letters.caption.",
                            "letters.caption.groups.",
                            "letters.column.there.",
                            "letters.column.here.",
                            "letters.file.",
                            "overview.unopened.",
                            "overview.parties.",
                            "asked.help.",
                            "asked.all.",
                            "asked.name.")) {
                used.add(key + side);
            }
            for (LettersFilter.View view : LettersFilter.View.values()) {
                used.add("asked.view." + view + "." + side);
            }
        }
        for (String often : List.of("ALL", "UNOPENED", "WEEK", "NOT_READY", "CASE")) {
            used.add("asked.often." + often);
            if (!often.equals("ALL")) {
                used.add("asked.often." + often + ".words");
            }
        }
        Arrays.stream(Age.values()).forEach(a -> used.add("overview.age." + a));
        Arrays.stream(Misread.Why.values()).forEach(w -> used.add("asked.misread." + w));
    }

    /** Keys of what is done with many letters at once, and of what is asked for in calls. */
    private static void chases(Set<String> used) {
        for (ChosenPage.Deed deed : ChosenPage.Deed.values()) {
            used.add("chosen.none." + deed);
            for (Side side : Side.values()) {
                used.add("chosen.what." + deed + "." + side);
            }
            for (String key : List.of("ask", "done", "said", "submit")) {
                used.add("chosen." + key + "." + deed + ".one");
                used.add("chosen." + key + "." + deed + ".other");
            }
        }
        Arrays.stream(Chaser.Outcome.values())
                .filter(o -> !o.isDone() || o == Chaser.Outcome.ADMINISTRATORS_TOLD)
                .forEach(o -> used.add("chosen.outcome." + o));
        used.addAll(List.of("chosen.outcome.NOT_THERE", "chosen.outcome.TOO_MANY"));
        Arrays.stream(Readiness.Ground.values()).forEach(g -> used.add("calls.ask." + g));
    }

    /** Keys of the codes that the core hands to the pages. */
    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(Reason.values())
                .filter(r -> r != Reason.KEEP_OPENED && r != Reason.KEEP_WITHDRAWN)
                .forEach(r -> codes.add("look.reason." + r));
        Arrays.stream(Rules.Owner.values()).forEach(o -> codes.add("look.owner." + o));
        List.of(Ground.NO_GRANT, Ground.NOT_YET, Ground.ENDED, Ground.DOCUMENTS_NOT_SHARED)
                .forEach(g -> codes.add("refused.ground." + g));
        facts(LetterFact.class).forEach(f -> codes.add("ledger.fact." + f.getSimpleName()));
        facts(PrintFact.class).forEach(f -> codes.add("ledger.fact." + f.getSimpleName()));
        steps(codes);
        List.of("grant", "share", "scope", "rule", "operator", "none", "print-order", "printer")
                .forEach(r -> codes.add("ledger.right." + r));
        Arrays.stream(Role.values()).forEach(r -> codes.add("proof.role." + r));
        Arrays.stream(LogBook.State.values()).forEach(s -> codes.add("log.vouched." + s));
        facts(AccessFact.class).forEach(f -> codes.add("ledger.fact." + f.getSimpleName()));
        facts(RegisterFact.class).forEach(f -> codes.add("ledger.fact." + f.getSimpleName()));
        List.of("person", "machine", "segl").forEach(a -> codes.add("ledger.actor." + a));
        return codes;
    }

    /** What to do about a case: in two or three steps, at each end where there can be one. */
    private static void steps(Set<String> codes) {
        for (Matter.Reason reason : Matter.Reason.values()) {
            for (Side side : Side.values()) {
                if (reason.isOfPaper() && side == Side.SENDER) {
                    codes.add("case.next." + side + "." + reason);
                } else if (side == Side.SENDER
                        || reason.concernsBothEnds()
                        || reason == Matter.Reason.BREACH_UNOPENED) {
                    String steps = "case.do." + reason + "." + side + ".";
                    codes.addAll(List.of("case.next." + side + "." + reason, steps + 1, steps + 2));
                    Texts.of(Language.NB).find(steps + 3).ifPresent(_ -> codes.add(steps + 3));
                }
            }
        }
        codes.addAll(List.of("case.paper.TAKEN_BACK.1", "case.paper.TAKEN_BACK.2"));
        for (Whereabouts where : Whereabouts.values()) {
            codes.addAll(List.of("case.paper." + where + ".1", "case.paper." + where + ".2"));
        }
    }

    /** Every kind of fact, those of the interfaces within it too. */
    private static Stream<Class<?>> facts(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(TextsTest::facts)
                : Stream.of(kind);
    }

    private static Set<String> matches(Pattern pattern, int group) {
        return sources().stream()
                .flatMap(source -> pattern.matcher(source).results())
                .map(result -> result.group(group))
                .collect(Collectors.toSet());
    }

    private static Set<String> sources() {
        try (Stream<Path> templates = Files.walk(SOURCES.resolve("jte"));
                Stream<Path> code = Files.walk(SOURCES.resolve("java/no/segl/app/web"));
                Stream<Path> proof = Files.walk(SOURCES.resolve("java/no/segl/app/evidence"));
                Stream<Path> files = Files.walk(SOURCES.resolve("java/no/segl/app/export"))) {
            return Stream.of(templates, code, proof, files)
                    .flatMap(all -> all)
                    .filter(Files::isRegularFile)
                    .map(TextsTest::read)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
