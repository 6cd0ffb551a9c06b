package no.segl.proof.demo;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The desk's page: plain HTML with its style inside and no script. */
final class DeskPage {

    private static final String STYLE =
            """
            *{box-sizing:border-box}
            body{margin:0;background:#f3f4f6;color:#1e2b3c;
            font:1.0625rem/1.5 Inter,system-ui,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
            main{max-width:64rem;margin:0 auto;padding:2rem 1rem 3rem}
            h1{font-size:1.875rem;line-height:1.2;margin:.25rem 0 .5rem}
            h2{font-size:1.375rem;line-height:1.2;margin:0 0 .75rem}
            p{margin:0 0 .75rem}
            a{color:#0b5d51}
            .mark{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-weight:600;color:#0b5d51;margin:0}
            .mark a{font-weight:400}
            .now{font-size:1.5rem;font-weight:600;margin:0}
            section{background:#fff;border:1px solid #b9c0c9;border-radius:.5rem;
            padding:1.25rem;margin:1.25rem 0}
            form{margin:0}
            .choices{display:flex;flex-wrap:wrap;gap:.5rem;margin-bottom:.75rem}
            .job .choices{margin:0}
            button{font:inherit;font-weight:500;cursor:pointer;border-radius:.5rem;
            padding:.5rem 1rem;background:#fff;color:#0b5d51;border:2px solid #0b5d51}
            button.main{background:#0b5d51;color:#fff}
            button:hover{background:#e3f0ed}
            button.main:hover{background:#084a40}
            :focus-visible{outline:3px solid #0b5d51;outline-offset:3px}
            details{border-top:1px solid #d5dae0;padding:.625rem 0}
            summary{cursor:pointer}
            .when{color:#4a5563;margin-right:.5rem}
            .subject{font-weight:600}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;background:#f3f4f6;
            border-radius:.5rem;padding:1rem;margin:.625rem 0 0}
            .job{border-top:1px solid #d5dae0;padding:.75rem 0;display:flex;flex-wrap:wrap;
            gap:.5rem 1rem;align-items:center;justify-content:space-between}
            .job p{margin:0}
            .small{color:#4a5563}
            """;

    /** What the page may fetch: nothing but the style that stands in it. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-"
                    + LoginPage.sha256(STYLE)
                    + "'; img-src data:; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** How many mails are shown, of the newest: all of them are in the demo's folder. */
    private static final int SHOWN = 300;

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Language language;
    private final URI home;

    DeskPage(Language language, URI home) {
        this.language = language;
        this.home = home;
    }

