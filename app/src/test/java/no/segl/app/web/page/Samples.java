package no.segl.app.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Every page in every state worth looking at, by a name for its file. */
final class Samples {

    private Samples() {}

    static Map<String, Function<Language, Page>> all() {
        Map<String, Function<Language, Page>> all = new LinkedHashMap<>();
        all.put("front", l -> new FrontPage(World.outside(l), false, false));
        all.put("front-failed", l -> new FrontPage(World.outside(l), true, true));
        all.put("logged-out", l -> new LoggedOutPage(World.outside(l)));
        Lists.add(all);
        InboxPages.add(all);
        ReaderLetters.add(all);
        SentLetters.add(all);
        AccessPages.add(all);
        all.put("webhooks", l -> WebhookSamples.webhooks(l, true));
        all.put("webhooks-none", l -> WebhookSamples.webhooks(l, false));
        PrintPages.add(all);
        ExportSamples.add(all);
        ReadyPages.add(all);
        WatchSamples.add(all);
        CaseSamples.add(all);
        ControlSamples.add(all);
        all.put("problem", Samples::problem);
        all.put("problems", Samples::problems);
        for (int status : List.of(400, 401, 403, 404, 413, 429, 500, 503)) {
            all.put("error-" + status, l -> error(l, status));
        }
        all.put("error-too-low", Samples::tooLow);
        all.put("nothing-administered", l -> nothingAdministered(l, true));
        all.put("nothing-administered-nowhere", l -> nothingAdministered(l, false));
        all.put(
                "accessibility",
                l -> accessibility(l, Optional.of("tilgjengelighet@segl.example")));
        all.put("accessibility-no-contact", l -> accessibility(l, Optional.empty()));
        return all;
    }

    static Page page(String name, Language language) {
        return Objects.requireNonNull(all().get(name), name).apply(language);
    }

    private static Page accessibility(Language language, Optional<String> contact) {
        return new AccessibilityPage(World.inside(language, Shell.Section.NONE), contact);
    }

    private static Page problem(Language l) {
        return new ProblemPage(
                World.outside(l),
                "idempotency-key-reused",
                422,
                World.pick(
                        l,
                        "Nøkkelen er brukt før, med et annet innhold",
                        "Nøkkelen er brukt før, med eit anna innhald",
                        "The key was used before, with another content"),
                World.pick(
                        l,
                        "Du sendte et brev med en idempotensnøkkel som er brukt til et annet brev."
                                + " Ingenting er sendt.",
                        "Du sende eit brev med ein idempotensnøkkel som er brukt til eit anna brev."
                                + " Ingenting er sendt.",
                        "You sent a letter with an idempotency key that belongs to another letter."
                                + " Nothing was sent."),
                World.pick(
                        l,
                        "Den som utvikler fagsystemet som sender.",
                        "Den som utviklar fagsystemet som sender.",
                        "Those who develop the system that sends."),
                World.pick(
                        l,
                        "Lag en ny nøkkel for hvert nytt brev. Bruk den samme nøkkelen bare når"
                                + " det samme brevet sendes på nytt.",
                        "Lag ein ny nøkkel for kvart nytt brev. Bruk den same nøkkelen berre når"
                                + " det same brevet blir sendt på nytt.",
                        "Make a new key for each new letter. Use the same key only when the same"
                                + " letter is sent again."));
    }

    private static Page problems(Language l) {
        return new ProblemIndexPage(
                World.outside(l),
                List.of(
                        new ProblemIndexPage.Problem(
                                "request-not-valid",
                                400,
                                World.pick(
                                        l,
                                        "Noe i forespørselen er galt",
                                        "Noko i førespurnaden er gale",
                                        "Something in the request is wrong")),
                        new ProblemIndexPage.Problem(
                                "letter-not-found",
                                404,
                                World.pick(
                                        l,
                                        "Brevet finnes ikke, eller er ikke ditt",
                                        "Brevet finst ikkje, eller er ikkje ditt",
                                        "The letter is not there, or not yours")),
                        new ProblemIndexPage.Problem(
                                "idempotency-key-reused",
                                422,
                                World.pick(
                                        l,
                                        "Nøkkelen er brukt før, med et annet innhold",
                                        "Nøkkelen er brukt før, med eit anna innhald",
                                        "The key was used before, with another content"))));
    }

    private static Page error(Language l, int status) {
        Shell shell =
                status == 401 || status == 503
                        ? World.outside(l)
                        : World.inside(l, Shell.Section.NONE);
        boolean bare = status == 503;
        return new ErrorPage(
                bare ? World.without(shell, false, true) : shell,
                status,
                status >= 500 ? Optional.of("4bf92f3577b34da6") : Optional.empty(),
                Optional.empty());
    }

    private static Page nothingAdministered(Language l, boolean known) {
        return new NothingAdministeredPage(
                World.inside(l, Shell.Section.ACCESS),
                known
                        ? List.of(
                                new AccessGiver(World.KOMMUNE, List.of("Ingrid Solbakken")),
                                new AccessGiver(World.LONG, List.of()))
                        : List.of(),
                known);
    }

    private static Page tooLow(Language l) {
        return new ErrorPage(
                World.atLowLevel(l), 403, Optional.empty(), Optional.of("/niva/tilganger/gi"));
    }
}
