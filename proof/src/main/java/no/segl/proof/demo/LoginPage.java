package no.segl.proof.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.proof.demo.World.Grant;
import no.segl.proof.demo.World.Person;
import no.segl.proof.demo.World.Power;

/**
 * The issuer's pages: plain HTML with its style inside, no script and nothing fetched from
 * elsewhere. The form goes back to the address it came from, and so keeps state, nonce and PKCE.
 */
final class LoginPage {

    private static final String STYLE =
            """
            *{box-sizing:border-box}
            body{margin:0;background:#f3f4f6;color:#1e2b3c;
            font:1.0625rem/1.5 Inter,system-ui,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
            main{max-width:42rem;margin:0 auto;padding:2.5rem 1rem 3rem}
            h1{font-size:1.875rem;line-height:1.2;margin:.25rem 0 .75rem}
            p{margin:0 0 1rem}
            select{font:inherit;padding:.375rem .5rem;border:2px solid #68707c;border-radius:.5rem}
            select:focus-visible{outline:3px solid #0b5d51;outline-offset:3px}
            .mark{font-weight:600;color:#0b5d51;margin:0}
            ul{list-style:none;margin:1.5rem 0;padding:0}
            li{margin:0 0 .75rem}
            button{font:inherit;color:inherit;cursor:pointer;text-align:left;border-radius:.5rem}
            .person{display:block;width:100%;padding:1rem 1.25rem;background:#fff;
            border:2px solid #68707c}
            .person:hover{border-color:#0b5d51;background:#f0f7f5}
            .name{display:block;font-size:1.25rem;font-weight:600}
            .role{display:block}
            .access{display:block;margin-top:.375rem;color:#4a5563}
            .cancel{padding:.625rem 1.25rem;background:transparent;border:2px solid #1e2b3c}
            button:focus-visible{outline:3px solid #0b5d51;outline-offset:3px}
            """;

    /** What the pages may fetch: nothing but the style that stands in them. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-"
                    + sha256(STYLE)
                    + "'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

    private static final Text NO_ACCESS =
            new Text(
                    "Har ingen tilgang til taushetsbelagt post",
                    "Har ingen tilgang til teiepliktig post",
                    "Has no access to confidential mail");

    private static final Text LEADS =
            new Text(
                    "Kan vise at han eller hun har en nøkkelrolle i %s",
                    "Kan vise at han eller ho har ei nøkkelrolle i %s",
                    "Can show that they hold a key role in %s");

    private static final Text LEVEL =
            new Text("Sikkerhetsnivå", "Tryggleiksnivå", "Level of assurance");

    private final World world;

    LoginPage(World world) {
        this.world = world;
    }

    /**
     * One button for each person of the world.
     *
     * @param levels the levels at which one can log in, the usual one first
     */
    String people(Language language, List<String> levels) {
        String title =
                new Text("Hvem vil du være?", "Kven vil du vere?", "Who do you want to be?")
                        .in(language);
        String intro =
                new Text(
                                "Dette er demoen til Segl. Alle personer, virksomheter og brev er"
                                        + " oppdiktet. Velg hvem du vil logge inn som.",
                                "Dette er demoen til Segl. Alle personar, verksemder og brev er"
                                        + " oppdikta. Vel kven du vil logge inn som.",
                                "This is the demo of Segl. Every person, organisation and letter is"
                                        + " invented. Choose who to log in as.")
                        .in(language);
        String people =
                world.persons().stream()
                        .map(person -> "<li>" + button(person, language) + "</li>")
                        .collect(Collectors.joining("\n"));
        String cancel = new Text("Avbryt", "Avbryt", "Cancel").in(language);
        return page(
                language,
                title,
                """
                <p>%s</p>
                <form method="post">
                <p><label for="level">%s</label> <select id="level" name="level">%s</select></p>
                <ul>
                %s
                </ul>
                <button class="cancel" name="cancel" value="1">%s</button>
                </form>
                """
                        .formatted(
                                escaped(intro),
                                escaped(LEVEL.in(language)),
                                options(levels),
                                people,
                                escaped(cancel)));
    }

    private static String options(List<String> levels) {
        return levels.stream()
                .map(level -> "<option>" + escaped(level) + "</option>")
                .collect(Collectors.joining());
    }

    static String loggedOut(Language language) {
        return page(
                language,
                new Text("Du er logget ut", "Du er logga ut", "You are logged out").in(language),
                "");
    }

    /** For a request that Segl never makes; says as little as possible of what was wrong. */
    static String refused(Language language) {
        String title =
                new Text(
                                "Innloggingen kan ikke fortsette",
                                "Innlogginga kan ikkje halde fram",
                                "The login cannot go on")
                        .in(language);
        String what =
                new Text(
                                "Forespørselen til innloggingen er ikke en som Segl lager. Gå"
                                        + " tilbake til Segl, og logg inn derfra.",
                                "Førespurnaden til innlogginga er ikkje ein som Segl lagar. Gå"
                                        + " tilbake til Segl, og logg inn derifrå.",
                                "The request is not one that Segl makes. Go back to Segl and log"
                                        + " in from there.")
                        .in(language);
        return page(language, title, "<p>" + escaped(what) + "</p>");
    }

    private String button(Person person, Language language) {
        return """
        <button class="person" name="subject" value="%s"><span class="name">%s</span>
        <span class="role">%s</span>
        %s</button>\
        """
                .formatted(
                        escaped(person.subject()),
                        escaped(person.name()),
                        escaped(person.role().in(language)),
                        access(person, language).stream()
                                .map(line -> "<span class=\"access\">" + escaped(line) + "</span>")
                                .collect(Collectors.joining("\n")));
    }

    private List<String> access(Person person, Language language) {
        List<Grant> grants = world.grantsOf(person);
        return Stream.concat(
                        grants.isEmpty()
                                ? Stream.of(NO_ACCESS.in(language))
                                : grants.stream().map(grant -> sentence(grant, language)),
                        person.leads().stream()
                                .map(unit -> LEADS.in(language).formatted(world.unit(unit).name())))
                .toList();
    }

    private String sentence(Grant grant, Language language) {
        String unit = world.unit(grant.unit()).name();
        String what = grant.category().map(category -> category.label().in(language)).orElse("");
        return power(grant.power()).in(language).formatted(unit, what);
    }

    /** With the unit as its first argument, the category as its second. */
    private static Text power(Power power) {
        return switch (power) {
            case READ ->
                    new Text(
                            "Kan åpne brev om %2$s til %1$s",
                            "Kan opne brev om %2$s til %1$s",
                            "Can open letters about %2$s to %1$s");
            case SEND -> new Text("Kan sende for %1$s", "Kan sende for %1$s", "Can send for %1$s");
            case OVERSEE ->
                    new Text(
                            "Ser oversikten for %1$s",
                            "Ser oversikta for %1$s", "Sees the overview of %1$s");
            case MANAGE_ACCESS ->
                    new Text(
                            "Gir andre tilgang i %1$s",
                            "Gjev andre tilgang i %1$s", "Gives others access at %1$s");
            case ADMINISTER ->
                    new Text(
                            "Styrer tilgangen i %1$s, og kan selv ikke åpne noe",
                            "Styrer tilgangen i %1$s, og kan sjølv ikkje opne noko",
                            "Controls access at %1$s, and can open nothing");
        };
    }

    private static String page(Language language, String title, String content) {
        return """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s – Segl demo</title>
        <link rel="icon" href="data:,">
        <style>%s</style>
        </head>
        <body>
        <main>
        <p class="mark">Segl demo</p>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
                .formatted(language.tag(), escaped(title), STYLE, escaped(title), content);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
