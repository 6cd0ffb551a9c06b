package no.segl.app.web.page;

import static no.segl.app.web.page.World.KOMMUNE;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.ago;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Webhooks, well and not. */
final class WebhookSamples {

    private WebhookSamples() {}

    static Page webhooks(Language l, boolean some) {
        return new WebhooksPage(
                World.inside(l, Shell.Section.ACCESS),
                List.of(
                        new WebhooksPage.Place(
                                KOMMUNE, some ? List.of(well(), silent()) : List.of()),
                        new WebhooksPage.Place(LONG, some ? List.of(fresh()) : List.of())),
                some
                        ? Optional.of(
                                new WebhooksPage.Secret(
                                        "https://sak.example/segl",
                                        "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="))
                        : Optional.empty(),
                some
                        ? WebhooksPage.Entered.NOTHING
                        : new WebhooksPage.Entered(
                                Optional.of(KOMMUNE.number()),
                                "http://localhost/segl",
                                true,
                                "ADDRESS"),
                some ? WebhooksPage.Said.REPLAYED : WebhooksPage.Said.NOTHING,
                LocalDate.of(2026, 11, 24));
    }

    private static WebhooksPage.Hook well() {
        return new WebhooksPage.Hook(
                new UUID(7, 1),
                "https://sak.example/segl",
                true,
                ago(40, 0),
                Optional.of(ago(0, 2)),
                Optional.empty(),
                Optional.empty(),
                ago(0, 0),
                new Newest<>(List.of(), 0));
    }

    private static WebhooksPage.Hook silent() {
        return new WebhooksPage.Hook(
                new UUID(7, 2),
                "https://arkiv.fjordvik.example/innkommende/hendelser/fra/segl/om/brev",
                false,
                ago(40, 0),
                Optional.of(ago(3, 0)),
                Optional.of(ago(2, 0)),
                Optional.of("status-503"),
                ago(0, 0),
                new Newest<>(
                        List.of(
                                new WebhooksPage.Aside(
                                        "312780402-17", ago(1, 0), "LetterOpened", 31, "timeout"),
                                new WebhooksPage.Aside(
                                        "312780402-12",
                                        ago(2, 0),
                                        "LetterAvailable",
                                        5,
                                        "status-400")),
                        240));
    }

    private static WebhooksPage.Hook fresh() {
        return new WebhooksPage.Hook(
                new UUID(7, 3),
                "https://sak.example/annen",
                false,
                ago(0, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ago(0, 1),
                new Newest<>(List.of(), 0));
    }
}
