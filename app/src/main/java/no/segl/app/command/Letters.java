package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.segl.client.Letter;
import no.segl.client.SeglClient;
import no.segl.client.SeglException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists letters that a running Segl knows, through its API as any machine does. */
@Command(
        name = "letters",
        description = {
            "Lists the letters that your organisation has sent, or that lie at its units.",
            "What lies longest comes first, if only unopened ones are asked for.",
            "Ends with 0 if Segl answered, 1 if it refused, 2 if the command is not right or nobody"
                    + " answers, and 3 if there are some and --fail-if-any was said."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = ExitCode.USAGE)
public final class Letters implements Callable<Integer> {

    private static final int REFUSED = 1;
    private static final int UNUSABLE = 2;
    private static final int SOME = 3;
    private static final Pattern AGE = Pattern.compile("([0-9]{1,4})(d|w)?");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** In which form they are written. */
    enum Form {
        TABLE,
        JSON,
        CSV
    }

    @Spec private @Nullable CommandSpec command;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "more of the question, in the words of the pages: uåpnet > 7 dager")
    private List<String> words = new ArrayList<>();

    @Option(names = "--unopened", description = "only those that are available and not opened")
    private boolean unopened;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            description = "only those that have lain for more than so many days (7d) or weeks (2w)")
    private @Nullable String olderThan;

    @Option(
            names = "--category",
            paramLabel = "CODE",
            description = "only those of this category, such as CHILD_WELFARE")
    private @Nullable String category;

    @Option(
            names = "--received",
            description = "those at your own units, whoever sent them (needs segl:receive)")
    private boolean received;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many",
            defaultValue = "1000")
    private int limit;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "table, json or csv",
            defaultValue = "table")
    private String output = "table";

    @Option(
            names = "--fail-if-any",
            description = "ends with 3 if there are any: for whoever runs it each morning")
    private boolean failIfAny;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "where Segl is (or SEGL_API_URL)",
            defaultValue = "${env:SEGL_API_URL:-http://localhost:8080}")
    private @Nullable URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "the file that holds the token (or the token itself in SEGL_API_TOKEN)")
    private @Nullable Path tokenFile;

    @Override
    public Integer call() {
        Form form = form();
        int most = atMost();
        URI at = place();
        String token = token();
        String question = question();
        var line = requireNonNull(command).commandLine();
        try (SeglClient client = SeglClient.at(at, () -> token).build()) {
            SeglClient.End end = received ? SeglClient.End.RECEIVED : SeglClient.End.SENT;
            List<Letter.Listed> found;
            try (Stream<Letter.Listed> all = client.ask(end, question)) {
                found = all.limit(most + 1L).toList();
            }
            List<Letter.Listed> shown = found.subList(0, Math.min(most, found.size()));
            new LettersOutput(line.getOut(), received).write(form, shown);
            if (found.size() > most) {
                line.getErr()
                        .println("There are more than " + most + ". Ask for more with --limit.");
            }
            return failIfAny && !found.isEmpty() ? SOME : 0;
        } catch (SeglException.Refused e) {
            line.getErr().println(said(e));
            return REFUSED;
        } catch (SeglException.NoAnswer e) {
            line.getErr().println("Nobody answers at " + at + ". Is Segl running? See --url.");
            return UNUSABLE;
        } catch (SeglException e) {
            line.getErr().println("What answers at " + at + " is not Segl: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private static String said(SeglException.Refused refused) {
        StringBuilder text = new StringBuilder("Segl refused (" + refused.code() + "): ");
        text.append(refused.problem().title()).append(". ").append(refused.problem().detail());
        refused.problem()
                .violations()
                .forEach(v ->
                        text.append("\n  ").append(v.pointer()).append(": ").append(v.message()));
        return text.toString();
    }

    private int atMost() {
        if (limit < 1) {
            throw wrong("--limit takes a number from 1");
        }
        return limit;
    }

    private String question() {
        List<String> all = new ArrayList<>();
        if (unopened) {
            all.add("unopened");
        }
        if (olderThan != null) {
            Matcher age = AGE.matcher(olderThan);
            if (!age.matches()) {
                throw wrong("--older-than takes days or weeks, such as 7d or 2w");
            }
            all.add("> " + age.group(1) + ("w".equals(age.group(2)) ? " weeks" : " days"));
        }
        if (category != null) {
            if (!category.matches("[A-Za-z_]+")) {
                throw wrong("--category takes a code, such as CHILD_WELFARE");
            }
            all.add("category:" + category);
        }
        all.addAll(words);
        return String.join(" ", all);
    }

    private Form form() {
        try {
            return Form.valueOf(output.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("-o takes table, json or csv");
        }
    }

    /** A token goes to nobody in the clear. */
    private URI place() {
        URI at = requireNonNull(url);
        String host = String.valueOf(at.getHost());
        boolean safe = "https".equals(at.getScheme());
        if (at.getHost() == null
                || !(safe || ("http".equals(at.getScheme()) && HERE.contains(host)))) {
            throw wrong("--url takes an https address (http on this machine only)");
        }
        return at;
    }

    private String token() {
        Optional<String> given;
        try {
            given =
                    tokenFile != null
                            ? Optional.of(Files.readString(tokenFile))
                            : Optional.ofNullable(System.getenv("SEGL_API_TOKEN"));
        } catch (IOException e) {
            throw wrong("--token-file: " + StartFault.of(e));
        }
        String token = given.map(String::strip).orElse("");
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw wrong(
                    "a token is needed: --token-file FILE, or SEGL_API_TOKEN."
                            + " ./segl demo says how to get one from the demo's issuer");
        }
        return token;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(requireNonNull(command).commandLine(), what);
    }
}