    String page(
            Instant now,
            Optional<Instant> nextLook,
            List<Postbox.Mail> mails,
            List<PaperMill.Job> jobs) {
        String title =
                words(
                        "Klokke, postkasse og trykkeri",
                        "Klokke, postkasse og trykkeri",
                        "Clock, mailbox and printing house");
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
        <p class="mark"><span>Segl demo</span> <a href="%s">%s</a> %s</p>
        <h1>%s</h1>
        %s
        %s
        %s
        </main>
        </body>
        </html>
        """
                .formatted(
                        language.tag(),
                        title,
                        STYLE,
                        LoginPage.escaped(home.toString()),
                        words("Til Segl", "Til Segl", "To Segl"),
                        languages(),
                        title,
                        clock(now, nextLook),
                        printing(jobs),
                        mailbox(mails));
    }

    private String languages() {
        return List.of(Language.values()).stream()
                .filter(other -> other != language)
                .map(other ->
                        "<a href=\"/?lang=%s\" lang=\"%s\" hreflang=\"%s\">%s</a>"
                                .formatted(
                                        other.tag(),
                                        other.tag(),
                                        other.tag(),
                                        new Text("Bokmål", "Nynorsk", "English").in(other)))
                .collect(Collectors.joining(" "));
    }

    private String clock(Instant now, Optional<Instant> nextLook) {
        String next =
                nextLook.map(at ->
                                words(
                                                "Segl ser neste gang etter et brev %s.",
                                                "Segl ser neste gong etter eit brev %s.",
                                                "Segl next looks at a letter on %s.")
                                        .formatted(moment(at)))
                        .orElse(
                                words(
                                        "Alle brev er lukket.",
                                        "Alle brev er lukka.",
                                        "Every letter is closed."));
        return """
        <section aria-labelledby="clock">
        <h2 id="clock">%s</h2>
        <p class="now">%s</p>
        <p>%s</p>
        <form method="post" action="/forward" class="choices">
        <input type="hidden" name="lang" value="%s">
        <button class="main" name="hours" value="look">%s</button>
        <button name="hours" value="1">%s</button>
        <button name="hours" value="24">%s</button>
        <button name="hours" value="168">%s</button>
        </form>
        <p class="small">%s</p>
        </section>
        """
                .formatted(
                        words("Klokka", "Klokka", "The clock"),
                        moment(now),
                        next,
                        language.tag(),
                        words("Til da", "Til då", "Go there"),
                        words("1 time frem", "1 time fram", "1 hour on"),
                        words("1 døgn frem", "1 døgn fram", "1 day on"),
                        words("1 uke frem", "1 veke fram", "1 week on"),
                        words(
                                "Tiden går bare fremover. Den som er logget inn i Segl, må logge inn"
                                        + " igjen når en stund er gått.",
                                "Tida går berre framover. Den som er logga inn i Segl, må logge inn"
                                        + " att når ei stund er gått.",
                                "Time only goes forward. Whoever is logged in to Segl must log in"
                                        + " again when a while has passed."));
    }

    private String mailbox(List<Postbox.Mail> mails) {
        String all =
                mails.stream()
                        .limit(SHOWN)
                        .map(mail ->
                                """
                                <details>
                                <summary><span class="when">%s</span> <span class="subject">%s</span>
                                <span class="small">%s</span></summary>
                                <pre>%s</pre>
                                </details>
                                """
                                        .formatted(
                                                moment(mail.at()),
                                                LoginPage.escaped(mail.subject()),
                                                LoginPage.escaped(mail.to()),
                                                LoginPage.escaped(mail.text())))
                        .collect(Collectors.joining());
        return """
        <section aria-labelledby="mail">
        <h2 id="mail">%s</h2>
        %s
        </section>
        """
                .formatted(
                        words("E-post som er sendt", "E-post som er send", "E-mail that went out")
                                + " ("
                                + mails.size()
                                + ")",
                        mails.isEmpty()
                                ? paragraph(
                                        words(
                                                "Ingen ennå. Still klokka frem.",
                                                "Ingen enno. Still klokka fram.",
                                                "None yet. Move the clock forward."))
                                : all);
    }

    private String printing(List<PaperMill.Job> jobs) {
        return """
        <section aria-labelledby="paper">
        <h2 id="paper">%s</h2>
        %s
        </section>
        """
                .formatted(
                        words("Trykkeriet", "Trykkeriet", "The printing house"),
                        jobs.isEmpty()
                                ? paragraph(
                                        words(
                                                "Ingen brev på papir ennå. Still klokka frem.",
                                                "Ingen brev på papir enno. Still klokka fram.",
                                                "No letter on paper yet. Move the clock forward."))
                                : jobs.stream().map(this::job).collect(Collectors.joining())
                                        + proof());
    }

    /** Whoever sent it downloads the proof of all that was done. */
    private String proof() {
        String sent = "<a href=\"" + LoginPage.escaped(home.toString()) + "/sendt\">Sendt</a>.";
        return paragraph(
                words(
                                "Beviset laster avsenderen ned fra brevet under ",
                                "Beviset lastar avsendaren ned frå brevet under ",
                                "The sender downloads the proof from the letter under ")
                        + sent);
    }

    private String job(PaperMill.Job job) {
        String act =
                job.progress() != PaperMill.Progress.WAITING
                        ? paragraph(
                                job.progress() == PaperMill.Progress.POSTED
                                        ? words("Postlagt", "Postlagt", "Posted")
                                        : words("Mislykket", "Mislukka", "Failed"))
                        : """
                        <form method="post" class="choices">
                        <input type="hidden" name="lang" value="%s">
                        <input type="hidden" name="job" value="%s">
                        <button class="main" formaction="/posted">%s</button>
                        <button formaction="/failed">%s</button>
                        </form>
                        """
                                .formatted(
                                        language.tag(),
                                        job.id(),
                                        words(
                                                "Skriv ut og post",
                                                "Skriv ut og post",
                                                "Print and post"),
                                        words(
                                                "Maskinen går i stykker",
                                                "Maskina går sund",
                                                "The machine breaks"));
        return """
        <div class="job">
        <p><a href="/paper/%s.pdf">%s</a> <span class="small">%s</span></p>
        %s
        </div>
        """
                .formatted(
                        job.id(),
                        words("Brevet som PDF", "Brevet som PDF", "The letter as PDF"),
                        words("%d ark, bestilt %s", "%d ark, tinga %s", "%d sheets, ordered %s")
                                .formatted(job.sheets(), moment(job.orderedAt())),
                        act);
    }

    private String moment(Instant at) {
        String pattern =
                language == Language.EN
                        ? "EEEE d MMMM yyyy, HH:mm"
                        : "EEEE d. MMMM yyyy 'kl.' HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language.tag()))
                .format(at.atZone(OSLO));
    }

    private String words(String nb, String nn, String en) {
        return new Text(nb, nn, en).in(language);
    }

    private static String paragraph(String text) {
        return "<p>" + text + "</p>";
    }
}
